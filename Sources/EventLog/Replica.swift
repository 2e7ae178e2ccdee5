package import Postgres

/// What a server that replays another one's writes says of that, as far as a role may see it.
package struct Replica: Hashable, Sendable {
    /// Where the other server is, as a connection string has it (`host=db1 port=5432`); nil where nobody says.
    package let primary: String?
    /// Whether it is receiving what the other one writes.
    package let isReceiving: Bool
    /// When the last transaction that it has replayed was committed.
    package let replayedAt: Timestamp?
    /// How many bytes it knows of and has not replayed yet.
    package let bytesBehind: Int?
    /// Whether somebody paused the replay.
    package let isPaused: Bool
}

extension Log {
    /// Whom this server follows, and how closely; nil on one that takes writes itself.
    package func replica() throws -> Replica? { try Replica.of(connection) }
}

extension Replica {
    /// Whom a server follows, and how closely; nil for one that takes writes itself.
    package static func of(_ connection: Connection) throws -> Replica? {
        // A role without pg_read_all_stats finds the receiver's row with nothing in it but its process.
        try connection.first(
            """
            select r.pid is not null as is_receiving, r.sender_host as host, r.sender_port as port,
                   (select setting from pg_settings where name = 'primary_conninfo') as conninfo,
                   pg_last_xact_replay_timestamp() as replayed_at, pg_is_wal_replay_paused() as is_paused,
                   pg_wal_lsn_diff(coalesce(r.latest_end_lsn, pg_last_wal_receive_lsn()),
                                   pg_last_wal_replay_lsn())::bigint as bytes_behind
              from (select) as server left join pg_stat_wal_receiver r on true
             where pg_is_in_recovery()
            """
        ) { row throws(PostgresError) in
            let port = try row["port", as: Int32?.self].map { " port=\($0)" } ?? ""
            let sender = try row["host", as: String?.self].map { "host=\($0)" + port }
            let named = try row["conninfo", as: String?.self].flatMap {
                ConnectionParameters($0, applicationName: "").server
            }
            return Replica(
                primary: sender ?? named,
                isReceiving: try row["is_receiving"],
                replayedAt: try row["replayed_at"],
                bytesBehind: try row["bytes_behind", as: Int64?.self].map { max(0, Int($0)) },
                isPaused: try row["is_paused"]
            )
        }
    }
}
