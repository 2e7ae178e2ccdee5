import EventLog
import Postgres

extension Replay {
    /// Works on empty projection tables that nobody else sees, and leaves nothing behind.
    ///
    /// They are temporary tables in one repeatable-read transaction that is rolled back: the log stands still for
    /// it whoever appends, and it needs no more rights than reading.
    func onScratchTables<Value>(_ body: () throws -> Value) throws -> Value {
        let connection = log.connection
        try connection.execute("begin isolation level repeatable read")
        defer { _ = try? connection.execute("rollback") }
        for table in Self.tableNames {
            try connection.execute(
                "create temporary table \(raw: table) (like annals.\(raw: table) including all)"
            )
        }
        try connection.execute("set local search_path = pg_temp, annals")
        return try body()
    }
}
