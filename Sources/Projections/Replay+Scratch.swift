import EventLog
import Postgres

extension Replay {
    /// Works on empty projection tables that nobody else sees, and leaves nothing behind.
    ///
    /// They are temporary tables in one repeatable-read transaction that is rolled back: the log stands still for
    /// it whoever appends, and it needs no more rights than reading.
    func onScratchTables<Value>(_ body: () throws -> Value) throws -> Value {
        let connection = log.connection
        return try connection.undone(onScratch: true) {
            // What temporary tables are kept in belongs to the session alone: a change later in it would be refused.
            try connection.execute("set temp_buffers = '64MB'")
            for table in Self.tableNames {
                try connection.execute(
                    "create temporary table \(raw: table) (like annals.\(raw: table) including all)"
                )
            }
            try dropSearchIndexes(in: "pg_my_temp_schema()")
            try connection.execute("set local search_path = pg_temp, annals")
            return try body()
        }
    }

    /// Drops the indexes of new projection tables that only readers need; a replay needs those that are unique.
    ///
    /// An index kept up row by row costs several times what it costs to build over the filled table.
    func dropSearchIndexes(in schema: String) throws {
        let names = try log.connection.query(
            """
            select x.indexrelid::regclass::text as name from pg_index x join pg_class t on t.oid = x.indrelid
             where t.relnamespace = \(raw: schema) and t.relname = any(\(Self.tableNames)) and not x.indisunique
            """
        ) { row throws(PostgresError) in try row["name", as: String.self] }
        for name in names { try log.connection.execute("drop index \(raw: name)") }
    }
}
