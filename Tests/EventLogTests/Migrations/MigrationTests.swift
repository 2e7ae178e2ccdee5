import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `setting a database up` {
    private let silent = TestDatabase.silent

    @Test func `from nothing applies every migration, and only once`() throws {
        let database = try TestDatabase(isSetUp: false)
        let connection = try database.connect()
        let first = try Migrations.run(connection, logger: silent)
        #expect(
            first.applied == [
                "migrations/0001-log.sql", "migrations/0002-projections.sql",
                "migrations/0003-occurrence.sql", "migrations/0004-verification.sql",
            ]
        )
        #expect(first.replacedCode)
        try database.openLog().record(try samples(2))

        let second = try Migrations.run(connection, logger: silent)
        #expect(second.applied == [])
        #expect(!second.replacedCode)
        #expect(try database.openLog().titles().count == 2)
        #expect(try database.openLog().flaws() == [])
    }

    @Test func `is done once when several do it at once`() throws {
        let database = try TestDatabase(isSetUp: false)
        let outcomes = Outcomes()
        try together(4) { _ in
            let outcome = try Migrations.run(try database.connect(), logger: TestDatabase.silent)
            outcomes.add("\(outcome.applied.count) \(outcome.replacedCode)")
        }
        #expect(outcomes.all.sorted() == ["0 false", "0 false", "0 false", "4 true"])
        try database.openLog().record(try samples(2))
        #expect(try database.openLog().flaws() == [])
    }

    @Test func `brings functions of an older annals up to date`() throws {
        let database = try TestDatabase()
        try database.openLog().record(try samples(2))
        let connection = try database.connect()
        try connection.run(
            script: """
                update annals.schema_code set sha256 = '\\x00', release = 0;
                drop function annals.position_at(timestamptz);
                """
        )
        #expect(throws: LogError.outdated) { try database.openLog() }
        let outcome = try Migrations.run(connection, logger: silent)
        #expect(outcome.applied == [])
        #expect(outcome.replacedCode)
        let log = try database.openLog()
        #expect(try log.position(at: .infinity) == Position(rawValue: 2))
        #expect(try log.flaws() == [])
    }

    @Test func `leaves a newer annals' database alone`() throws {
        let database = try TestDatabase()
        let connection = try database.connect()
        try connection.execute(
            "insert into annals.schema_migration (number, name, sha256) values (99, 'later', '\\x00')"
        )
        #expect(throws: LogError.tooNew) { try database.openLog() }
        #expect(throws: LogError.tooNew) { try Migrations.run(connection, logger: silent) }
        #expect(
            try connection.values("select number from annals.schema_migration order by 1", as: Int32.self)
                == [1, 2, 3, 4, 99]
        )
    }

    @Test func `leaves the functions of a newer release alone`() throws {
        let database = try TestDatabase()
        let connection = try database.connect()
        try connection.execute("update annals.schema_code set release = 1000000, sha256 = '\\x00'")
        #expect(throws: LogError.tooNew) { try database.openLog() }
        #expect(throws: LogError.tooNew) { try Migrations.run(connection, logger: silent) }
    }

    @Test func `tells functions of the same release and another text from older ones`() throws {
        let database = try TestDatabase()
        let connection = try database.connect()
        try connection.execute("update annals.schema_code set sha256 = '\\x00'")
        #expect(throws: LogError.otherBuild) { try database.openLog() }
        #expect(try Migrations.run(connection, logger: silent).replacedCode)
        _ = try database.openLog()
    }

    @Test func `leaves alone what another version of a migration made`() throws {
        let database = try TestDatabase()
        let connection = try database.connect()
        try connection.execute("update annals.schema_migration set sha256 = '\\x00' where number = 2")
        let other = LogError.other("migrations/0002-projections.sql")
        #expect(throws: other) { try database.openLog() }
        #expect(throws: other) { try Migrations.run(connection, logger: silent) }
        // One from before releases were numbered.
        try connection.run(script: "alter table annals.schema_code drop column release")
        #expect(throws: other) { try database.openLog() }
    }

    @Test func `comes before anything else`() throws {
        let database = try TestDatabase(isSetUp: false)
        #expect(throws: LogError.noSchema) { try database.openLog() }
        try database.connect().execute("create schema annals")
        #expect(throws: LogError.noSchema) { try database.openLog() }
    }

    @Test func `needs the right to`() throws {
        let database = try TestDatabase(isSetUp: false)
        let connection = try database.connect(asMemberOf: nil)
        #expect(
            try stateOfRefusal { try Migrations.run(connection, logger: silent) } == .insufficientPrivilege
        )
        #expect(throws: LogError.noSchema) { try Log(connection, logger: silent) }
    }

    @Test func `goes back to nothing when it fails halfway`() throws {
        // The roles belong to the server: whoever was set up first made them.
        _ = try TestDatabase()
        let database = try TestDatabase(isSetUp: false)
        let connection = try database.connect()
        try connection.run(script: "create schema annals; create table annals.effect (in_the_way integer)")
        try connection.execute("grant all on schema annals to annals_owner")
        #expect(try stateOfRefusal { try Migrations.run(connection, logger: silent) } == "42P07")
        #expect(try connection.value("select to_regclass('annals.entry') is null", as: Bool.self))
        try connection.execute("drop table annals.effect")
        try Migrations.run(connection, logger: silent)
        try database.openLog().record(try samples(1))
    }
}
