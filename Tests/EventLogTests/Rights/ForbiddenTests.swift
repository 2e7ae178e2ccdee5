import EventLog
import Postgres
import Support
import Testing

/// Everything somebody with a session might try, as everybody, each refused; and that what they may do works.
@Suite struct `what is forbidden` {
    /// All is refused here, so that all tests can share it.
    private static let database = Result {
        let database = try TestDatabase()
        try database.openLog().record(try samples(2))
        return database
    }

    /// Tried on every table of annals: `%t` is the table, `%c` its first column.
    private static let changes = [
        "insert into %t default values", "insert into %t select * from %t", "update %t set %c = %c",
        "delete from %t", "truncate %t", "truncate %t cascade", "copy %t from stdin",
        "merge into %t using (select 1) as one on true when matched then delete",
        "select * from %t for update", "select 1; lock table %t in access exclusive mode",
        "alter table %t disable trigger all", "alter table %t disable trigger user",
        "alter table %t enable replica trigger append_only", "alter table %t add column more text",
        "alter table %t drop column %c", "alter table %t owner to current_user",
        "alter table %t enable row level security", "alter table %t set schema public",
        "drop table %t cascade",
        "create index on %t ((1))", "create rule nothing as on insert to %t do instead nothing",
        "create trigger more before insert on %t execute function suppress_redundant_updates_trigger()",
        "create policy more on %t", "comment on table %t is 'x'", "create publication p for table %t",
        "create table pg_temp.child () inherits (%t)", "create statistics s on (%c), ctid from %t",
    ]

    /// Tried once each.
    private static let attempts = [
        "set session_replication_role = replica", "set local session_replication_role = replica",
        "set role annals_owner", "set session authorization annals_owner", "alter role annals_owner login",
        "alter role annals_reader superuser", "create role eve", "drop role annals_writer",
        "grant annals_owner to current_user", "create schema eve",
        "create table annals.more ()", "create view annals.more as select 1",
        "create function annals.more() returns int language sql return 1",
        "create type annals.more as (x int)",
        "create table annals_replay.effect (like annals.effect)", "create table public.more ()",
        "drop schema annals cascade", "alter schema annals rename to history",
        "create or replace function annals.leaf(digest bytea, accepted_at timestamptz, recorded_at timestamptz) "
            + "returns bytea language sql as 'select digest'",
        "alter function annals.append(annals.new_entry[], jsonb) set search_path = public",
        "alter function annals.append(annals.new_entry[], jsonb) security invoker",
        "drop function annals.refuse_change() cascade", "drop trigger append_only on annals.entry",
        "alter table annals.entry drop constraint entry_pkey",
        "select annals.redact(null)", "select annals.refuse_change()", "select annals.check_erasure()",
        "set search_path = annals; "
            + "select annals.apply('{9}', array[gen_random_uuid()], '{1}', array[row('{}', '{}', null)::annals.derivation])",
        "select pg_read_file('PG_VERSION')", "copy annals.entry to program 'cat'",
        "copy annals.log to '/tmp/log'",
        "select pg_terminate_backend(pid) from pg_stat_activity where usesysid = 10 limit 1",
        "alter system set fsync = off", "create foreign data wrapper elsewhere",
        "drop extension plpgsql cascade",
        "select lo_import('/etc/passwd')",
        "alter default privileges in schema annals grant all on tables to public; "
            + "alter default privileges for role annals_owner grant all on tables to public",
    ]

    private func tables() throws -> [(name: String, column: String)] {
        try Self.database.get().connect().query(
            """
            select format('annals.%I', c.relname) as name, a.attname::text as column
              from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
             where c.relnamespace = 'annals'::regnamespace and c.relkind = 'r'
            """
        ) { row throws(PostgresError) in (name: try row["name"], column: try row["column"]) }
    }

    private func state(of statement: String, by connection: Connection) throws -> SQLState? {
        // Several statements only where a test has two of them.
        try stateOfRefusal { try connection.run(script: statement) }
    }

