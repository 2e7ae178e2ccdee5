import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

@Suite struct `A replay of the log` {
    static let tables = [
        "effect", "lane", "occurrence", "known_month", "activity", "actor", "actor_name", "set_aside",
    ]

    @Test(arguments: [1, 2, 3] as [UInt64], [1, 7, 1000])
    func `finds the projections as they were left by live work`(_ seed: UInt64, _ batch: Int) throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: seed, relationships: 15, entriesEach: 8)
        try record.chronicle.write(to: log, inBatchesOf: batch)

        let check = try Replay(log).check()
        #expect(check.position == record.chronicle.head)
        #expect(check.findings.map(\.table) == Self.tables)
        for finding in check.findings {
            #expect(finding.differing == 0, "seed \(seed), \(finding.table): \(finding.differences)")
            #expect(finding.rows > 0 || finding.table == "set_aside", "seed \(seed), \(finding.table)")
        }
    }

    @Test func `reads the log in pages, and tells how far it is`() throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: 5, relationships: 300, entriesEach: 15)
        try record.chronicle.write(to: log)
        var told: [Int64] = []
        let replay = Replay(log, pageSize: 2000) { done, total in
            told.append(done)
            #expect(total == record.chronicle.head.rawValue)
        }
        #expect(try replay.check().findings.allSatisfy { $0.differing == 0 })
        #expect(told == [2000, 4000, record.chronicle.head.rawValue])
    }

    @Test func `of an empty log gives empty projections`() throws {
        let log = try TestDatabase().openLog()
        let check = try Replay(log).check()
        #expect(check.position == Position(rawValue: 0))
        #expect(check.findings.allSatisfy { $0.rows == 0 && $0.differing == 0 })
        #expect(try Replay(log).swapIn() == Position(rawValue: 0))
    }

    @Test func `checks with no more rights than reading, and leaves nothing behind`() throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 1, relationships: 5, entriesEach: 8).chronicle.write(to: log)
        try log.connection.execute("set role annals_reader")
        #expect(try Replay(log).check().findings.allSatisfy { $0.differing == 0 })
        #expect(
            try log.connection.query("select relname from pg_class where relpersistence = 't'") { _ in 1 }
                .isEmpty
        )
        #expect(throws: ReplayError.notOwner(role: "annals_reader")) { try Replay(log).swapIn() }
        #expect(throws: ReplayError.notOwner(role: "annals_reader")) { try Replay(log).dropRetired() }
        // The session can go on.
        #expect(try Replay(log).check().findings.allSatisfy { $0.differing == 0 })
    }

    @Test func `checks a log that is written to meanwhile`() throws {
        let database = try TestDatabase()
        let record = try RandomRecord(seed: 6, relationships: 5, entriesEach: 8)
        let writer = Background { isStopped in
            let log = try database.openLog()
            var number: UInt64 = 0
            repeat {
                number += 1
                try log.write(record.chronicle.withEvents(apartBy: number), inBatchesOf: 3)
            } while !isStopped()
        }
        let log = try database.openLog()
        for _ in 0..<8 {
            let check = try Replay(log).check()
            for finding in check.findings {
                #expect(finding.differing == 0, "\(finding.table): \(finding.differences)")
            }
        }
        try writer.stop()
    }
}
