import EventLog
import Postgres
import Support
import Testing

@testable import Projections

@Suite struct `A check of the projections finds` {
    /// What a superuser may do to a projection behind the log's back.
    struct Tampering: CustomTestStringConvertible {
        let table: String
        let sql: String
        /// Rows that only the live table has, and rows that only the replay gives.
        let differing: Int64

        var testDescription: String { String(sql.prefix { $0 != "\n" }) }
    }

    static let tamperings = [
        Tampering(
            table: "effect",
            sql: "update annals.effect set value = 'forged' where \(oneOf("effect"))",
            differing: 2
        ),
        Tampering(table: "effect", sql: "delete from annals.effect where \(oneOf("effect"))", differing: 1),
        Tampering(
            table: "effect",
            sql: """
                insert into annals.effect
                select (jsonb_populate_record(e, '{"ordinal": 99}')).* from annals.effect e where \(oneOf("effect"))
                """,
            differing: 1
        ),
        Tampering(
            table: "lane",
            sql: "update annals.lane set widest = widest + 1 where \(oneOf("lane"))",
            differing: 2
        ),
        Tampering(table: "lane", sql: "delete from annals.lane where \(oneOf("lane"))", differing: 1),
        Tampering(
            table: "lane",
            sql: """
                insert into annals.lane
                select (jsonb_populate_record(l, '{"claimant": "nobody", "lane": 99}')).* from annals.lane l
                 where \(oneOf("lane"))
                """,
            differing: 1
        ),
        Tampering(
            table: "activity",
            sql: "update annals.activity set score = score + 0.1 where \(oneOf("activity"))",
            differing: 2
        ),
        Tampering(
            table: "activity",
            sql: "delete from annals.activity where \(oneOf("activity"))",
            differing: 1
        ),
        Tampering(
            table: "activity",
            sql: "insert into annals.activity values ('x/y', 'x', 'y', '2020-01-01', 1, 0, 0)",
            differing: 1
        ),
        Tampering(
            table: "actor",
            sql: "update annals.actor set name = 'Somebody else' where \(oneOf("actor"))",
            differing: 2
        ),
        Tampering(
            table: "actor",
            sql: "update annals.actor set known_to = known_to - 1 where \(oneOf("actor"))",
            differing: 2
        ),
        Tampering(table: "actor", sql: "delete from annals.actor where \(oneOf("actor"))", differing: 1),
        Tampering(
            table: "actor",
            sql: "insert into annals.actor values ('nobody', 'Nobody', 'state', gen_random_uuid(), 1, 1, 2)",
            differing: 1
        ),
        Tampering(
            table: "actor_name",
            sql: "update annals.actor_name set slug = 'somebody' where \(oneOf("actor_name"))",
            differing: 2
        ),
        Tampering(
            table: "actor_name",
            sql: "delete from annals.actor_name where \(oneOf("actor_name"))",
            differing: 1
        ),
        Tampering(
            table: "actor_name",
            sql:
                "insert into annals.actor_name values ('us', 'alias', 'iran', 'us', gen_random_uuid(), 1, 1, 2)",
            differing: 1
        ),
    ]

    @Test(arguments: tamperings)
    func `a row changed, removed or added, and names it`(_ tampering: Tampering) throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 8, relationships: 5, entriesEach: 10).chronicle.write(to: log)
        #expect(try log.connection.execute(Query(raw: tampering.sql)) == 1)

        for finding in try Replay(log).check().findings {
            let expected = finding.table == tampering.table ? tampering.differing : 0
            #expect(finding.differing == expected, "\(finding.table)")
            #expect(finding.samples.count == Int(expected), "\(finding.table)")
        }
    }

    @Test func `which side has the row, and the row itself`() throws {
        let log = try TestDatabase().openLog()
        var chronicle = Chronicle()
        try chronicle.say(.actor("taliban", name: "Taliban"))
        try chronicle.write(to: log)
        try log.connection.execute("update annals.actor set name = 'Somebody else'")

        let finding = try #require(try Replay(log).check().findings.first { $0.table == "actor" })
        let sides = Dictionary(uniqueKeysWithValues: finding.samples.map { ($0.side, $0.row) })
        #expect(sides["live"]?.contains(#""name": "Somebody else""#) == true)
        #expect(sides["replayed"]?.contains(#""name": "Taliban""#) == true)
    }

    @Test func `no more than a few of many differences, and counts them all`() throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 8, relationships: 20, entriesEach: 10).chronicle.write(to: log)
        let rows = try log.connection.execute("update annals.effect set level = 9")
        let finding = try #require(try Replay(log).check().findings.first { $0.table == "effect" })
        #expect(finding.differing == Int64(2 * rows))
        #expect(finding.samples.count == 5)
    }

    /// A condition that one row of a table meets.
    private static func oneOf(_ table: String) -> String {
        "ctid = (select min(ctid) from annals.\(table))"
    }
}
