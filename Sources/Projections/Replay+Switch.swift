package import Annals
import EventLog
import Postgres

extension Replay {
    /// Rebuilds the projections and puts them in place of the live ones, while appends and reads go on.
    ///
    /// It goes on where a replay before it was stopped. Nearly all of it happens beside the live tables; only for
    /// the last step, catching up with what was sequenced meanwhile and renaming, nothing is sequenced, and for an
    /// instant readers wait. The version before is retired and kept.
    ///
    /// - Returns: the position the new projections stand at.
    /// - Throws: `ReplayError` when it may not, or somebody is in the way.
    @discardableResult
    package func swapIn() throws -> Position {
        try alone {
            try refuseDependents()
            var building = try beginOrContinue()
            stage(.replaying)
            progress(building.reached.rawValue, try log.head().position.rawValue)
            try catchUp(&building)
            stage(.indexing)
            try buildSearchIndexes()
            for table in Self.tableNames {
                stage(.analysing(table))
                try log.connection.execute("analyze annals_replay.\(raw: table)")
            }
            stage(.replaying)
            try catchUp(&building)
            // Longer and longer, because while it tries, who comes to read waits too.
            // And it tries longer, because somebody may always be in the middle of something.
            var pause = Pause(longest: 1_000_000)
            var patience = 10
            try waitForOlderSnapshots(patience: .max)
            while try !switchOver(&building, patience: patience) {
                pause.next()
                patience = min(2 * patience, 40)
                try waitForOlderSnapshots(patience: .max)
            }
            return building.reached
        }
    }

    /// Puts the version in place unless somebody is in the way; then it gives everything free again at once,
    /// so that nobody waits for one who reads for an hour.
    ///
    /// - Parameter patience: how long it bears with others, in looks of up to 50 ms.
    /// - Returns: whether it is in place.
    private func switchOver(_ building: inout Building, patience: Int) throws -> Bool {
        let connection = log.connection
        // The server ends the session of one who is suspended here: nobody would know what is appended until it
        // goes on, if it ever does.
        try connection.run(
            script: "set idle_session_timeout = '10s'; set idle_in_transaction_session_timeout = '10s'"
        )
        defer {
            try? connection.run(
                script: "reset idle_session_timeout; reset idle_in_transaction_session_timeout"
            )
        }
        try connection.execute("select pg_advisory_lock(1634627169, 1024)")
        defer { _ = try? connection.execute("select pg_advisory_unlock(1634627169, 1024)") }
        try catchUp(&building)
        guard try waitForOlderSnapshots(patience: patience) else { return false }
        do {
            try connection.transaction { try replaceLive(with: building, patience: patience) }
            return true
        } catch let error as PostgresError where error.state == .lockNotAvailable {
            stage(.waiting)
            return false
        }
    }

    /// Waits until nobody can read with a snapshot from before what was just committed.
    ///
    /// Rows are hidden from older snapshots, but a table put in place is not: such a reader would find the new
    /// table, and in it too few rows.
    ///
    /// - Parameter patience: how often to look before giving up.
    /// - Returns: whether nobody can any more.
    @discardableResult
    private func waitForOlderSnapshots(patience: Int) throws -> Bool {
        func holders() throws -> Set<String> {
            let found = try log.connection.query(
                """
                select l.virtualtransaction as holder
                  from pg_locks l join pg_stat_activity a using (pid)
                 where l.locktype = 'virtualxid' and a.datname = current_database()
                   and a.backend_xmin is not null and a.pid <> pg_backend_pid()
                   and coalesce(a.backend_type, 'client backend') = 'client backend'
                """
            ) { row throws(PostgresError) in try row["holder", as: String.self] }
            return Set(found)
        }
        var older = try holders()
        var pause = Pause()
        var looked = 1
        while !older.isEmpty, looked < patience {
            stage(.waiting)
            pause.next()
            older.formIntersection(try holders())
            looked += 1
        }
        return older.isEmpty
    }

    private func replaceLive(with building: Building, patience: Int) throws {
        let connection = log.connection
        try connection.execute("set local role annals_owner")
        // Readers that come wait behind this. For the first table it can be long without harm. Who holds another
        // and wants this one could be taken for a deadlock by the server after a second, and fail, so that the
        // rest gives up long before.
        try connection.execute("set local lock_timeout = \(raw: String(patience * 50))")
        // Nor do readers wait for one who is suspended.
        try connection.execute("set local idle_in_transaction_session_timeout = '2s'")
        for table in Self.tableNames {
            try connection.execute("lock table annals.\(raw: table) in access exclusive mode")
            try connection.execute("set local lock_timeout = '100ms'")
        }
        for statement in try moves() { try connection.execute(Query(raw: statement)) }
        try connection.execute(
            """
            update annals.projection set status = 'retired', retired_at = now(), position = \(building.reached)
             where status = 'live'
            """
        )
        try connection.execute(
            """
            update annals.projection set status = 'live', live_at = now(), position = null
             where version = \(building.version)
            """
        )
    }

    /// Gives the new tables the rights granted on the live ones, retires those, and puts the new ones in place.
    private func moves() throws -> [String] {
        try log.connection.query(
            """
            with live as (
                select c.oid, c.relname, c.relacl, c.relname || '_' || p.version as retired, p.version
                  from pg_class c, annals.projection p
                 where c.relnamespace = 'annals'::regnamespace and c.relname = any(\(Self.tableNames))
                   and p.status = 'live'
            )
            select 1 as step, nr as number, format('grant %s on annals_replay.%I to %s%s', a.privilege_type, relname,
                              case a.grantee when 0 then 'public' else a.grantee::regrole::text end,
                              case when a.is_grantable then ' with grant option' else '' end) as statement
              from live, aclexplode(relacl) with ordinality
                         as a (grantor, grantee, privilege_type, is_grantable, nr)
            union all
            select 2, 0, format('alter index annals.%I rename to %I', i.relname,
                                -- A name has 63 bytes; a longer one would lose the number at its end.
                                left(i.relname, 62 - length(version::text)) || '_' || version)
              from live join pg_index x on x.indrelid = live.oid join pg_class i on i.oid = x.indexrelid
            union all
            select 3, 0, format('alter table annals.%I rename to %I', relname, retired) from live
            union all
            select 4, 0, format('alter table annals.%I set schema annals_retired', retired) from live
            union all
            select 5, 0, format('alter table annals_replay.%I set schema annals', relname) from live
             order by step, number
            """
        ) { row throws(PostgresError) in try row["statement"] }
    }
}
