import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `a role` {
    @Test func `that is a writer appends, sequences and reads`() throws {
        let database = try TestDatabase()
        let log = try Log(try database.connect(asMemberOf: "annals_writer"), logger: TestDatabase.silent)
        let entry = try PendingEntry.recording(.sample("one"))
        let accepted = try log.record([entry, entry.correcting(to: try .sample("two"))])
        #expect(try log.titles() == ["one", "two"])
        #expect(try log.positions(of: accepted).count == 1)
        #expect(try log.revisions(of: entry.entry.event)?.entries.count == 2)
        #expect(try log.flaws() == [])
    }

    @Test func `that is a reader reads, and neither appends nor sequences`() throws {
        let database = try TestDatabase()
        try database.openLog().record(try samples(3))
        let log = try Log(try database.connect(asMemberOf: "annals_reader"), logger: TestDatabase.silent)
        #expect(try log.titles().count == 3)
        #expect(try log.flaws() == [])
        #expect(try stateOfRefusal { try log.append(try samples(1)) } == .insufficientPrivilege)
        #expect(try stateOfRefusal { try log.sequence() } == .insufficientPrivilege)
        #expect(try log.head().waiting == 0)
    }

    @Test(arguments: ["annals_reader", "annals_writer"])
    func `that reads may ask everything that is there for people with SQL`(_ role: String) throws {
        let database = try TestDatabase()
        try database.openLog().record(try samples(3))
        let connection = try database.connect(asMemberOf: role)
        for relation in [
            "event", "relationship_state", "dyad_year", "dyad_years()", "dyad_periods('month')",
            "event_types()",
            "network_at('2020-01-01')", "state_at('a/b', '2020-01-01')",
        ] {
            #expect(throws: Never.self) { try connection.execute("select * from annals.\(raw: relation)") }
        }
        #expect(throws: Never.self) { try connection.execute("select annals.position_at(now())") }
    }

    @Test func `that is neither sees nothing`() throws {
        let connection = try TestDatabase().connect(asMemberOf: nil)
        #expect(
            try stateOfRefusal { try Log(connection, logger: TestDatabase.silent) } == .insufficientPrivilege
        )
        for statement in [
            "select from annals.entry", "select annals.append('{}')", "select annals.sequence()",
            "select from annals.event", "select from annals.network_at('2020-01-01')",
        ] {
            #expect(
                try stateOfRefusal { try connection.execute(Query(raw: statement)) } == .insufficientPrivilege
            )
        }
    }

    @Test func `that is everybody may call none of the functions`() throws {
        let open: [String] = try TestDatabase().connect().values(
            """
            select proname::text from pg_proc
             where pronamespace = 'annals'::regnamespace and has_function_privilege('public', oid, 'execute')
            """
        )
        #expect(open == [])
    }

    @Test func `that owns annals owns all of it, and is no superuser`() throws {
        let connection = try TestDatabase().connect()
        let foreign: [String] = try connection.values(
            """
            select relname::text from pg_class
             where relnamespace = 'annals'::regnamespace and relowner <> 'annals_owner'::regrole
            union all
            select proname::text from pg_proc
             where pronamespace = 'annals'::regnamespace and proowner <> 'annals_owner'::regrole
            """
        )
        #expect(foreign == [])
        #expect(
            try connection.value(
                "select bool_or(rolsuper or rolcanlogin) from pg_roles where rolname like 'annals\\_%'",
                as: Bool.self
            ) == false
        )
    }
}
