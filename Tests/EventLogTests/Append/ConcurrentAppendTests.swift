import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `writers at once` {
    /// The version every stream is at.
    private static let versions: Query =
        "select max(version) from annals.stream_entry group by stream order by stream"

    @Test func `of whom each creates the same stream, lose nothing`() throws {
        let database = try TestDatabase()
        for round in 1...10 {
            let pair = ["actor-\(round)", "other"]
            try together(4) { _ in
                try database.openLog().record(try samples(1, between: pair[0], pair[1]))
            }
        }
        let log = try database.openLog()
        #expect(try log.titles().count == 40)
        #expect(try log.flaws() == [])
        #expect(try Set(log.connection.values(Self.versions, as: Int64.self)) == [4])
    }

    @Test func `of whom each expects a new stream, are told apart: one wins`() throws {
        let database = try TestDatabase()
        let stream = try StreamID.named("taliban/united-states")
        let outcomes = Outcomes()
        try together(4) { number in
            let log = try database.openLog()
            do throws(any Error) {
                try log.record(try samples(1), expecting: [stream: Version(rawValue: 0)])
                outcomes.add("won")
            } catch LogError.conflict(_, _, let actual) {
                outcomes.add("lost to \(actual)")
            }
        }
        #expect(outcomes.all.sorted() == ["lost to 1", "lost to 1", "lost to 1", "won"])
        let log = try database.openLog()
        #expect(try log.titles().count == 1)
        #expect(try log.flaws() == [])
    }

    @Test func `that take the same streams in opposite order never deadlock`() throws {
        let database = try TestDatabase()
        let rounds = 60
        try together(4) { number in
            let log = try database.openLog()
            let (one, other) = (("a", "b"), ("c", "d"))
            for _ in 1...rounds {
                let pairs = number.isMultiple(of: 2) ? [one, other] : [other, one]
                _ = try log.append(try pairs.map { .recording(try .sample(between: $0.0, $0.1)) })
            }
        }
        let log = try database.openLog()
        try log.sequence()
        #expect(try log.titles().count == 4 * 2 * rounds)
        #expect(
            try log.connection.values(Self.versions, as: Int64.self)
                == [240, 240]
        )
        #expect(try log.flaws() == [])
    }

    @Test func `that send the same batch are accepted once`() throws {
        let database = try TestDatabase()
        let entries = try samples(20)
        let outcomes = Outcomes()
        try together(4) { _ in
            let accepted = try database.openLog().record(entries)
            outcomes.add(accepted.allSatisfy(\.isDuplicate) ? "duplicate" : "new")
        }
        #expect(outcomes.all.sorted() == ["duplicate", "duplicate", "duplicate", "new"])
        let log = try database.openLog()
        #expect(try log.titles().count == 20)
        #expect(try log.flaws() == [])
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `over random streams keep every rule of the log`(seed: UInt64) throws {
        let database = try TestDatabase()
        try together(4) { number in
            var random = SplitMix64(seed: seed * 1000 + UInt64(number))
            let log = try database.openLog()
            for _ in 1...15 {
                let batch = try (1...Int.random(in: 1...4, using: &random)).map { _ in
                    let actors = ["a", "b", "c", "d", "e"].shuffled(using: &random)
                    let count = Int.random(in: 1...4, using: &random)
                    return PendingEntry.recording(
                        try .sample { draft in
                            draft.actors = Array(actors.prefix(1))
                            draft.recipients = Array(actors[1..<count])
                        }
                    )
                }
                _ = try log.append(batch)
                if Bool.random(using: &random) { try log.sequence() }
            }
        }
        let log = try database.openLog()
        try log.sequence()
        #expect(try log.flaws() == [])
        #expect(try log.head().waiting == 0)
    }
}
