import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `the rulebook in the database` {
    private struct Row: Hashable {
        var facet: String, direction: String, key: String?, method: String, staleAfter: Int?
        var value: String, level: Int?, rank: Int, lapsesAfter: Int?
    }

    private func mirrored(_ connection: Connection) throws -> [Row] {
        func integer(_ row: Postgres.Row, _ name: String) throws(PostgresError) -> Int? {
            try row[name, as: Int32?.self].map(Int.init)
        }
        return try connection.query(
            """
            select facet, direction, key, method, stale_after, value, level::integer, rank::integer, lapses_after
              from annals.facet where rulebook = 1
             order by ordinal, value collate "C"
            """
        ) { row throws(PostgresError) in
            Row(
                facet: try row["facet"],
                direction: try row["direction"],
                key: try row["key"],
                method: try row["method"],
                staleAfter: try integer(row, "stale_after"),
                value: try row["value"],
                level: try integer(row, "level"),
                rank: Int(try row["rank", as: Int32.self]),
                lapsesAfter: try integer(row, "lapses_after")
            )
        }
    }

    @Test func `has the values that an append looks for, and no others`() throws {
        let connection = try TestDatabase().connect()
        let words: Query = """
            select count(*) from pg_proc, regexp_matches(prosrc, '''[a-z][a-z -]+''', 'g') where proname = 'is_claim'
            """
        #expect(try connection.value(words, as: Int64.self) == Int64(rulebook.count))
        let missing: Query = "select from annals.facet where annals.is_claim(facet, value) is not true"
        #expect(try connection.execute(missing) == 0)
    }

    private var rulebook: [Row] {
        Rulebook.one.facets.flatMap { rule in
            let key: String? =
                switch rule.key {
                case .none: nil
                case .required(let what), .optional(let what): what
                }
            let rows = rule.values.map { value in
                Row(
                    facet: rule.facet.rawValue,
                    direction: rule.direction.rawValue,
                    key: key,
                    method: rule.method.rawValue,
                    staleAfter: rule.staleAfter,
                    value: value.name,
                    level: value.level,
                    rank: value.rank,
                    lapsesAfter: value.lapsesAfter
                )
            }
            return rows.sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
        }
    }

    @Test func `is the rulebook, exactly`() throws {
        #expect(try mirrored(try TestDatabase().connect()) == rulebook)
    }

    @Test func `is the rulebook again after an update`() throws {
        let connection = try TestDatabase().connect()
        try connection.run(
            script: """
                update annals.facet set level = 2;
                insert into annals.facet (rulebook, ordinal, facet, direction, method, value, rank)
                values (1, 99, 'weather', 'symmetric', 'latest', 'fair', 0);
                update annals.schema_code set sha256 = '';
                """
        )
        #expect(try mirrored(connection) != rulebook)
        try Migrations.run(connection, logger: TestDatabase.silent)
        #expect(try mirrored(connection) == rulebook)
    }
}
