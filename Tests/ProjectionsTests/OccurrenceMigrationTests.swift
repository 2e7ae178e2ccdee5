import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

@Suite struct `A log from before occurrences were noted` {
    @Test(arguments: [71, 72] as [UInt64])
    func `gets the rows that applying its entries would have made`(_ seed: UInt64) throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        let record = try RandomRecord(seed: seed, relationships: 8, entriesEach: 12)
        try record.chronicle.write(to: log, inBatchesOf: 31)
        let applied = try log.connection.occurrences()
        #expect(applied.count > 100)
        try log.connection.run(
            script: """
                drop table annals.occurrence;
                drop table annals.known_month;
                drop index annals.effect_begin_earliest, annals.effect_end_earliest, annals.effect_end_latest;
                drop index annals.stream_other;
                delete from annals.schema_migration where number = 3;
                """
        )
        #expect(throws: LogError.outdated) { try database.openLog() }
        let outcome = try Migrations.run(log.connection, logger: TestDatabase.silent)
        #expect(outcome.applied == ["migrations/0003-occurrence.sql"])
        #expect(try log.connection.occurrences() == applied, "seed \(seed)")
        #expect(try Replay(log).check().findings.allSatisfy { $0.differing == 0 })
        try log.write(record.chronicle.withEvents(apartBy: 1))
        #expect(try Replay(log).check().findings.allSatisfy { $0.differing == 0 })
    }
}

extension Connection {
    /// The rows of the tables it makes, as text.
    fileprivate func occurrences() throws -> [String] {
        try query(
            """
            select o::text as row from annals.occurrence o
            union all select m::text from annals.known_month m order by row
            """
        ) { row in try row["row", as: String.self] }
    }
}
