// The life of a statement: sent, known to the signal handler while it runs, answered to the end.
extension Connection {
    /// Sends a statement and reads all it answers; gives the last reply, throws the first failure.
    ///
    /// - Parameters:
    ///   - heedsInterrupt: False for what must be said whatever happened, such as ROLLBACK.
    ///   - send: Sends it; false when it could not.
    func run(heedsInterrupt: Bool = true, _ send: () -> Bool) throws(PostgresError) -> Reply? {
        let slot = try start(heedsInterrupt: heedsInterrupt, send)
        defer { Interrupt.inFlight.remove(slot) }
        return try lastReply()
    }

    /// Sends a statement.
    ///
    /// The caller reads its replies, and then takes it out of the slot of those in flight.
    func start(heedsInterrupt: Bool = true, _ send: () -> Bool) throws(PostgresError) -> Int? {
        guard !isAbandoned else { throw .outOfTime }
        guard !isStreaming else {
            throw .refused("the rows of another statement are still being read on this connection")
        }
        let slot = heedsInterrupt ? Interrupt.inFlight.add(cancellation) : nil
        if heedsInterrupt, Interrupt.isRaised {
            Interrupt.inFlight.remove(slot)
            throw .interrupted
        }
        guard send() else {
            Interrupt.inFlight.remove(slot)
            let message = session.errorMessage.onOneLine
            throw session.isStillOpen() ? .refused(message) : .connection(message)
        }
        // An interrupt since the check above found nothing to cancel.
        if heedsInterrupt, Interrupt.isRaised { cancellation.send() }
        return slot
    }

    /// Reads all replies and gives the last; throws the first failure among them.
    func lastReply() throws(PostgresError) -> Reply? {
        var last: Reply?
        var failure: PostgresError?
        while let reply = try nextReply() {
            if let problem = problem(with: reply) {
                failure = failure ?? problem
            } else {
                last = reply
            }
        }
        if let failure { throw failure }
        return last
    }

    /// The next reply to the statement, or nil when it is finished; waits until the deadline at most, and after an
    /// interrupt for as long as a server needs that is alive.
    func nextReply() throws(PostgresError) -> Reply? {
        var end: ContinuousClock.Instant?
        while session.isBusy {
            let now = ContinuousClock.now
            if let deadline, deadline <= now {
                isAbandoned = true
                throw .outOfTime
            }
            if Interrupt.isRaised {
                end = end ?? now + Self.patience
                if let end, end <= now {
                    isAbandoned = true
                    throw .interrupted
                }
            }
            // A signal just before the wait does not end it, so no wait is long.
            let isNear = deadline.map { $0 - now < .milliseconds(100) } ?? false
            session.waitForInput(atMost: isNear ? 10 : 100)
            guard session.isStillOpen() else { break }
        }
        return session.nextReply()
    }

    /// How long the server has for ending what was interrupted.
    private static var patience: Duration { .milliseconds(800) }

    /// The failure a reply stands for, or nil.
    ///
    /// After this the next reply can be read, whatever this one was.
    func problem(with reply: Reply) -> PostgresError? {
        switch reply.status {
        case .row, .complete:
            return nil
        case .copyIn:
            session.refuseCopyIn()
            return .refused("COPY to or from the client is not spoken here")
        case .copyOut:
            session.skipCopyOut()
            return .refused("COPY to or from the client is not spoken here")
        case .failure:
            if let message = reply.serverMessage { return .server(message) }
            let message = reply.errorMessage.onOneLine
            return session.isStillOpen() ? .refused(message) : .connection(message)
        }
    }
}
