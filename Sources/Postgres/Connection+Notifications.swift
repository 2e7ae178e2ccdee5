extension Connection {
    /// Has the server tell this session what is said on a channel from now on.
    ///
    /// A notification is only a reason to look: none is kept for a session that was lost, and a server in recovery
    /// refuses with `SQLState.readOnlyTransaction`.
    package func listen(to channel: String) throws(PostgresError) {
        guard let name = session.identifier(channel), Query.problem(inText: channel) == nil else {
            throw .refused("\"\(channel)\" cannot be the name of a channel")
        }
        try execute("listen \(raw: name)")
    }

    /// Waits until something is said on a channel this session listens to, for so many milliseconds at most.
    ///
    /// ```swift
    /// try connection.listen(to: "annals")
    /// while try connection.notifications(waitingAtMost: 1000).isEmpty { lookAnyway() }
    /// ```
    ///
    /// What was said during a statement before is given at once. Ctrl-C ends the wait with
    /// `PostgresError.interrupted`, and the end of the session with `.connection`.
    package func notifications(waitingAtMost milliseconds: Int) throws(PostgresError) -> [Notification] {
        guard !isStreaming else {
            throw .refused("the rows of another statement are still being read on this connection")
        }
        var left = milliseconds
        while true {
            guard !Interrupt.isRaised else { throw .interrupted }
            guard session.isStillOpen() else { throw .connection(session.errorMessage.onOneLine) }
            var heard: [Notification] = []
            while let notification = session.nextNotification() { heard.append(notification) }
            guard heard.isEmpty, left > 0 else { return heard }
            // A signal just before the wait does not end it, so no wait is long.
            let wait = min(left, 100)
            session.waitForInput(atMost: Int32(wait))
            left -= wait
        }
    }
}
