import EventLog
import FoundationEssentials
import Glibc
import Postgres
import Support
import Testing

/// `Schema/catalog.txt`, which scripts/write-catalog writes by running these tests.
struct CatalogFileTests {
    private static let path =
        String(#filePath.split(separator: "Tests/EventLogTests").first ?? "") + "Schema/catalog.txt"

    private static let head = """
        # What the schemas of a database just set up are, a line a thing: the output of Schema/catalog.sql, which
        # scripts/write-catalog writes. annals verify compares every database with it.
        """

    @Test func `is what the program sets up`() throws {
        let connection = try TestDatabase().connect()
        let lines = try connection.transaction {
            try connection.withNamesOfServer { connection throws(PostgresError) in
                try CatalogLine.all(in: connection)
            }
        }
        let code = Migrations.codeDigest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let kept = try String(contentsOfFile: Self.path, encoding: .utf8)
        let release = (Release(inCatalog: kept) ?? Release(number: 0, code: "")).next(of: code)
        let written = ([Self.head, release.line] + lines.map(\.description)).joined(separator: "\n") + "\n"
        if getenv("ANNALS_WRITE_CATALOG") != nil {
            try written.write(toFile: Self.path, atomically: true, encoding: .utf8)
        } else {
            let (due, told) = (Set(written.split(separator: "\n")), Set(kept.split(separator: "\n")))
            #expect(due.subtracting(told).sorted() == [], "Schema/ changed: run scripts/write-catalog")
            #expect(told.subtracting(due).sorted() == [], "Schema/ changed: run scripts/write-catalog")
        }
    }

    @Test func `has a release that goes up with every change of functions, views and grants`() {
        let first = Release(number: 7, code: "aa")
        #expect(first.next(of: "aa") == first)
        #expect(first.next(of: "bb") == Release(number: 8, code: "bb"))
        #expect(Release(inCatalog: "# words\n\(first.line)\nkind | name | definition\n") == first)
        #expect(Release(inCatalog: "kind | name | definition\n") == nil)
    }

    @Test func `is the same once a replay has put other tables in place`() throws {
        // The tables of a projection, made as a replay makes them.
        let log = try TamperedLog()
        try log.log.connection.run(
            script: """
                create table annals_replay.lane (like annals.lane including all);
                create table annals_retired.effect_7 (like annals.effect including all);
                """
        )
        #expect(try log.findings() == [])
    }
}
