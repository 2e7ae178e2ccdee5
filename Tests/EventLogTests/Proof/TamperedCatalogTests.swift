import Annals
import EventLog
import Postgres
import Support
import Testing

/// A superuser changes what answers, guards or grants, and nothing in the log.
@Suite struct `a database whose schema was tampered with` {
    struct Change: CustomTestStringConvertible {
        let script: String
        let problems: [String]

        init(_ script: String, _ problems: String...) {
            self.script = script
            self.problems = problems
        }

        var testDescription: String { script }
    }

    private static let code = [
        Change(
            "create or replace function annals.position_at(moment timestamptz) returns bigint language sql stable set search_path = pg_catalog, pg_temp as 'select 1::bigint'",
            "the function annals.position_at(timestamp with time zone) was replaced: it does not answer as this program's"
        ),
        Change(
            "alter function annals.append(annals.new_entry[], jsonb) security invoker",
            "annals.append(annals.new_entry[],jsonb) runs with its caller's rights, and should with its owner's"
        ),
        Change(
            "alter function annals.state_at(text, date, bigint) security definer",
            "annals.state_at(text,date,bigint) runs with its owner's rights, and should with its caller's"
        ),
        Change(
            "alter function annals.append(annals.new_entry[], jsonb) owner to postgres_like",
            """
            annals.append(annals.new_entry[],jsonb) belongs to postgres_like, not to annals_owner: postgres_like can \
            replace it, and it can run with their rights
            """
        ),
        Change(
            "alter function annals.leaf(bytea, timestamptz, timestamptz, text) volatile",
            "the function annals.leaf(bytea,timestamp with time zone,timestamp with time zone,text) is declared volatile, and should be stable"
        ),
        Change(
            "drop function annals.version_at(text, bigint)",
            "the function annals.version_at(text,bigint) is missing"
        ),
        Change(
            "create function annals.state_at(text, text) returns int language sql as 'select 1'",
            "the function annals.state_at(text,text) is not that of this program"
        ),
        Change(
            "create or replace view annals.dyad_year as select * from annals.dyad_years(null, 1999)",
            "the view annals.dyad_year was replaced: it does not answer as this program's"
        ),
        Change(
            """
            create rule "_more" as on delete to annals.dyad_year do instead nothing
            """,
            "the rule _more of annals.dyad_year is not that of this program: it changes what is read or written"
        ),
    ]

    private static let tables = [
        Change(
            "alter table annals.effect enable row level security",
            "row security on annals.effect hides rows from readers"
        ),
        Change(
            "create policy few on annals.effect using (level > 0)",
            "the policy few of annals.effect decides which rows are seen: it is not this program's"
        ),
        Change(
            "alter table annals.effect add column more text",
            "the column annals.effect.more is not that of this program"
        ),
        Change(
            "alter table annals.activity alter column events type integer",
            "the column annals.activity.events was changed: it is 6 integer not null, and should be 6 bigint not null"
        ),
        Change(
            "alter table annals.entry alter column digest drop not null",
            "the column annals.entry.digest was changed: it is 32 bytea, and should be 32 bytea not null"
        ),
        Change(
            "alter table annals.log alter column leaf set default ''",
            "the column annals.log.leaf was changed: it is 4 bytea not null default '\\x'::bytea, and should be 4 bytea not null"
        ),
        Change(
            "alter table annals.occurrence alter column width drop expression",
            "the column annals.occurrence.width was changed: it is 4 smallint not null, and should be 4 smallint not null generated s "
        ),
        Change(
            "alter table annals.entry alter column title set statistics 100",
            "the column annals.entry.title was changed: it is 17 text, and should be 17 text without statistics"
        ),
        Change(
            "alter table annals.log drop constraint log_event_id_revision_key",
            "the index annals.log_event_id_revision_key is missing",
            "the key or check log_event_id_revision_key of annals.log is missing: nothing keeps annals.log from holding what it must not"
        ),
        Change(
            "alter table annals.effect add check (level > -2) not valid",
            "the key or check effect_level_check of annals.effect is not that of this program"
        ),
        Change("drop index annals.effect_lane", "the index annals.effect_lane is missing"),
        Change(
            """
            drop index annals.actor_name_slug;
            create index actor_name_slug on annals.actor_name (slug) where scheme = 'slug'
            """,
            "the index annals.actor_name_slug was changed: it is CREATE INDEX"
        ),
        Change(
            "create index more on annals.effect (value)",
            "the index annals.more is not that of this program"
        ),
        Change(
            "create statistics annals.more on stream, facet from annals.effect",
            "somebody made this, and it is not this program's: statistics object annals.more"
        ),
        Change("create table annals.more ()", "the table annals.more is not that of this program"),
        Change(
            "create table public.child () inherits (annals.activity)",
            "annals.activity answers with the rows of table public.child as if they were its own"
        ),
        Change(
            "create table public.parent (month date not null); alter table annals.activity inherit public.parent",
            "annals.activity is a part of table public.parent, which can change it",
            "the column annals.activity.month was changed"
        ),
        Change(
            "alter table annals.activity set unlogged",
            "annals.activity is a table, unlogged, and should be a table"
        ),
        Change(
            "alter table annals.effect owner to postgres_like",
            "annals.effect belongs to postgres_like, not to annals_owner: postgres_like can change it at will"
        ),
        Change("drop view annals.event", "the view annals.event is missing"),
        Change(
            """
            alter table annals.known_month rename to hidden; create foreign data wrapper nothing;
            create server nowhere foreign data wrapper nothing;
            create foreign table annals.known_month (
                stream text collate "C" not null, month date not null, known_from bigint not null
            ) server nowhere
            """,
            "annals.known_month is a foreign table, and should be a table",
            "the table annals.hidden is not that of this program",
            "the key or check known_month_pkey of annals.known_month is missing",
            "annals.known_month belongs to ",
            "readers may not read annals.known_month",
            "redactors may not read annals.known_month",
            "writers may not read annals.known_month"
        ),
    ]

