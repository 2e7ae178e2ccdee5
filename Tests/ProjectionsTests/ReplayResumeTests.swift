import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

@Suite struct `A replay that was stopped` {
    /// Runs a replay whose session is ended when it has come to a position, and says where it began.
    private func replay(_ database: TestDatabase, endedAt end: Int64) throws -> Position? {
        let victim = try database.openLog()
        let killer = try database.connect()
        let process = try #require(
            try victim.connection.first("select pg_backend_pid() as pid") { row in
                try row["pid", as: Int32.self]
            }
        )
        var start: Position?
        let replay = Replay(victim, pageSize: 2000) { done, _ in
            guard done >= end else { return }
            _ = try? killer.execute("select pg_terminate_backend(\(process), 10000)")
        } stage: { stage in
            if case .continuing(let from) = stage { start = from }
        }
        #expect(throws: PostgresError.self) { try replay.swapIn() }
        return start
    }

    @Test(arguments: [31, 32] as [UInt64])
    func `is gone on with, page by page, and ends as an undisturbed one does`(_ seed: UInt64) throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        let record = try RandomRecord(seed: seed, relationships: 300, entriesEach: 25)
        try record.chronicle.write(to: log)
        let head = record.chronicle.head.rawValue
        let questions = Array(record.questions(known: [head, head / 2]).shuffled(by: seed).prefix(300))
        let before = try log.answers(to: questions)

        #expect(try replay(database, endedAt: 1) == nil)
        #expect(try replay(database, endedAt: 4000) == Position(rawValue: 2000))
        #expect(try replay(database, endedAt: 4000) == Position(rawValue: 4000))
        #expect(try log.answers(to: questions) == before)
        #expect(
            try ProjectionVersion.all(in: log).map { "\($0.number) \($0.status.rawValue) \($0.position)" }
                == [
                    "1 live #\(head)", "2 building #4000",
                ]
        )
        // And a correction meanwhile of what the version being built already holds.
        try log.write(record.chronicle.withEvents(apartBy: 7).prefix(500))
        #expect(try replay(database, endedAt: head) == Position(rawValue: 4000))

        var start: Position?
        let last = Replay(log, stage: { if case .continuing(let from) = $0 { start = from } })
        #expect(try last.swapIn() == log.head().position)
        #expect(try #require(start).rawValue >= 6000)
        #expect(try log.answers(to: questions) == before)
        for finding in try Replay(log).check().findings {
            #expect(finding.differing == 0, "\(finding.table): \(finding.differences)")
        }
    }

    /// What makes a version that was left half built one that cannot be trusted.
    @Test(arguments: [
        "update annals.projection set rulebook = 0 where status = 'building'",
        "update annals.schema_code set sha256 = sha256('another')",
        "update annals.projection set position = 1000000 where status = 'building'",
        "drop table annals_replay.lane",
    ])
    func `is begun anew when it would not end the same`(_ change: String) throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: 33, relationships: 5, entriesEach: 8)
        try record.chronicle.write(to: log)
        var building = try Replay(log).beginOrContinue()
        try Replay(log).catchUp(&building)
        try log.connection.execute("update annals_replay.effect set value = 'of another time'")
        try log.connection.execute(Query(raw: change))
        let replay = Replay(
            log,
            stage: { stage in
                if case .continuing = stage { Issue.record("went on") }
            }
        )
        try replay.swapIn()
        #expect(try Replay(log).check().findings.allSatisfy { $0.differing == 0 })
        #expect(try ProjectionVersion.all(in: log).map(\.number) == [1, 2])
    }
}

extension Array {
    fileprivate func shuffled(by seed: UInt64) -> [Element] {
        var random = SplitMix64(seed: seed)
        return shuffled(using: &random)
    }
}
