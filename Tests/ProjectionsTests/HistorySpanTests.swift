import Annals
import EventLog
import Support
import Testing

@testable import Projections

@Suite struct `The span of a history` {
    @Test(arguments: [61, 62, 63, 64] as [UInt64])
    func `is from the first day that anything names to the last`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 6, entriesEach: 4)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let head = record.chronicle.head.rawValue
        for stream in record.streams {
            let folded = try FoldedHistory(stream, log)
            for known in (Array(stride(from: 0, to: head, by: 3)) + [head]).map(Position.init(rawValue:)) {
                let days = folded.events(known: known).flatMap { named(by: $0, in: stream) }
                let span = days.min().flatMap { first in days.max().map { first...$0 } }
                let found = try History(log).span(of: stream, known: known)
                #expect(found == span, "seed \(seed), \(stream) \(known)")
            }
        }
    }

    @Test func `reaches to where the last incident lapses, and beyond no infinity`() throws {
        var chronicle = Chronicle()
        func record(_ date: String, _ effects: [EffectDraft] = []) throws {
            try chronicle.record(.event(on: date, ["qatar"], ["taliban"], effects: effects))
        }
        try record("../..")
        try record("2001/..", [.effect(.orientation, "ally")])
        try record("2020-01-01", [.effect(.hostility, "force")])
        try record("[2020-02..]")
        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        func span(known: Int64) throws -> ClosedRange<Day>? {
            try History(log).span(of: .named("qatar/taliban"), known: Position(rawValue: known))
        }
        #expect(try span(known: 1) == nil)
        #expect(try span(known: 2) == .written("2001-01-01") ... .written("2001-12-31"))
        #expect(try span(known: 3) == .written("2001-01-01") ... .written("2020-07-02"))
        #expect(try span(known: 4) == span(known: 3))
    }

    /// The finite days that an event and its effects in a stream, or in all that an actor is in, name.
    private func named(by logged: LoggedEntry, in stream: StreamID) -> [Day] {
        guard let event = logged.entry.content?.event else { return [] }
        let effects = Derivation.of(.event(event), replacing: nil, rulebook: .one).effects.filter {
            $0.lane.stream == stream
                || !stream.isRelationship && $0.lane.stream.actors.contains(stream.actors[0])
        }
        let begins = [event.occurred.bounds.beginEarliest, event.occurred.bounds.beginLatest]
        return
            (begins
            + effects.map(\.bounds).flatMap {
                [$0.beginEarliest, $0.beginLatest, $0.endEarliest, $0.endLatest]
            })
            .filter(\.isFinite)
    }
}
