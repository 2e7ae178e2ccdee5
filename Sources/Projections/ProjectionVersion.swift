package import Annals
package import EventLog
package import Postgres

/// A version of the projections: every rebuild makes one.
package struct ProjectionVersion: Sendable {
    /// What becomes of a version, in this order.
    package enum Status: String, Sendable {
        case building, live, retired
    }

    /// Its number, counted from 1.
    package let number: Int
    package let status: Status
    /// How far it has applied the log.
    package let position: Position
    /// The rulebook its effects are derived with.
    package let rulebook: Int
    /// When it came to be what it is: was begun, began to answer, was retired.
    package let since: Timestamp
    /// How many seconds ago that is.
    package let age: Int
    /// What its tables and their indexes take on the server's disk.
    package let bytes: Int

    /// All versions there are, the first first.
    package static func all(in log: Log) throws -> [ProjectionVersion] {
        try log.connection.query(
            """
            select p.version, p.status, p.rulebook, t.since,
                   coalesce(p.position, (select max(position) from annals.log_head)) as position,
                   greatest(0, extract(epoch from now() - t.since))::bigint as age,
                   coalesce((
                       select sum(pg_total_relation_size(c.oid))
                         from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                              unnest(\(Replay.tableNames)) as name
                        where (n.nspname, c.relname) in (
                                  select 'annals', name where p.status = 'live'
                                  union all select 'annals_replay', name where p.status = 'building'
                                  union all select 'annals_retired', name || '_' || p.version
                                             where p.status = 'retired')), 0)::bigint as bytes
              from annals.projection p, coalesce(p.retired_at, p.live_at, p.begun_at) as t (since)
             order by p.version
            """
        ) { row throws(PostgresError) in
            ProjectionVersion(
                number: Int(try row["version", as: Int32.self]),
                status: Status(rawValue: try row["status"]) ?? .retired,
                position: try row["position"],
                rulebook: Int(try row["rulebook", as: Int32.self]),
                since: try row["since"],
                age: Int(try row["age", as: Int64.self]),
                bytes: Int(try row["bytes", as: Int64.self])
            )
        }
    }
}
