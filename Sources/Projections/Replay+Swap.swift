package import Annals
import EventLog
import Postgres

extension Replay {
    /// Rebuilds the projections and puts them in place of the live ones, while appends and reads go on.
    ///
    /// Most of the work happens beside the live tables. Only the last steps, catching up with what was
    /// sequenced meanwhile and renaming, hold the sequencer and, for an instant, the readers.
    ///
    /// - Returns: the position the new projections stand at.
    @discardableResult
    package func swapIn() throws -> Position {
        let connection = log.connection
        let alone = try connection.first("select pg_try_advisory_lock(1634627169, 1026) as alone") {
            row throws(PostgresError) in try row["alone", as: Bool.self]
        }
        guard alone == true else { throw ReplayError.underWay }
        defer { _ = try? connection.execute("select pg_advisory_unlock(1634627169, 1026)") }

        try connection.transaction { try createReplacements() }
        var reached = try connection.transaction { try fillReplacement(after: Position(rawValue: 0)) }
        for table in Self.tables { try connection.execute("analyze annals_replay.\(raw: table)") }
        try waitForOlderSnapshots()

        try connection.execute("select pg_advisory_lock(1634627169, 1024)")
        defer { _ = try? connection.execute("select pg_advisory_unlock(1634627169, 1024)") }
        reached = try connection.transaction { try fillReplacement(after: reached) }
        try waitForOlderSnapshots()
        try retryingLocks { try connection.transaction { try replaceLive(at: reached) } }
        return reached
    }

    private func createReplacements() throws {
        let connection = log.connection
        try connection.execute("set local role annals_owner")
        for table in Self.tables {
            // One that was killed leaves its tables behind.
            try connection.execute("drop table if exists annals_replay.\(raw: table)")
            try connection.execute(
                "create table annals_replay.\(raw: table) (like annals.\(raw: table) including all)"
            )
        }
        for statement in try completions() { try connection.execute(Query(raw: statement)) }
    }

    /// What LIKE leaves out: the names of indexes, and the comments on tables.
    private func completions() throws -> [String] {
        try log.connection.query(
            """
            select format('alter index annals_replay.%I rename to %I', made.indexname, live.indexname) as statement
              from pg_indexes made join pg_indexes live using (tablename)
             where made.schemaname = 'annals_replay' and live.schemaname = 'annals'
               and made.indexname <> live.indexname
               and substring(made.indexdef from ' USING .*') = substring(live.indexdef from ' USING .*')
            union all
            select format('comment on table annals_replay.%I is %L', relname, obj_description(oid, 'pg_class'))
              from pg_class
             where relnamespace = 'annals'::regnamespace and relname = any(\(Self.tables))
            """
        ) { row throws(PostgresError) in try row["statement"] }
    }

    private func fillReplacement(after start: Position) throws -> Position {
        try log.connection.execute("set local role annals_owner")
        try log.connection.execute("set local search_path = annals_replay, annals")
        return try fill(after: start)
    }

    /// Waits until nobody can read with a snapshot from before what was just committed.
    ///
    /// Rows are hidden from older snapshots, but a table put in place is not: such a reader would find the new
    /// table, and in it too few rows.
    private func waitForOlderSnapshots() throws {
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
        while !older.isEmpty {
            pause.next()
            older.formIntersection(try holders())
        }
    }

    /// Tries again while somebody reads the live tables.
    private func retryingLocks(_ body: () throws -> Void) throws {
        var pause = Pause()
        while true {
            do {
                return try body()
            } catch let error as PostgresError where error.state == .lockNotAvailable {
                pause.next()
            }
        }
    }

    private func replaceLive(at reached: Position) throws {
        let connection = log.connection
        try connection.execute("set local role annals_owner")
        // A reader may hold one table and want the next. This gives up first, before the server, after a
        // second, takes that for a deadlock and makes one of the two fail.
        try connection.execute("set local lock_timeout = '500ms'")
        let live = Self.tables.map { "annals.\($0)" }.joined(separator: ", ")
        try connection.execute("lock table \(raw: live) in access exclusive mode")
        for table in Self.tables {
            try connection.execute("drop table annals.\(raw: table)")
            try connection.execute("alter table annals_replay.\(raw: table) set schema annals")
        }
        try connection.execute("update annals.projection set position = \(reached), rebuilt_at = now()")
        try Migrations.grant(connection)
    }
}

/// Why a replay did not begin.
package enum ReplayError: Error, Hashable, Sendable {
    /// Another replay is putting new projections in place.
    case underWay
}
