import EventLog
import Postgres
import Support
import Testing

@Suite struct `A verification of a record of every kind of event` {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `finds nothing wrong, in the program and in SQL`(seed: UInt64) throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: seed, relationships: 8, entriesEach: 20).chronicle.write(
            to: log,
            inBatchesOf: 7
        )
        var findings: [Finding] = []
        _ = try Verification(log).run(against: log.checkpoint()) { findings.append($0) }
        #expect(findings == [], "seed \(seed)")
        let inSQL = try log.connection.query("select problem from annals.verify_log()") {
            row throws(PostgresError) in try row[0, as: String.self]
        }
        #expect(inSQL == [], "seed \(seed)")
    }
}
