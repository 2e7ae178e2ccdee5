import Annals
import EventLog
import Postgres
import Support
import Testing

/// What runs with the owner's rights finds its own tables and functions, whatever the caller has put before them.
@Suite struct `a search path` {
    @Test func `is fixed in every function that lends the owner's rights`() throws {
        let settings: [String] = try TestDatabase().connect().values(
            """
            select proname || ' ' || proconfig[1] from pg_proc
             where pronamespace = 'annals'::regnamespace and prosecdef order by proname
            """
        )
        #expect(
            settings == [
                "append search_path=annals, pg_temp", "check_erasure search_path=pg_catalog, pg_temp",
                "import search_path=annals, pg_temp", "note_verification search_path=pg_catalog, pg_temp",
                "redact search_path=annals, pg_temp",
                "sequence search_path=annals, pg_temp",
            ]
        )
    }

    /// Those the planner sees through, which name functions with their schema, and those that fill the tables first on
    /// the caller's path, as a replay's.
    @Test func `is fixed in every other function too, but for few`() throws {
        let open: [String] = try TestDatabase().connect().values(
            """
            select proname::text from pg_proc
             where pronamespace = 'annals'::regnamespace
               and not coalesce(proconfig::text like '%search_path=%', false)
             order by proname collate "C"
            """
        )
        #expect(
            open == [
                "apply", "bytes_of", "bytes_of_hidden", "days_between", "event_types", "is_claim", "is_day",
                "is_list",
                "leaf",
                "network_at", "project",
            ]
        )
    }

    @Test func `with functions that fit better in the public schema calls none of them`() throws {
        let database = try TestDatabase()
        let owner = try database.connect()
        let log = try Log(owner, logger: TestDatabase.silent)
        try log.record(try samples(3) + [.recording(try .sample { $0.on = "2019/2021" })])
        // A sequence, which remembers also what was rolled back.
        try owner.run(
            script: """
                create sequence public.caught;
                create function public.trap() returns bigint language sql as 'select nextval(''public.caught'')';
                create function public.array_position(text[], text) returns integer language sql as
                    'select public.trap()::integer';
                create function public.convert_to(text, text) returns bytea language sql as
                    'select decode(public.trap()::text, ''escape'')';
                create function public.cardinality(text[]) returns integer language sql as
                    'select public.trap()::integer';
                create function public.array_ndims(text[]) returns integer language sql as
                    'select public.trap()::integer';
                create function public.array_to_string(text[], text) returns text language sql as
                    'select public.trap()::text';
                create function public.next(bigint, date) returns bigint language sql as 'select public.trap()';
                create aggregate public.lag(date) (sfunc = public.next, stype = bigint);
                create aggregate public.array_agg(date) (sfunc = public.next, stype = bigint);
                set search_path = public;
                """
        )
        for query: Query in [
            "select * from annals.event", "select * from annals.relationship_state",
            "select * from annals.dyad_year",
            "select * from annals.verify_log()", "select * from annals.cloud_events()",
            "select * from annals.state_at('taliban/united-states', '2020-03-01')",
            "select annals.turning_days('taliban/united-states', '2019-01-01', '2022-01-01', 3, 50)",
            "select annals.span('taliban/united-states', 3)",
        ] { try owner.execute(query) }
        try log.record([.recording(try .sample("one more"))])
        #expect(try !owner.value("select is_called from public.caught", as: Bool.self))
        // It would have been caught.
        _ = try? owner.execute("select array_position(array['a']::text[], 'a'::text)")
        #expect(try owner.value("select is_called from public.caught", as: Bool.self))
    }

    @Test func `with tables of the same names before the log's changes nothing`() throws {
        let database = try TestDatabase()
        let writer = try database.connect(asMemberOf: "annals_writer")
        let names: [String] = try writer.values(
            "select relname::text from pg_class where relnamespace = 'annals'::regnamespace and relkind = 'r'"
        )
        try #require(names.contains("entry"))
        for name in names {
            try writer.execute(
                "create temporary table \(raw: name) (like annals.\(raw: name) including defaults)"
            )
        }
        try writer.execute("set search_path = pg_temp, public, annals, pg_catalog")
        let log = try Log(writer, logger: TestDatabase.silent)
        let entry = try PendingEntry.recording(.sample("one") { $0.type = "CONSULT" })
        try log.record([entry, entry.correcting(to: try .sample("two"))])
        for name in names {
            #expect(
                try writer.value("select count(*) from pg_temp.\(raw: name)", as: Int64.self) == 0,
                "\(name)"
            )
        }
        #expect(try database.openLog().titles() == ["one", "two"])
        #expect(try database.openLog().flaws() == [])
    }

    @Test func `with functions and operators of the same names calls none of them`() throws {
        let database = try TestDatabase()
        let server = try database.connect()
        try server.run(
            script: """
                create table public.caught (who text);
                grant all on schema public to public;
                grant all on public.caught to public;
                """
        )
        let writer = try database.connect(asMemberOf: "annals_writer")
        try writer.run(
            script: """
                create function public.trap() returns void language sql as
                    'insert into public.caught values (current_user)';
                create function public.clock_timestamp() returns timestamptz language sql as
                    'select public.trap(); select now()';
                create function public.sha256(text) returns bytea language sql as
                    'select public.trap(); select ''\\x00''::bytea';
                create function public.hashtext(varchar) returns integer language sql as
                    'select public.trap(); select 1';
                create function public.jsonb_array_elements(text) returns setof jsonb language sql as
                    'select public.trap(); select ''{}''::jsonb';
                create function public.pg_advisory_xact_lock(bigint, integer) returns void language sql as
                    'select public.trap()';
                create function public.pg_notify(text, varchar) returns void language sql as
                    'select public.trap()';
                create function public.differs(text, varchar) returns boolean language sql as
                    'select public.trap(); select true';
                create operator public.= (leftarg = text, rightarg = varchar, function = public.differs);
                create operator public.<> (leftarg = text, rightarg = varchar, function = public.differs);
                set search_path = public, pg_temp, annals, pg_catalog;
                """
        )
        let log = try Log(writer, logger: TestDatabase.silent)
        let entry = try PendingEntry.recording(.sample("one") { $0.type = "CONSULT" })
        try log.record([entry, entry.correcting(to: try .sample("two"))])
        #expect(try server.values("select who from public.caught", as: String.self) == [])
        #expect(try database.openLog().flaws() == [])
    }

    @Test func `with tables, functions and operators of the same names does not mislead an erasure`() throws {
        let database = try TestDatabase()
        let server = try database.connect()
        let serversLog = try Log(server, logger: TestDatabase.silent)
        let event = PendingEntry.recording(try .sample("Talks") { $0.note = "a secret" })
        let corrected = event.correcting(to: try .sample("Talks") { $0.note = "a secret" })
        try serversLog.record([event, corrected])
        // A sequence, which remembers also what was rolled back.
        try server.run(
            script: """
                create sequence public.caught;
                grant all on schema public to public;
                grant all on public.caught to public;
                """
        )
        let eraser = try database.connect(asMemberOf: "annals_owner")
        for name in ["entry", "stream", "stream_entry", "outbox"] {
            try eraser.execute(
                "create temporary table \(raw: name) (like annals.\(raw: name) including defaults)"
            )
        }
        let log = try Log(eraser, logger: TestDatabase.silent)
        try eraser.run(
            script: """
                create function public.trap() returns bigint language sql as
                    'select nextval(''public.caught'')';
                create function public.sha256(bytea) returns bytea language sql as
                    'select public.trap(); select ''\\x00''::bytea';
                create function public.decode(text, text) returns bytea language sql as
                    'select public.trap(); select ''\\x00''::bytea';
                create function public.cardinality(anyarray) returns integer language sql as
                    'select public.trap(); select 1';
                create function public.differs(text, text) returns boolean language sql as
                    'select public.trap(); select true';
                create operator public.= (leftarg = text, rightarg = text, function = public.differs);
                create operator public.<> (leftarg = text, rightarg = text, function = public.differs);
                create function public.overlap(anyarray, anyarray) returns boolean language sql as
                    'select public.trap(); select false';
                create operator public.&& (leftarg = anyarray, rightarg = anyarray, function = public.overlap);
                create function public.erasable(annals.entry, text) returns text language sql as
                    'select public.trap(); select null::text';
                set search_path = pg_temp, public, annals, pg_catalog;
                """
        )
        let redaction = corrected.redacting(.note)
        #expect(try !log.redact(redaction).isDuplicate)
        #expect(try !server.value("select is_called from public.caught", as: Bool.self))
        #expect(
            try server.values("select note from annals.entry order by revision", as: String?.self)
                == [nil, nil, "(erased)"]
        )
        for name in ["entry", "stream", "stream_entry", "outbox"] {
            #expect(try eraser.value("select count(*) from pg_temp.\(raw: name)", as: Int64.self) == 0)
        }
        try serversLog.sequence()
        #expect(try serversLog.flaws() == [])
        // One without a path of its own would walk into them.
        try server.execute("alter function annals.redact(annals.new_entry) reset all")
        _ = try? log.redact(redaction.redacting(.title))
        #expect(try server.value("select is_called from public.caught", as: Bool.self))
    }

    @Test func `with tables of the same names does not mislead who reads`() throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        try log.record(try samples(3) + [.recording(try .sample { $0.type = "CONSULT" })])
        let reader = try database.connect(asMemberOf: "annals_reader")
        let question: Query = """
            select annals.version_at('taliban/united-states', 3), annals.position_at(now()),
                   (select count(*) from annals.state_at('taliban/united-states', '2020-03-01'))
            """
        let ask = {
            try reader.query(question) { row throws(PostgresError) in
                [try row[0, as: Int64.self], try row[1, as: Int64.self], try row[2, as: Int64.self]]
            }
        }
        #expect(try ask() == [[3, 4, 1]])
        for name in ["stream", "stream_entry", "log", "log_head", "entry", "effect", "lane"] {
            try reader.execute("create temporary table \(raw: name) (like annals.\(raw: name))")
        }
        #expect(try ask() == [[3, 4, 1]])
    }
}
