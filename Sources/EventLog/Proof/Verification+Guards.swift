import Postgres

extension Verification {
    /// That nothing has lifted the guards that refuse changes of the log, nor put other things in their way.
    ///
    /// Who lifted a guard, changed the log and put the guard back leaves no trace here, but in the log.
    func checkGuards(_ found: (Finding) throws -> Void) throws {
        let problems = try log.connection.query(Self.guards) { row throws(PostgresError) in
            try row[0, as: String.self]
        }
        for problem in problems { try found(Finding(position: nil, problem: problem)) }
    }

    /// What is wrong with triggers, rules and row security of the log's tables, and who no trigger stops.
    ///
    /// Triggers are compared as the server writes them, but for the schema of their function, which it leaves out
    /// when it is on the search path.
    private static let guards: Query = """
        with due (guarded, name, definition) as (
            values
            ('entry', 'append_only', 'BEFORE DELETE % FOR EACH ROW EXECUTE annals.refuse_change'),
            ('entry', 'erasure_is_whole', 'AFTER INSERT % DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN '
                 '(((new.kind = ''redacted''::text) OR (new.title_hash IS NOT NULL) OR (new.note_hash IS NOT NULL) '
                 'OR (new.reason_hash IS NOT NULL))) EXECUTE annals.check_erasure'),
            ('entry', 'never_emptied', 'BEFORE TRUNCATE % FOR EACH STATEMENT EXECUTE annals.refuse_change'),
            ('entry', 'only_erased', 'BEFORE UPDATE % FOR EACH ROW EXECUTE annals.only_erase'),
            ('log', 'append_only', 'BEFORE DELETE OR UPDATE % FOR EACH ROW EXECUTE annals.refuse_change'),
            ('log', 'never_emptied', 'BEFORE TRUNCATE % FOR EACH STATEMENT EXECUTE annals.refuse_change'),
            ('stream_entry', 'append_only', 'BEFORE DELETE OR UPDATE % FOR EACH ROW EXECUTE annals.refuse_change'),
            ('stream_entry', 'never_emptied', 'BEFORE TRUNCATE % FOR EACH STATEMENT EXECUTE annals.refuse_change')
        ), guarded as (
            select oid, relname::text as name, relrowsecurity from pg_class
             where relnamespace = 'annals'::regnamespace
               and relname in ('entry', 'log', 'log_head', 'outbox', 'stream', 'stream_entry')
        ), present as (
            select g.name as guarded, t.tgname::text as name, t.tgenabled in ('O', 'A') as is_on,
                   regexp_replace(split_part(pg_get_triggerdef(t.oid), ' EXECUTE ', 1),
                                  '^CREATE (CONSTRAINT )?TRIGGER \\S+ (.*) ON annals\\.\\S+', '\\2 %')
                       || ' EXECUTE ' || n.nspname || '.' || p.proname as definition
              from pg_trigger t join guarded g on g.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
              join pg_namespace n on n.oid = p.pronamespace
             where not t.tgisinternal
        )
        select format('the trigger %s of annals.%s is %s', name, guarded,
                      case when due.definition is null or is_on and due.definition <> present.definition
                           then 'not that of this program' else 'off' end)
          from due full join present using (guarded, name)
         where due.definition is distinct from present.definition or is_on is not true
        union all
        select format('the rule %s of annals.%s is not that of this program', r.rulename, g.name)
          from pg_rewrite r join guarded g on g.oid = r.ev_class
        union all
        select format('annals.%s has row security: not everybody sees all of it', name)
          from guarded where relrowsecurity
        union all
        select 'this session starts as a replica does: no trigger guards the log from it'
          from pg_settings where name = 'session_replication_role' and 'replica' in (setting, reset_val)
        union all
        select format('sessions %s%s start as a replica''s do: no trigger guards the log from them',
                      case s.setrole when 0 then 'of everybody' else 'of ' || s.setrole::regrole end,
                      case s.setdatabase when 0 then '' else ' in this database' end)
          from pg_db_role_setting s join unnest(s.setconfig) as setting on setting = 'session_replication_role=replica'
         where s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
        union all
        select format('%s may set session_replication_role: no trigger guards the log from it', rolname)
          from pg_roles
         where not rolsuper and has_parameter_privilege(oid, 'session_replication_role', 'set')
         order by 1
        """
}
