package import Annals
package import Logging
package import Postgres

/// The event log in a PostgreSQL database: append, sequence, read.
package final class Log {
    /// The session with the database.
    package let connection: Connection
    /// The rulebook effects are derived with.
    package let rulebook = Rulebook.one
    /// Where the log ended, and how much was accepted and not yet known, when it was opened.
    package let headAtOpening: LogHead
    let logger: Logger

    /// Opens the log of a database that has been set up.
    ///
    /// - Throws: `LogError.noSchema`, `.outdated` or `.tooNew` when it has not been, or by another annals.
    package init(_ connection: Connection, logger: Logger) throws {
        self.connection = connection
        self.logger = logger
        headAtOpening = try Migrations.check(connection)
    }

    /// Where the log ends, and how much is accepted and not yet known.
    package func head() throws -> LogHead {
        let head = try connection.first(
            "select \(raw: LogHead.columns) from annals.log_head h order by h.position desc limit 1"
        ) { row throws(PostgresError) in try LogHead(row) }
        guard let head else { throw LogError.noSchema }
        return head
    }

    /// The last position recorded at or before a moment; #0 for before all of them.
    package func position(at moment: Timestamp) throws -> Position {
        try connection.first("select annals.position_at(\(moment)) as position") {
            row throws(PostgresError) in
            try row["position"]
        } ?? Position(rawValue: 0)
    }

    /// What seals the entry at a position; nil where there is none.
    package func leaf(at position: Position) throws -> Hash? {
        let leaf = try connection.first("select leaf from annals.log where position = \(position)") {
            row throws(PostgresError) in try row["leaf", as: [UInt8].self]
        }
        return leaf.flatMap { Hash($0) }
    }

    /// When a position was recorded; nil for #0.
    package func recordedAt(_ position: Position) throws -> Timestamp? {
        try connection.first("select recorded_at from annals.log where position = \(position)") {
            row throws(PostgresError) in try row["recorded_at"]
        }
    }
}
