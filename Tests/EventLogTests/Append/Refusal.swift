import Postgres
import Testing

/// The code with which the server refuses what `body` does.
func stateOfRefusal<Value>(_ body: () throws -> Value) throws -> SQLState? {
    try #require(#expect(throws: PostgresError.self) { _ = try body() }).state
}