    @Test(arguments: ["annals_writer", "annals_reader", nil])
    func `is refused to writers, readers and strangers, on every table`(role: String?) throws {
        let connection = try Self.database.get().connect(asMemberOf: role)
        let tables = try tables()
        try #require(tables.count >= 14)
        for (name, column) in tables {
            for change in Self.changes {
                let statement = change.replacing("%t", with: name).replacing("%c", with: column)
                let state = try state(of: statement, by: connection)
                // What a column is computed to be is refused to everybody, before anybody's rights are looked at.
                let isComputed =
                    statement.hasPrefix("insert into annals.occurrence select") && state == "428C9"
                #expect(
                    isComputed || state == .insufficientPrivilege,
                    "\(role ?? "nobody"): \(statement)"
                )
            }
        }
        #expect(try Self.database.get().openLog().flaws() == [])
    }

    @Test(arguments: ["annals_writer", "annals_reader", nil], attempts)
    func `is refused to writers, readers and strangers`(role: String?, statement: String) throws {
        let connection = try Self.database.get().connect(asMemberOf: role)
        #expect(try state(of: statement, by: connection) == .insufficientPrivilege)
    }

    @Test(arguments: ["annals_reader", nil])
    func `is writing, to those who may only read or nothing`(role: String?) throws {
        let connection = try Self.database.get().connect(asMemberOf: role)
        for statement in [
            "select annals.append('{}')", "select annals.append('{}', '{}')", "select annals.sequence()",
        ] {
            #expect(try state(of: statement, by: connection) == .insufficientPrivilege, "\(statement)")
        }
    }

    @Test func `is reading, to strangers`() throws {
        let connection = try Self.database.get().connect(asMemberOf: nil)
        for (name, _) in try tables() {
            #expect(try state(of: "select from \(name)", by: connection) == .insufficientPrivilege, "\(name)")
        }
        let owner = try Self.database.get().connect()
        try owner.execute("set search_path = ''")
        let functions: [String] = try owner.values(
            """
            select format('select annals.%I(%s)', proname,
                          (select string_agg('null::' || format_type(t, null), ', ' order by n)
                             from unnest(proargtypes) with ordinality as a (t, n)))
              from pg_proc where pronamespace = 'annals'::regnamespace and prorettype <> 'trigger'::regtype
            """
        )
        try #require(functions.count >= 10)
        for call in functions {
            #expect(try state(of: call, by: connection) == .insufficientPrivilege, "\(call)")
        }
    }

    @Test(arguments: [
        "set session_replication_role = replica", "alter role annals_owner superuser", "create role eve",
        "select pg_read_file('PG_VERSION')", "copy annals.entry to program 'cat'",
        "alter system set fsync = off",
        "set session authorization annals", "create schema eve",
    ]) func `is what only a superuser does, to the owner too`(statement: String) throws {
        let connection = try Self.database.get().connect(asMemberOf: "annals_owner")
        #expect(try state(of: statement, by: connection) == .insufficientPrivilege)
    }

    @Test(arguments: ["annals_writer", "annals_reader"])
    func `is handing on rights somebody only has`(role: String) throws {
        let connection = try Self.database.get().connect(asMemberOf: role)
        // A grant of what one may not hand on is a warning to PostgreSQL, and grants nothing.
        _ = try? connection.run(script: "grant select on all tables in schema annals to public")
        _ = try? connection.run(script: "grant execute on all functions in schema annals to public")
        _ = try? connection.run(script: "grant usage on schema annals to public")
        let granted: [String] = try connection.values(
            """
            select relname::text from pg_class
             where relnamespace = 'annals'::regnamespace and relkind = 'r' and has_table_privilege('public', oid, 'select')
            union all
            select proname::text from pg_proc
             where pronamespace = 'annals'::regnamespace and has_function_privilege('public', oid, 'execute')
            union all
            select 'annals' where has_schema_privilege('public', 'annals', 'usage')
            """
        )
        #expect(granted == [])
        #expect(try state(of: "grant \(role) to public", by: connection) != nil)
        #expect(try state(of: "grant \(role) to annals_reader", by: connection) == .insufficientPrivilege)
    }

    @Test(
        arguments: ["annals_writer", "annals_reader"],
        [
            "select * from annals.entry", "select * from annals.log_head", "select * from annals.outbox",
            "select * from annals.state_at('taliban/united-states', '2021-01-01')",
            "select annals.position_at(now())",
            "select annals.version_at('taliban/united-states', 1)", "create temporary table mine (x int)",
            "select annals.leaf('\\x00', now(), now())",
            "select annals.grow_tree(0, '{}', array['\\x00'::bytea])",
        ]
    ) func `is not what readers and writers are for`(role: String, statement: String) throws {
        let connection = try Self.database.get().connect(asMemberOf: role)
        try connection.execute(Query(raw: statement))
    }

    @Test(arguments: ["select annals.append('{}')", "select annals.sequence()"])
    func `is not what writers are for`(statement: String) throws {
        let connection = try Self.database.get().connect(asMemberOf: "annals_writer")
        try connection.execute(Query(raw: statement))
    }
}