    private static let rights = [
        Change(
            "grant insert on annals.effect to annals_writer",
            "writers may change annals.effect directly (INSERT), and should not"
        ),
        Change(
            "grant update (value) on annals.effect to annals_reader",
            "readers may change annals.effect.value directly (UPDATE), and should not"
        ),
        Change(
            "grant create on schema annals to annals_writer",
            "writers may put things of their own into schema annals, and should not"
        ),
        Change(
            "grant execute on function annals.restore(jsonb[], bigint) to public",
            "everybody may call annals.restore(jsonb[],bigint), and should not"
        ),
        Change(
            "grant delete on annals.outbox to postgres_like",
            "postgres_like may change annals.outbox directly (DELETE), and should not"
        ),
        Change("revoke select on annals.effect from annals_reader", "readers may not read annals.effect"),
        Change(
            "alter default privileges in schema annals grant insert on tables to public",
            "schema annals that "
        ),
        // Who may read may let others read too.
        Change("grant select on annals.event to public; grant usage on schema annals to public"),
    ]

    private static let others = [
        Change(
            "create type annals.mood as enum ('fair')",
            "the enum annals.mood is not that of this program",
            "annals.mood belongs to"
        ),
        Change(
            "create domain annals.little as integer",
            "the domain annals.little is not that of this program",
            "annals.little belongs to"
        ),
        Change("create sequence annals.more", "the sequence annals.more is not that of this program"),
        Change(
            "create collation annals.more from \"C\"",
            "somebody made this, and it is not this program's: collation annals.more"
        ),
        Change(
            "create operator annals.### (leftarg = text, rightarg = text, function = textcat)",
            "somebody made this, and it is not this program's: operator annals.###(text,text)"
        ),
        Change(
            "create cast (annals.derivation as text) with inout as implicit",
            "somebody made this, and it is not this program's: cast from annals.derivation to text"
        ),
        Change(
            "create function annals_retired.more() returns int language sql as 'select 1'",
            "somebody made this, and it is not this program's: function annals_retired.more()"
        ),
        Change(
            "create function pg_catalog.array_position(text[], text) returns integer language sql as 'select 1'",
            "somebody made this, and it is not this program's: function array_position(text[],text)"
        ),
        Change(
            "create operator pg_catalog.= (leftarg = text, rightarg = integer, function = public.same)",
            "somebody made this, and it is not this program's: operator =(text,integer)"
        ),
        Change(
            "create or replace function pg_catalog.lower(text) returns text language internal immutable strict parallel safe as 'upper'",
            "the server's own function lower(text) was changed after the server was set up"
        ),
        Change(
            "create event trigger watcher on ddl_command_end execute function public.watch()",
            "the event trigger watcher (ddl_command_end by public.watch()) runs with what is changed in this database"
        ),
        Change(
            "set allow_system_table_mods = on; update pg_operator set oprcode = 'texticnlike'::regproc where oid = '~~*(text,text)'::regoperator",
            "the server's own operator ~~*(text,text) was changed after the server was set up"
        ),
        Change(
            "update annals.facet set level = 2 where facet = 'hostility' and value = 'war'",
            "the rulebook's table annals.facet says of hostility/war that its level is 2, and it should be -2"
        ),
        Change(
            "delete from annals.facet where value = 'war'",
            "the rulebook's table annals.facet lacks hostility/war"
        ),
        Change(
            "insert into annals.facet select 1, 1, 'weather', 'symmetric', null, 'latest', null, 'fair', null, 0, null",
            "the rulebook's table annals.facet has weather/fair, which the rulebook has not"
        ),
        Change(
            "update annals.projection set rulebook = 99",
            "annals.projection says that version 1 of the projections was made by rulebook 99; this program has rulebook 1"
        ),
        Change(
            "delete from annals.projection",
            "annals.projection names 0 versions of the projections as live, not one"
        ),
        Change(
            "do $$ begin execute format('alter database %I set search_path = public, pg_catalog', current_database()); end $$",
            "sessions of everybody in this database look for functions in public, pg_catalog before the server's own"
        ),
        Change(
            """
            set allow_system_table_mods = on;
            update pg_index set indisready = false where indexrelid = 'annals.actor_name_slug'::regclass;
            create temporary table kept as select * from annals.actor_name;
            delete from annals.actor_name;
            insert into annals.actor_name select * from kept;
            update pg_index set indisready = true where indexrelid = 'annals.actor_name_slug'::regclass
            """,
            "the index annals.actor_name_slug leads to "
        ),
    ]

    @Test(arguments: code + tables + rights + others)
    func `is found out, and told in words`(_ change: Change) throws {
        let log = try TamperedLog()
        let connection = log.log.connection
        try connection.run(
            script: """
                do $$ begin create role postgres_like; exception when duplicate_object or unique_violation then null; end $$;
                create function public.same(text, integer) returns boolean language sql as 'select true';
                create function public.watch() returns event_trigger language plpgsql as 'begin end';
                """
        )
        #expect(try log.findings() == [])
        try connection.run(script: change.script)
        let problems = try log.problems()
        #expect(problems.count == change.problems.count, "\(problems)")
        for problem in change.problems {
            #expect(problems.contains { $0.hasPrefix(problem) }, "\(problems)")
        }
    }
}
