import Annals
import EventLog
import Support
import Testing

@testable import Projections

/// How a relationship stood, and what it was called, folded from the log's entries: the same as from the
/// projections, whatever was written.
@Suite struct `A record folded from the entries of the log` {
    @Test(arguments: [31, 32, 33] as [UInt64])
    func `stood as the projections say it stood`(_ seed: UInt64) throws {
        let (record, log) = try written(seed)
        let answers = Answers(log)
        var compared = 0
        for stream in record.streams {
            for known in positions(record) {
                let folded = try StreamRecord(stream, upTo: known, log)
                for day in RandomRecord.days {
                    let asOf = AsOf(at: day, known: known)
                    let state = try answers.state(of: stream, asOf: asOf)
                    #expect(
                        folded.state(asOf: asOf, recordedAt: state.recordedAt) == state,
                        "seed \(seed), \(stream) \(asOf)"
                    )
                    compared += state.lanes.count
                }
            }
        }
        #expect(compared > 200)
    }

    @Test(arguments: [36, 37] as [UInt64])
    func `knows actors by the names the projections know them by`(_ seed: UInt64) throws {
        let (record, log) = try written(seed)
        let directory = ActorDirectory(log)
        for known in positions(record) {
            var names = NameRecord()
            try log.sealedEntries(.names(of: nil), upTo: known) { sealed in
                if let logged = sealed.logged { names.learn(logged) }
            }
            let profiles = try directory.profiles(known: known)
            #expect(names.profiles == profiles, "seed \(seed), \(known)")
            let actors = profiles.compactMap { ActorID($0.slug) }
            let called = try directory.names(of: actors, known: known)
            for actor in actors {
                #expect(names.name(of: actor) == called[actor], "seed \(seed), \(actor) \(known)")
                var alone = NameRecord()
                try log.sealedEntries(.names(of: actor), upTo: known) { sealed in
                    if let logged = sealed.logged { alone.learn(logged) }
                }
                #expect(alone.profiles == profiles.filter { $0.slug == actor.slug })
            }
        }
    }

    private func written(_ seed: UInt64) throws -> (RandomRecord, Log) {
        let record = try RandomRecord(seed: seed, relationships: 6, entriesEach: 8)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log, inBatchesOf: 17)
        return (record, log)
    }

    /// Positions at both ends of the log and between.
    private func positions(_ record: RandomRecord) -> [Position] {
        let head = record.chronicle.head.rawValue
        return (stride(from: 0, to: head, by: 11) + [head]).map(Position.init(rawValue:))
    }
}

extension StreamRecord {
    /// What a stream's entries say up to a position.
    init(_ stream: StreamID, upTo known: Position, _ log: Log) throws {
        var record = StreamRecord(stream, rulebook: .one)
        try log.sealedEntries(.stream(stream, after: Position(rawValue: 0)), upTo: known) { sealed in
            if let logged = sealed.logged { record.learn(logged) }
        }
        self = record
    }
}
