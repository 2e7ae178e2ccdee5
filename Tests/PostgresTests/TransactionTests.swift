import Postgres
import Testing

@Suite struct `A transaction` {
    private struct Doubt: Error, Equatable {}

    private func connectionWithTable() throws -> Connection {
        let connection = try Server.connect()
        try connection.execute("create temporary table t (n int unique deferrable initially deferred)")
        return connection
    }

    private func rows(_ connection: Connection) throws -> [Int] {
        try connection.query("select n from t order by n") { try $0[0] }
    }

    @Test func `keeps what was done in it, and answers`() throws {
        let connection = try connectionWithTable()
        let answer = try connection.transaction {
            try connection.execute("insert into t values (1), (2)")
        }
        #expect(answer == 2)
        #expect(try rows(connection) == [1, 2])
    }

    @Test func `undoes everything on an error, and throws it on`() throws {
        let connection = try connectionWithTable()
        #expect(throws: Doubt()) {
            try connection.transaction {
                try connection.execute("insert into t values (1)")
                throw Doubt()
            }
        }
        let error = #expect(throws: PostgresError.self) {
            try connection.transaction {
                try connection.execute("insert into t values (1)")
                try connection.execute("select oops")
            }
        }
        #expect(error?.state == .undefinedColumn)
        #expect(try rows(connection) == [])
    }

    @Test func `undoes everything on an error among streamed rows`() throws {
        let connection = try connectionWithTable()
        #expect(throws: Doubt()) {
            try connection.transaction {
                try connection.execute("insert into t values (1)")
                try connection.forEach("select generate_series(1, 100000)") { _ in throw Doubt() }
            }
        }
        #expect(try rows(connection) == [])
    }

    @Test func `does not pass for done when a failure in it was swallowed`() throws {
        let connection = try connectionWithTable()
        #expect(throws: PostgresError.rolledBack) {
            try connection.transaction {
                try connection.execute("insert into t values (1)")
                _ = try? connection.execute("select oops")
            }
        }
        #expect(try rows(connection) == [])
    }

    @Test func `may still fail at its end`() throws {
        let connection = try connectionWithTable()
        let error = #expect(throws: PostgresError.self) {
            try connection.transaction { try connection.execute("insert into t values (1), (1)") }
        }
        #expect(error?.state == .uniqueViolation)
        #expect(try rows(connection) == [])
        try connection.transaction { try connection.execute("insert into t values (3)") }
        #expect(try rows(connection) == [3])
    }

    @Test func `has no other inside it`() throws {
        let connection = try connectionWithTable()
        #expect(throws: PostgresError.refused("a transaction is already open on this connection")) {
            try connection.transaction {
                try connection.execute("insert into t values (1)")
                try connection.transaction { try connection.execute("insert into t values (2)") }
            }
        }
        #expect(try rows(connection) == [])
    }
}
