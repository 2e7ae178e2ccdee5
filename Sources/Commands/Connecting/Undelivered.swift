import Annals
import EventLog

/// Why it cannot be said of entries that they are in the log and known; they may well be.
struct Undelivered: Error {
    /// What is certain.
    enum State {
        /// They are durable, and get their position later.
        case accepted
        /// They were sent, and the answer was lost.
        case unsure
    }

    let state: State
    let entries: [(event: EventID, revision: Int)]
    let cause: Failure
    /// The command that sends them again, when there is one that does so safely.
    var retry: String?

    init(_ state: State, _ accepted: [Accepted], because cause: Failure) {
        self.state = state
        self.cause = cause
        entries = accepted.map { ($0.event, $0.revision) }
    }

    init(_ state: State, _ entries: [Entry], because cause: Failure) {
        self.state = state
        self.cause = cause
        self.entries = entries.map { ($0.event, $0.revision) }
    }
}

extension Failure {
    /// The server was asked in vain for as long as there was time.
    static var late: Failure {
        Failure(.conflict, "database", "the time to wait for that (--wait) is over")
    }

    /// The sequencer has been there, and passed it over: no log that is sound does that.
    static var passedOver: Failure {
        Failure(.conflict, "database", "it was passed over when its turn came: annals verify says why")
    }

    /// Entries named when they are in doubt.
    private static let mostNamed = 50

    /// What is certain of entries, why no more, and how to be safe.
    init(_ error: Undelivered) {
        var lines: [String]
        var items = error.cause.items
        var code = error.cause.code
        switch error.state {
        case .unsure:
            lines = [
                "Whether it was written is not known. Send it again with the same ids: each is accepted once."
            ]
        case .accepted:
            lines = ["All of it was written, and is accepted: the next command of a writer makes it known."]
            if code != .interrupted {
                code = .conflict
                items.insert(Item(problem: Self.notYetKnown(error)), at: 0)
            }
        }
        lines += error.entries.prefix(Self.mostNamed).map { "  event \($0.event), revision \($0.revision)" }
        let rest = error.entries.count - Self.mostNamed
        if rest > 0 { lines.append("  … and \(rest) more") }
        if let retry = error.retry { lines.append("The same again, and safe: \(retry)") }
        self.init(code, items, outcome: lines.joined(separator: "\n"))
    }

    private static func notYetKnown(_ error: Undelivered) -> Problem {
        let count = error.entries.count
        return Problem(
            "accepted",
            "\(count == 1 ? "the entry is" : "the \(count) entries are") accepted, and not yet known",
            help: "nothing has to be sent again; annals status says what waits"
        )
    }
}
