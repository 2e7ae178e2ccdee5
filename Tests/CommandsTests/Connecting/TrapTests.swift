import Postgres
import Support
import Testing

/// Who may create functions in a schema on somebody's search path runs no code as whoever runs annals.
@Suite struct `functions in public` {
    /// Each more exact than the server's own, or the same; a sequence remembers also what was rolled back.
    private static let traps = """
        create sequence public.caught;
        grant all on schema public to public;
        grant all on public.caught to public;
        create function public.trap() returns bigint language sql as 'select nextval(''public.caught'')';
        do $$
        declare
            signature text;
        begin
            foreach signature in array array[
                'array_position(text[], text) returns integer', 'array_length(text[], integer) returns integer',
                'cardinality(text[]) returns integer', 'array_to_string(text[], text) returns text',
                'length(varchar) returns integer', 'lower(varchar) returns text', 'format(text, text) returns text',
                'set_config(text, text, boolean) returns text', 'current_setting(text) returns text',
                'pg_backend_pid() returns integer', 'current_database() returns name',
                'has_function_privilege(text, text) returns boolean', 'to_regclass(text) returns regclass',
                'pg_has_role(text, text) returns boolean', 'sha256(text) returns bytea', 'now() returns timestamptz',
                'clock_timestamp() returns timestamptz', 'string_to_array(text, text) returns text[]',
                'jsonb_array_elements(text) returns jsonb', 'pg_size_pretty(bigint) returns text',
                'pg_database_size(name) returns bigint', 'greatest_of(text) returns text',
                'unnest(text[]) returns text', 'position_of(text, text) returns integer',
                'regexp_replace(text, text, text) returns text', 'concat(text, text) returns text'
            ] loop
                execute format('create function public.%s language sql as ''select public.trap(); select null::%s''',
                               signature, split_part(signature, ' returns ', 2));
            end loop;
            foreach signature in array array['text,text', 'text,varchar', 'integer,integer', 'bigint,bigint',
                                             'name,text', 'uuid,uuid', 'date,date'] loop
                execute format('create function public.differs(%s) returns boolean language sql as '
                               '''select public.trap(); select null::boolean''', signature);
                execute format('create operator public.= (leftarg = %s, rightarg = %s, function = public.differs)',
                               split_part(signature, ',', 1), split_part(signature, ',', 2));
                execute format('create operator public.<> (leftarg = %s, rightarg = %s, function = public.differs)',
                               split_part(signature, ',', 1), split_part(signature, ',', 2));
                execute format('create operator public.<= (leftarg = %s, rightarg = %s, function = public.differs)',
                               split_part(signature, ',', 1), split_part(signature, ',', 2));
            end loop;
        end
        $$;
        """

    private static let commands: [[String]] =
        `the settings of a session`.questions + [
            ["status"], ["init"], ["checkpoint"], ["replay"], ["replay", "--drop-retired"],
            ["watch", "--since", "#150", "--limit", "3"], ["history", "taliban", "us", "--format", "svg"],
            ["actor", "add", "fiji", "Fiji"], ["actor", "show", "us"],
            ["append", "china", "fiji", "--on", "2021", "--title", "Visit", "--if-version", "0"],
            ["append", "china", "fiji", "--on", "2022", "--title", "Visit", "--dry-run"],
            ["correct", "#160", "--note", "nothing", "--because", "checked again"],
            ["retract", "#100", "--because", "nobody believes it"],
            ["redact", "#160", "--field", "note", "--because", "the law"],
        ]

    @Test(arguments: ["\"$user\", public", "public, pg_catalog"])
    func `are not called by any command of whoever owns the log`(path: String) throws {
        let database = try TestDatabase()
        let user = User(of: database)
        #expect(try user.annals("init", "--example", "afghanistan").status == 0)
        let server = try database.connect()
        try server.run(script: Self.traps)
        let name = try #require(
            try server.first("select current_database()::text") { try $0[0, as: String.self] }
        )
        try server.run(script: "alter database \(name) set search_path = \(path)")

        // The trap is one.
        let caught = "psql -X -At \"$ANNALS_DB\" -c 'select is_called from public.caught'"
        if path.hasPrefix("public") {
            let sprung =
                "psql -X -At \"$ANNALS_DB\" -c \"begin; select array_position('{a}'::text[], 'a'::text)\""
            #expect(try user.shell(sprung).status == 0)
            #expect(try user.shell(caught).output == "t\n")
            try server.run(script: "alter sequence public.caught restart")
        }
        for command in Self.commands {
            let outcome = try user.annals(command)
            // Such a path itself is told of: whoever comes by psql is caught.
            let isTold = command.first == "verify" && path.hasPrefix("public")
            #expect(outcome.status == (isTold ? 1 : 0), "\(command): \(outcome.errors)")
            #expect(!isTold || outcome.output.contains("look for functions in public, pg_catalog"))
            let isCaught = try server.first("select is_called from public.caught") {
                try $0[0, as: Bool.self]
            }
            #expect(isCaught == false, "\(command)")
        }
    }
}
