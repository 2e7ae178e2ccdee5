import Annals

@testable import Projections

/// How streams stood in random records, on all days worth asking for.
enum RandomStates {
    static func all(_ seed: UInt64) throws -> [[LaneState]] {
        let record = try RandomRecord(seed: seed, relationships: 30, entriesEach: 8)
        let sweep = Sweep(record.chronicle, known: record.chronicle.head)
        return record.streams.flatMap { sweep.states(of: $0, on: RandomRecord.days) }
    }
}

extension LaneState {
    /// What is said of it and on the ground of what, for two to be compared.
    var said: [String] { gist + [value?.position.description ?? ""] }

    /// Every value it may have, that in force first.
    var mayBe: [ClaimedValue] { [value].compactMap(\.self) + alternatives }
}
