import EventLog
import Postgres

extension Replay {
    /// Does what only the owner may, and one replay at a time.
    func alone<Value>(_ body: () throws -> Value) throws -> Value {
        let connection = log.connection
        // It holds locks from one transaction to the next.
        if connection.isPooled { throw ReplayError.pooled }
        let asker = try connection.first(
            "select current_user::text as role, pg_has_role('annals_owner', 'member') as owns"
        ) { row throws(PostgresError) in
            (role: try row["role", as: String.self], owns: try row["owns", as: Bool.self])
        }
        if let asker, !asker.owns { throw ReplayError.notOwner(role: asker.role) }
        // The server looks whether somebody is still there, so that one that was killed frees its locks.
        try connection.execute("set client_connection_check_interval = '500ms'")
        try lock()
        defer { _ = try? connection.execute("select pg_advisory_unlock(1634627169, 1026)") }
        return try body()
    }

    /// Waits for two or three seconds: as long as it takes the server to notice that a replay was killed.
    private func lock() throws {
        var pause = Pause()
        for _ in 1...60 {
            let isLocked = try log.connection.first(
                "select pg_try_advisory_lock(1634627169, 1026) as locked"
            ) { row throws(PostgresError) in try row["locked", as: Bool.self] }
            if isLocked == true { return }
            pause.next()
        }
        throw ReplayError.underWay
    }

    /// Refuses when something is bound to the live tables themselves: it would follow them into retirement.
    func refuseDependents() throws {
        let found = try log.connection.query(
            """
            select distinct pg_describe_object(d.classid, d.objid, 0) as name
              from pg_depend d join pg_class c on c.oid = d.refobjid
             where d.refclassid = 'pg_class'::regclass and c.relnamespace = 'annals'::regnamespace
               and c.relname = any(\(Self.tableNames))
               and d.classid in ('pg_rewrite'::regclass, 'pg_proc'::regclass)
             order by 1
            """
        ) { row throws(PostgresError) in try row["name", as: String.self] }
        guard found.isEmpty else { throw ReplayError.dependents(found) }
    }
}
