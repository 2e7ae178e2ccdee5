import Postgres
import Support
import Testing

/// Databases that cannot be reached, or cannot be used.
struct UnavailableTests {
    @Test(arguments: [
        ("ANNALS_DB", "host=/nonexistent user=x password=geheim", "/nonexistent/.s.PGSQL.5432"),
        ("ANNALS_DB", "postgres://x:geheim@127.0.0.1:1/y", "127.0.0.1"),
        ("DATABASE_URL", "postgres://x:geheim@127.0.0.1:1/y", "127.0.0.1"),
        ("PGHOST", "/nonexistent", "/nonexistent/.s.PGSQL.5432"),
    ])
    func `a server that cannot be reached is named, with what named it and without the password`(
        variable: String,
        value: String,
        where place: String
    ) throws {
        let outcome = try User(adding: [variable: value]).annals("show", "taliban", "us")
        #expect(outcome.status == 69)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("error[database]: connection to server"))
        #expect(outcome.errors.contains(place))
        #expect(
            outcome.errors.contains("help: tried \(variable == "PGHOST" ? "the PG* variables" : variable)")
        )
        #expect(!outcome.errors.contains("geheim"))
    }

    @Test
    func `a database that is not there is said by name`() throws {
        let database = try TestDatabase()
        let outcome = try User().annals(
            "status",
            "--db",
            database.connectionString + " dbname=no_such_database"
        )
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("no_such_database"))
        #expect(outcome.errors.contains("help: tried --db"))
    }

    @Test(arguments: ["nonsense=1", "postgresql://[::1", "mysql://x/y"])
    func `a connection string that is none is the user's mistake`(written: String) throws {
        let option = try User().annals("status", "--db", written)
        #expect(option.status == 64, "\(option.errors)")
        #expect(option.errors.contains("help: write postgresql://"))
        let variable = try User(adding: ["ANNALS_DB": written]).annals("status")
        #expect(variable.status == 78, "\(variable.errors)")
        #expect(variable.errors.hasPrefix("error[database]: ANNALS_DB: the connection string "))
    }

    @Test
    func `whoever may only read can read, and is told what writing needs`() throws {
        let database = try Databases.withActors()
        let server = try database.connect()
        try server.run(script: "create role only_reads_commands login in role annals_reader")
        defer { try? server.run(script: "drop role only_reads_commands") }
        let reader = User(adding: [
            "ANNALS_DB": database.connectionString + " options='-c role=only_reads_commands'"
        ])

        #expect(try reader.annals("actor", "list").status == 0)
        #expect(try reader.annals("replay", "--check").status == 0)

        for verb in [
            ["append", "china", "pakistan", "--on", "2021", "--title", "Visit"],
            ["actor", "add", "fiji", "Fiji"],
        ] {
            let outcome = try reader.annals(verb)
            #expect(outcome.status == 77)
            #expect(outcome.errors.contains("error[permission]: permission denied for function append"))
            #expect(outcome.errors.contains("help: writing needs the role annals_writer"))
        }
        #expect(try User(of: database).logEnd() == 4)
    }

    @Test
    func `a stranger to the database is told which roles read and write`() throws {
        let database = try TestDatabase()
        let server = try database.connect()
        try server.run(script: "create role stranger_commands login")
        defer { try? server.run(script: "drop role stranger_commands") }
        let stranger = User(adding: [
            "ANNALS_DB": database.connectionString + " options='-c role=stranger_commands'"
        ])
        let outcome = try stranger.annals("status")
        #expect(outcome.status == 77)
        #expect(outcome.errors.contains("reading annals_reader"))
    }

    @Test(arguments: [
        (
            "insert into annals.schema_migration (number, name, sha256) values (9999, 'migrations/9999.sql', '\\x00')",
            "a newer annals", 78
        ),
        ("update annals.schema_code set sha256 = '\\x00', release = 0", "an older annals", 0),
        ("update annals.schema_code set sha256 = '\\x00'", "another build of this annals", 0),
    ])
    func `a database of another annals is configuration, and init mends an older one`(
        change: String,
        whose: String,
        afterInit: Int32
    ) throws {
        let database = try TestDatabase()
        try database.connect().run(script: change)
        let user = User(of: database)
        let outcome = try user.annals("status")
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("this database was set up by \(whose)"))
        #expect(try user.annals("init").status == afterInit)
        #expect(try user.annals("status").status == (afterInit == 0 ? 0 : 78))
    }
}
