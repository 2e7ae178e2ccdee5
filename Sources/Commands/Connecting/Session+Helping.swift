import Annals
import EventLog
import Postgres

/// Whoever reads makes known what others left, where that can be done at once; an answer never waits for it.
extension Session {
    /// Sequences what others left, where this session may; says how much is waiting where it could not.
    func catchUp() throws {
        guard head.waiting > 0 else { return }
        do {
            head = try help()
        } catch let error as PostgresError where error.isConnectionLost {
            // It was not asked anything yet.
            try reopen(starting: true, wait.begin())
            head = try log.head()
            tell(Printable.line(error.description, most: 200), head)
        }
    }

    /// Sequences what others left, where this session may, and gives where the log ends then.
    func help() throws -> LogHead {
        let head = try log.head()
        guard head.waiting > 0 else { return head }
        let obstacle = try sequenceForOthers()
        let now = try log.head()
        if let obstacle { tell(obstacle, now) }
        return now
    }

    /// Says why some entries are not known yet; once, as long as it is the same.
    private func tell(_ obstacle: String, _ head: LogHead) {
        guard head.waiting > 0, obstacle != toldOfHelping else { return }
        toldOfHelping = obstacle
        let count = head.waiting == 1 ? "1 entry is" : "\(head.waiting) entries are"
        Console.standard.note(
            "note: \(count) accepted and not yet known\(obstacle.isEmpty ? "" : ": \(obstacle)")"
        )
    }

    /// How long a reader helps.
    ///
    /// A commit may wait for another server, and a lock for somebody who left the room.
    private static let patience = Duration.seconds(2)

    /// Sequences what others left; gives why that could not be done, in a line, nil when it was done.
    private func sequenceForOthers() throws -> String? {
        do {
            guard try mayHelp() else { return "" }
            log.connection.deadline = .now + Self.patience
            defer { log.connection.deadline = nil }
            if try log.sequence() { return nil }
            return try isLate() ? "another session has been making them known, and is not done" : nil
        } catch PostgresError.outOfTime {
            // The server goes on with it. Cancelled, it would show what another server does not have yet.
            try reopenAtOnce()
            return "the server takes long to make them known; a lock may be held, or a standby server missing"
        } catch let error as PostgresError where !error.isInterruption && !error.isConnectionLost {
            return Printable.line(error.description, most: 200)
        }
    }

    private func reopenAtOnce() throws {
        do {
            try reopen(starting: false)
        } catch let failure as Failure where failure.code == .unavailable {
            throw PostgresError.connection(failure.items.first?.problem.message ?? "the server is away")
        }
    }

    private func mayHelp() throws -> Bool {
        try log.connection.first(
            """
            select has_function_privilege('annals.sequence(integer)', 'execute')
                   and current_setting('transaction_read_only') = 'off' as may
            """
        ) { row throws(PostgresError) in try row["may", as: Bool.self] } == true
    }

    /// Whether what is waiting has been for longer than it takes.
    private func isLate() throws -> Bool {
        try log.connection.first(
            """
            select coalesce(min(accepted_at) < clock_timestamp() - interval '2 seconds', false) as late
              from annals.outbox
            """
        ) { row throws(PostgresError) in try row["late", as: Bool.self] } == true
    }
}
