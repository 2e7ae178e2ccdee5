extension Connection {
    /// Does what `body` does all together or not at all.
    ///
    /// An error in `body` rolls back and is thrown on as it is. If `body` caught a failed statement and went
    /// on, the server can only roll back, and `PostgresError.rolledBack` says so. Transactions do not nest.
    @discardableResult
    package func transaction<Value>(_ body: () throws -> Value) throws -> Value {
        try transaction("isolation level read committed", body)
    }

    /// Reads all that `body` asks for as it stood at one moment.
    package func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
        try transaction("isolation level repeatable read read only", body)
    }

    /// Does what `body` does and takes it all back, however it ends; all of it sees one moment.
    ///
    /// - Parameter onScratch: whether it writes to temporary tables alone, which those may who are to write nothing.
    package func undone<Value>(onScratch: Bool = false, _ body: () throws -> Value) throws -> Value {
        try refuseSecondTransaction()
        try begin(
            onScratch ? "isolation level repeatable read, read write" : "isolation level read committed"
        )
        defer { rollBack() }
        return try body()
    }

    private func refuseSecondTransaction() throws(PostgresError) {
        if session.isInTransaction { throw .refused("a transaction is already open on this connection") }
    }

    private func transaction<Value>(_ kind: String, _ body: () throws -> Value) throws -> Value {
        try refuseSecondTransaction()
        try begin(kind)
        defer { rollBack() }
        let value = try body()
        try commit()
        return value
    }

    /// Ends the transaction; throws where the server could only roll it back.
    func commit() throws(PostgresError) {
        let reply = try run { session.send("commit") }
        // The server answers COMMIT of a failed transaction with ROLLBACK, and calls that success.
        guard reply?.commandTag == "COMMIT" else { throw .rolledBack }
    }

    /// Ends the transaction if it is still open; if that fails, the session is lost and the transaction with
    /// it.
    func rollBack() {
        guard session.isInTransaction else { return }
        _ = try? run(heedsInterrupt: false) { session.send("rollback") }
    }
}
