package import Annals
import EventLog
import Postgres

extension Replay {
    /// Rebuilds the projections and puts them in place of the live ones, while appends and reads go on.
    ///
    /// Most of the work happens beside the live tables. Only the last step, catching up with what was
    /// sequenced meanwhile and renaming, holds the sequencer and, for an instant, the readers.
    ///
    /// - Returns: the position the new projections stand at.
    package func swapIn() throws -> Position {
        let connection = log.connection
        let alone = try connection.first("select pg_try_advisory_lock(1634627169, 1026) as alone") {
            row throws(PostgresError) in try row["alone", as: Bool.self]
        }
        guard alone == true else { throw ReplayError.underWay }
        defer { _ = try? connection.execute("select pg_advisory_unlock(1634627169, 1026)") }

        try connection.transaction {
            try connection.execute("set local role annals_owner")
            for table in Self.tables {
                // One that was killed leaves its tables behind.
                try connection.execute("drop table if exists annals_replay.\(raw: table)")
                try connection.execute(
                    "create table annals_replay.\(raw: table) (like annals.\(raw: table) including all)"
                )
            }
        }
        var reached = try connection.transaction { try fillReplacement(after: Position(rawValue: 0)) }
        for table in Self.tables { try connection.execute("analyze annals_replay.\(raw: table)") }

        return try connection.transaction {
            try connection.execute("select pg_advisory_xact_lock(1634627169, 1024)")
            reached = try fillReplacement(after: reached)
            for table in Self.tables {
                try connection.execute("drop table annals.\(raw: table)")
                try connection.execute("alter table annals_replay.\(raw: table) set schema annals")
            }
            try connection.execute("update annals.projection set position = \(reached), rebuilt_at = now()")
            try Migrations.grant(connection)
            return reached
        }
    }

    private func fillReplacement(after start: Position) throws -> Position {
        try log.connection.execute("set local role annals_owner")
        try log.connection.execute("set local search_path = annals_replay, annals")
        return try fill(after: start)
    }
}

/// Why a replay did not begin.
package enum ReplayError: Error, Hashable, Sendable {
    /// Another replay is putting new projections in place.
    case underWay
}
