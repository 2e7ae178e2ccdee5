import EventLog
import Postgres
import Support
import Testing

/// `annals init` on a server somebody names.
struct InitTests {
    @Test
    func `sets up an empty database once, and says so the second time`() throws {
        let database = try TestDatabase(isSetUp: false)
        let user = User()

        let before = try user.annals("status", "--db", database.connectionString)
        #expect(before.status == 69)
        #expect(before.errors.contains("there is no annals in this database"))
        #expect(before.errors.contains("help: set it up with: annals init"))

        let first = try user.annals("init", "--db", database.connectionString)
        #expect(first.status == 0)
        #expect(first.errors.contains("the server named by --db: set up, log at #0"))
        #expect(first.errors.contains("Later commands find it with the same --db, or with ANNALS_DB"))

        let second = try user.annals("init", "--db", database.connectionString)
        #expect(second.status == 0)
        #expect(second.errors.contains("the server named by --db: up to date, log at #0"))
    }

    @Test
    func `loads the example once, however often it is asked to`() throws {
        let user = User(of: try TestDatabase(isSetUp: false))
        let first = try user.annals("init", "--example", "afghanistan")
        #expect(first.status == 0)
        #expect(first.output == "")
        #expect(first.errors.contains("afghanistan: 158 entries appended (#1–#158)\n"))
        #expect(first.errors.contains("afghanistan-corrections: 4 entries appended (#159–#162)\n"))

        let second = try user.annals("init", "--example", "afghanistan")
        #expect(second.status == 0)
        #expect(second.errors.contains("afghanistan: 0 entries appended, 158 there already\n"))
        #expect(second.errors.contains("afghanistan-corrections: 0 entries appended, 4 there already\n"))
        #expect(try user.logEnd() == 162)
    }

    @Test
    func `ten at once load the example once`() throws {
        let user = User(of: try TestDatabase(isSetUp: false))
        try together(10) { _ in
            let outcome = try user.annals("init", "--example", "afghanistan")
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(try user.logEnd() == 162)
        #expect(try user.annals("verify").status == 0)
        #expect(try user.annals("actor", "list").lines.last?.hasPrefix("54 actors known") == true)
    }

    @Test(arguments: ["LATIN1", "SQL_ASCII", "EUC_JP", "WIN1252"])
    func `refuses a database that is not in UTF-8, with what makes one that is`(encoding: String) throws {
        let server = try ThrowawayCluster.shared
        func run(_ command: String) throws -> Outcome {
            try User(adding: ["PGHOST": server.cluster.socketDirectory, "PGUSER": PrivateCluster.role]).shell(
                command
            )
        }
        let name = "in_" + encoding.lowercased()
        let made = try run("createdb --encoding=\(encoding) --locale=C --template=template0 \(name)")
        try #require(made.status == 0, "\(made.errors)")
        let user = User(adding: ["ANNALS_DB": server.connectionString(database: name)])
        let outcome = try user.annals("init", "--example", "afghanistan")
        #expect(outcome.status == 78)
        #expect(
            outcome.errors == """
                error[database]: the database is in \(encoding), which cannot hold every name and text: annals needs UTF8
                help: make another: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 NAME, then annals init

                """
        )
        let query = "select to_regnamespace('annals') is null"
        let untouched = try run("psql -X -At --dbname=\(name) -c \"\(query)\"")
        #expect(untouched.output == "t\n")
        let cure = String(try #require(outcome.errors.firstMatch(of: /createdb .* NAME/)).output)
        #expect(try run(cure.replacing("NAME", with: name + "_utf8")).status == 0)
        let mended = User(adding: ["ANNALS_DB": server.connectionString(database: name + "_utf8")])
        #expect(try mended.annals("init").status == 0)
    }

    @Test
    func `refuses an example there is not, before it touches anything`() throws {
        let user = User(of: try TestDatabase(isSetUp: false))
        let outcome = try user.annals("init", "--example", "atlantis")
        #expect(outcome.status == 65)
        #expect(
            outcome.errors == """
                error[example]: there is no example "atlantis"
                  at --example
                help: there is afghanistan

                """
        )
        #expect(try user.annals("status").errors.contains("there is no annals in this database"))
    }

    @Test
    func `an option goes before the environment, and ANNALS_DB before DATABASE_URL`() throws {
        let database = try TestDatabase()
        let nowhere = "host=/nonexistent"
        let calls: [(variables: [String: String], option: [String])] = [
            (["ANNALS_DB": nowhere, "DATABASE_URL": nowhere], ["--db", database.connectionString]),
            (
                ["ANNALS_DB": database.connectionString, "DATABASE_URL": nowhere, "PGHOST": "/nonexistent"],
                []
            ),
            (["ANNALS_DB": "", "DATABASE_URL": database.connectionString, "PGHOST": "/nonexistent"], []),
        ]
        for call in calls {
            let outcome = try User(adding: call.variables).annals(["status"] + call.option)
            #expect(outcome.status == 0, "\(call): \(outcome.errors)")
        }
    }
}
