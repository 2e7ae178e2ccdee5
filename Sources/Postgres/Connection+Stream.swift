extension Connection {
    /// Runs a statement and hands out its rows as they arrive, so that memory does not grow with the result.
    ///
    /// An error in `body` cancels the statement and is thrown on as it is; the connection can be used again,
    /// though in a transaction the cancelled statement has failed like any other, and only a rollback is
    /// left. While rows are handed out, this connection runs nothing else.
    package func forEach(_ query: Query, _ body: (Row) throws -> Void) throws {
        if let problem = query.problem { throw PostgresError.refused(problem) }
        guard !needsTransaction else { return try transaction { try forEach(query, body) } }
        let slot = try start { session.send(query) }
        defer { Interrupt.inFlight.remove(slot) }
        session.answerRowByRow()
        isStreaming = true
        defer { isStreaming = false }
        var columns: Columns?
        var failure: PostgresError?
        while let reply = try nextReply() {
            if let problem = problem(with: reply) { failure = failure ?? problem }
            // What was sent before the server heard of it may be a lot, and nobody waits for it any more.
            guard case .row = reply.status, !Interrupt.isRaised else { continue }
            let known = columns ?? Columns(reply.columns)
            columns = known
            do {
                try body(Row(reply, columns: known, index: 0))
            } catch {
                cancellation.send()
                // What the cancelled statement still answers is of no interest beside this error.
                _ = try? lastReply()
                throw error
            }
        }
        if let failure { throw failure }
        if Interrupt.isRaised { throw PostgresError.interrupted }
    }
}
