package import Annals
package import Postgres

/// What stands between the log and its answers: entries that wait to become known, and those that were set aside.
package struct Backlog: Hashable, Sendable {
    /// When the first of those that wait was accepted; nil when none does.
    package let waitingSince: Timestamp?
    /// Which session has the sequencer's lock just now: its process, role and program; nil for none.
    package let sequencer: String?
    /// How many entries are set aside, because they could not be applied.
    package let setAside: Int
    /// The first of those.
    package let firstSetAside: Position?
}

extension Log {
    /// What waits and what is set aside.
    package func backlog() throws -> Backlog {
        let backlog = try connection.first(
            """
            select (select min(o.accepted_at) from annals.outbox o where o.turn >= h.turn) as since,
                   (select format('process %s (%s, %s)', l.pid, a.usename, a.application_name)
                      from pg_locks l join pg_stat_activity a using (pid)
                     where l.locktype = 'advisory' and l.granted and l.classid = 1634627169 and l.objid = 1024
                       and l.database = (select oid from pg_database where datname = current_database())
                     limit 1) as sequencer,
                   aside.count, aside.first
              from annals.log_head h,
                   (select count(*) as count, min(u.position) as first from annals.unapplied() u) as aside
             order by h.position desc limit 1
            """
        ) { row throws(PostgresError) in
            Backlog(
                waitingSince: try row["since"],
                sequencer: try row["sequencer"],
                setAside: Int(try row["count", as: Int64.self]),
                firstSetAside: try row["first"]
            )
        }
        guard let backlog else { throw LogError.noSchema }
        return backlog
    }
}
