extension Connection {
    /// Does what `body` does all together or not at all.
    ///
    /// An error in `body` rolls back and is thrown on as it is. If `body` caught a failed statement and went
    /// on, the server can only roll back, and `PostgresError.rolledBack` says so. Transactions do not nest.
    @discardableResult
    package func transaction<Value>(_ body: () throws -> Value) throws -> Value {
        try transaction(beginning: "begin", body)
    }

    /// Reads all that `body` asks for as it stood at one moment.
    package func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
        try transaction(beginning: "begin isolation level repeatable read read only", body)
    }

    private func transaction<Value>(beginning begin: Query, _ body: () throws -> Value) throws -> Value {
        guard !session.isInTransaction else {
            throw PostgresError.refused("a transaction is already open on this connection")
        }
        try execute(begin)
        do {
            let value = try body()
            try commit()
            return value
        } catch {
            rollBack()
            throw error
        }
    }

    private func commit() throws(PostgresError) {
        let reply = try run { session.send("commit") }
        // The server answers COMMIT of a failed transaction with ROLLBACK, and calls that success.
        guard reply?.commandTag == "COMMIT" else { throw .rolledBack }
    }

    /// Ends the transaction if it is still open; if that fails, the session is lost and the transaction with
    /// it.
    private func rollBack() {
        guard session.isInTransaction else { return }
        _ = try? run(heedsInterrupt: false) { session.send("rollback") }
    }
}
