import Postgres
import Testing

extension Connection {
    /// The one value a query answers with.
    func value<Value: PostgresValue>(_ query: Query, as _: Value.Type = Value.self) throws -> Value {
        try #require(try first(query) { row throws(PostgresError) in try row[0, as: Value.self] })
    }

    /// The first column of what a query answers with.
    func values<Value: PostgresValue>(_ query: Query, as _: Value.Type = Value.self) throws -> [Value] {
        try self.query(query) { row throws(PostgresError) in try row[0, as: Value.self] }
    }
}
