import Postgres

extension Verification {
    /// That nobody's sessions go around the guards that refuse changes of the log, or read with other functions than
    /// the server's.
    ///
    /// Who lifted a guard, changed the log and put the guard back leaves no trace here, but in the log.
    func checkSessions(_ found: (Finding) throws -> Void) throws {
        let problems = try log.connection.query(Self.settings) { row throws(PostgresError) in
            try row[0, as: String.self]
        }
        for problem in problems { try found(Finding(.session, problem: problem)) }
    }

    private static let settings: Query = """
        with setting as (
            select case s.setrole when 0 then 'everybody' else pg_get_userbyid(s.setrole)::text end
                       || case s.setdatabase when 0 then '' else ' in this database' end as whose,
                   split_part(setting, '=', 1) as name, substr(setting, strpos(setting, '=') + 1) as value
              from pg_db_role_setting s cross join unnest(s.setconfig) as setting
             where s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
        )
        select 'this session starts as a replica does: no trigger guards the log from it'
          from pg_settings where name = 'session_replication_role' and 'replica' in (setting, reset_val)
        union all
        select format('sessions of %s start as a replica''s do: no trigger guards the log from them', whose)
          from setting where name = 'session_replication_role' and value = 'replica'
        union all
        select format('sessions of %s look for functions in %s before the server''s own', whose, value)
          from setting where name = 'search_path' and value ~ ',\\s*"?pg_catalog'
        union all
        select format('%s may set session_replication_role: no trigger guards the log from it', rolname)
          from pg_roles
         where not rolsuper and has_parameter_privilege(oid, 'session_replication_role', 'set')
         order by 1
        """
}
