package import Annals
package import Postgres

/// Where the log ends.
package struct LogHead: Sendable {
    /// The position of its last entry; 0 when it is empty.
    package let position: Position
    /// When that was recorded; nil when the log is empty.
    package let recordedAt: Timestamp?
    /// The root of the Merkle tree over the log.
    package let root: [UInt8]
    /// Entries accepted and not yet known.
    package let waiting: Int
    /// What the server's clock said when this was read; nil when it comes from elsewhere than a server.
    package let clock: Timestamp?
    /// Whether the server replays what another one writes.
    package let isReplica: Bool

    package init(
        position: Position,
        recordedAt: Timestamp?,
        root: [UInt8],
        waiting: Int,
        clock: Timestamp? = nil,
        isReplica: Bool = false
    ) {
        self.position = position
        self.recordedAt = recordedAt
        self.root = root
        self.waiting = waiting
        self.clock = clock
        self.isReplica = isReplica
    }
}

extension LogHead: Hashable {
    /// Two are the same that end in the same place, whenever and wherever they were read.
    package static func == (one: LogHead, other: LogHead) -> Bool {
        (one.position, one.recordedAt, one.root, one.waiting)
            == (other.position, other.recordedAt, other.root, other.waiting)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(position)
        hasher.combine(root)
    }
}

extension LogHead {
    /// The columns it is read from, of `annals.log_head h`.
    static let columns = """
        h.position, nullif(h.recorded_at, '-infinity') as recorded_at, h.root,
        (select count(*) from annals.outbox o where o.turn >= h.turn) as waiting,
        pg_catalog.clock_timestamp() as clock, pg_catalog.pg_is_in_recovery() as is_replica
        """

    init(_ row: Row) throws(PostgresError) {
        self.init(
            position: try row["position"],
            recordedAt: try row["recorded_at"],
            root: try row["root"],
            waiting: Int(try row["waiting", as: Int64.self]),
            clock: try row["clock"],
            isReplica: try row["is_replica"]
        )
    }
}
