package import Annals
import EventLog
import Postgres

extension Replay {
    /// What a check found.
    package struct Finding: Sendable {
        /// The projection table.
        package let table: String
        /// How many rows the replay gave.
        package let rows: Int64
        /// How many rows stand in only one of the two.
        package let differing: Int64
        /// Some of those: which side has the row, and the row as JSON.
        package let samples: [(side: String, row: String)]
    }

    /// Rebuilds the projections beside the live ones and compares them row by row.
    ///
    /// It works in one repeatable-read transaction on temporary tables and rolls it back, so that it sees log
    /// and projections at the same position whoever appends meanwhile, leaves nothing behind, and needs no
    /// more rights than reading.
    package func check() throws -> (position: Position, findings: [Finding]) {
        let connection = log.connection
        try connection.execute("begin isolation level repeatable read")
        defer { _ = try? connection.execute("rollback") }
        for table in Self.tables {
            try connection.execute(
                "create temporary table \(raw: table) (like annals.\(raw: table) including all)"
            )
        }
        try connection.execute("set local search_path = pg_temp, annals")
        let position = try fill(after: Position(rawValue: 0))
        return (position, try Self.tables.map(compare))
    }

    private func compare(_ table: String) throws -> Finding {
        let connection = log.connection
        let rows = try connection.first("select count(*) as rows from pg_temp.\(raw: table)") {
            row throws(PostgresError) in
            try row["rows", as: Int64.self]
        }
        let differences: Query = """
            with difference as (
                select 'live' as side, to_jsonb(x) as row
                  from (select * from annals.\(raw: table) except all select * from pg_temp.\(raw: table)) as x
                union all
                select 'replayed', to_jsonb(x)
                  from (select * from pg_temp.\(raw: table) except all select * from annals.\(raw: table)) as x
            )
            select count(*) over () as differing, side, row::text as row from difference limit 5
            """
        let found = try connection.query(differences) { row throws(PostgresError) in
            (
                count: try row["differing", as: Int64.self], side: try row["side", as: String.self],
                row: try row["row", as: String.self]
            )
        }
        return Finding(
            table: table,
            rows: rows ?? 0,
            differing: found.first?.count ?? 0,
            samples: found.map { (side: $0.side, row: $0.row) }
        )
    }
}
