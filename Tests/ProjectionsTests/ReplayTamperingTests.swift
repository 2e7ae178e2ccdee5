import Annals
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
        /// Who has the row then, for each row that differs.
        let sides: [Replay.Difference.Side]

        var testDescription: String { String(sql.prefix { $0 != "\n" }) }
    }

    static let tamperings = [
        Tampering(
            table: "effect",
            sql: "update annals.effect set value = 'forged' where \(oneOf("effect"))",
            sides: [.both]
        ),
        Tampering(
            table: "effect",
            sql: "delete from annals.effect where \(oneOf("effect"))",
            sides: [.replayed]
        ),
        Tampering(
            table: "effect",
            sql: """
                insert into annals.effect
                select (jsonb_populate_record(e, '{"ordinal": 99}')).* from annals.effect e where \(oneOf("effect"))
                """,
            sides: [.live]
        ),
        Tampering(
            table: "lane",
            sql: "update annals.lane set widest = widest + 1 where \(oneOf("lane"))",
            sides: [.both]
        ),
        Tampering(table: "lane", sql: "delete from annals.lane where \(oneOf("lane"))", sides: [.replayed]),
        Tampering(
            table: "lane",
            sql: """
                insert into annals.lane
                select (jsonb_populate_record(l, '{"claimant": "nobody", "lane": 99}')).* from annals.lane l
                 where \(oneOf("lane"))
                """,
            sides: [.live]
        ),
        Tampering(
            table: "occurrence",
            sql: "update annals.occurrence set begin_latest = begin_latest + 1 where \(oneOf("occurrence"))",
            sides: [.both]
        ),
        Tampering(
            table: "occurrence",
            sql: "delete from annals.occurrence where \(oneOf("occurrence"))",
            sides: [.replayed]
        ),
        Tampering(
            table: "occurrence",
            sql: """
                insert into annals.occurrence (stream, begin_earliest, begin_latest, event_id, revision, known_from, known_to)
                values ('x/y', '2020-01-01', '2020-01-01', gen_random_uuid(), 1, 1, 2)
                """,
            sides: [.live]
        ),
        Tampering(
            table: "known_month",
            sql: "update annals.known_month set known_from = known_from - 1 where \(oneOf("known_month"))",
            sides: [.both]
        ),
        Tampering(
            table: "known_month",
            sql: "delete from annals.known_month where \(oneOf("known_month"))",
            sides: [.replayed]
        ),
        Tampering(
            table: "known_month",
            sql: "insert into annals.known_month values ('x/y', '2020-01-01', 1)",
            sides: [.live]
        ),
        Tampering(
            table: "activity",
            sql: "update annals.activity set score = score + 0.1 where \(oneOf("activity"))",
            sides: [.both]
        ),
        Tampering(
            table: "activity",
            sql: "delete from annals.activity where \(oneOf("activity"))",
            sides: [.replayed]
        ),
        Tampering(
            table: "activity",
            sql: "insert into annals.activity values ('x/y', 'x', 'y', '2020-01-01', 1, 0, 0)",
            sides: [.live]
        ),
        Tampering(
            table: "actor",
            sql: "update annals.actor set name = 'Somebody else' where \(oneOf("actor"))",
            sides: [.both]
        ),
        Tampering(
            table: "actor",
            sql: "update annals.actor set known_to = known_to - 1 where \(oneOf("actor"))",
            sides: [.both]
        ),
        Tampering(
            table: "actor",
            sql: "delete from annals.actor where \(oneOf("actor"))",
            sides: [.replayed]
        ),
        Tampering(
            table: "actor",
            sql: "insert into annals.actor values ('nobody', 'Nobody', 'state', gen_random_uuid(), 1, 1, 2)",
            sides: [.live]
        ),
        Tampering(
            table: "actor_name",
            sql: "update annals.actor_name set slug = 'somebody' where \(oneOf("actor_name"))",
            sides: [.live, .replayed]
        ),
        Tampering(
            table: "actor_name",
            sql: "delete from annals.actor_name where \(oneOf("actor_name"))",
            sides: [.replayed]
        ),
        Tampering(
            table: "actor_name",
            sql:
                "insert into annals.actor_name values ('us', 'alias', 'iran', 'us', gen_random_uuid(), 1, 1, 2)",
            sides: [.live]
        ),
    ]

    @Test(arguments: tamperings)
    func `a row changed, removed or added, and names it`(_ tampering: Tampering) throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 8, relationships: 5, entriesEach: 10).chronicle.write(to: log)
        #expect(try log.connection.execute(Query(raw: tampering.sql)) == 1)

        for finding in try Replay(log).check().findings {
            let expected = finding.table == tampering.table ? tampering.sides : []
            #expect(finding.differing == Int64(expected.count), "\(finding.table)")
            #expect(Set(finding.differences.map(\.side)) == Set(expected), "\(finding.table)")
        }
    }

    @Test func `the stream, event, position and columns, and what each side says`() throws {
        let log = try TestDatabase().openLog()
        var chronicle = Chronicle()
        try chronicle.say(.actor("iran", name: "Iran"))
        let event = try chronicle.say(.actor("taliban", name: "Taliban"))
        try chronicle.write(to: log)
        try log.connection.execute("update annals.actor set name = 'Somebody else' where slug = 'taliban'")

        let finding = try #require(try Replay(log).check().findings.first { $0.table == "actor" })
        let difference = try #require(finding.differences.first)
        #expect(finding.differing == 1)
        #expect(difference.side == .both)
        #expect(difference.stream == "taliban")
        #expect(difference.event == event.description)
        #expect(difference.revision == 1)
        #expect(difference.position == Position(rawValue: 2))
        #expect(difference.columns.map(\.name) == ["name"])
        #expect(difference.columns.first?.live == "Somebody else")
        #expect(difference.columns.first?.replayed == "Taliban")
    }

    @Test func `a row that no entry of the log says`() throws {
        let log = try TestDatabase().openLog()
        var chronicle = Chronicle()
        try chronicle.say(.actor("taliban", name: "Taliban"))
        try chronicle.write(to: log)
        let invented = "018f0000-0000-7000-8000-000000000001"
        try log.connection.execute(
            "insert into annals.actor values ('qatar', null, 'state', \(invented)::uuid, 1, 1, 2)"
        )
        let finding = try #require(try Replay(log).check().findings.first { $0.table == "actor" })
        let difference = try #require(finding.differences.first)
        #expect(difference.side == .live)
        #expect(difference.stream == "qatar")
        #expect(difference.event == invented)
        #expect(difference.position == nil)
        #expect(difference.columns.count == 7)
        #expect(difference.columns.first { $0.name == "kind" }?.live == "state")
        #expect(difference.columns.allSatisfy { $0.replayed == nil })
    }

    @Test func `a row put in twice, where somebody had taken the key away`() throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 8, relationships: 5, entriesEach: 10).chronicle.write(to: log)
        try log.connection.execute("alter table annals.effect drop constraint effect_pkey")
        try log.connection.execute(
            "insert into annals.effect select * from annals.effect where \(raw: Self.oneOf("effect"))"
        )
        let finding = try #require(try Replay(log).check().findings.first { $0.table == "effect" })
        #expect(finding.differing == 1)
        #expect(finding.differences.map(\.side) == [.live])
    }

    @Test func `no more than a few of many differences, and counts them all`() throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 8, relationships: 20, entriesEach: 10).chronicle.write(to: log)
        let rows = try log.connection.execute("update annals.effect set level = 9")
        let finding = try #require(try Replay(log).check().findings.first { $0.table == "effect" })
        #expect(finding.differing == Int64(rows))
        #expect(finding.differences.count == 5)
    }

    /// A condition that one row of a table meets.
    private static func oneOf(_ table: String) -> String {
        "ctid = (select min(ctid) from annals.\(table))"
    }
}
