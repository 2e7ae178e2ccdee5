extension Connection {
    /// Runs a statement, and does something else while the server is at it; throws what either throws.
    ///
    /// An error in `body` cancels the statement and is thrown on as it is. Meanwhile this connection runs nothing
    /// else.
    package func execute<Value>(_ query: Query, meanwhile body: () throws -> Value) throws -> Value {
        try reply(to: query, meanwhile: body).1
    }

    /// The same, and decodes the first row of its result, nil if it has none.
    package func first<Value, Other>(
        _ query: Query,
        meanwhile body: () throws -> Other,
        _ decode: (Row) throws(PostgresError) -> Value
    ) throws -> (Value?, Other) {
        let (reply, other) = try reply(to: query, meanwhile: body)
        return (try reply?.mapRows(upTo: 1, decode).first, other)
    }

    private func reply<Value>(to query: Query, meanwhile body: () throws -> Value) throws -> (Reply?, Value) {
        if let problem = query.problem { throw PostgresError.refused(problem) }
        guard !needsTransaction else { return try transaction { try reply(to: query, meanwhile: body) } }
        let slot = try start { session.send(query) }
        defer { Interrupt.inFlight.remove(slot) }
        isStreaming = true
        defer { isStreaming = false }
        let value: Value
        do {
            value = try body()
        } catch {
            cancellation.send()
            // What the cancelled statement still answers is of no interest beside this error.
            _ = try? lastReply()
            throw error
        }
        return (try lastReply(), value)
    }
}
