/// Why the database could not do what was asked.
package enum PostgresError: Error, Hashable, Sendable {
    /// The server could not be reached, refused the session, or the session was lost without a word.
    case connection(String)

    /// The server said no.
    case server(ServerMessage)

    /// A value in the result is not what the caller reads it as.
    case decoding(column: String, reason: String)

    /// The request could not be sent, or not be answered, as it is meant; it never got as far as the server's
    /// opinion.
    case refused(String)

    /// The transaction was rolled back at its end, because an error in it had been caught and not passed on.
    case rolledBack

    /// The server did not answer in time; whether it does what it was asked is not known.
    case outOfTime

    /// Annals cannot work with this database, these settings or this pooler; with the way to mend it.
    case unfit(String, help: String)

    /// The user interrupted before the statement was sent.
    ///
    /// One in flight ends with `SQLState.queryCanceled`.
    case interrupted
}

extension PostgresError {
    /// The server's code, if it was the server that said no.
    package var state: SQLState? {
        if case .server(let message) = self { message.state } else { nil }
    }

    /// Whether the session is gone, so that only a new connection can go on.
    ///
    /// If it was lost during a commit, nobody can tell whether the transaction took effect: look before doing
    /// it again, or do what is safe to do twice.
    package var isConnectionLost: Bool {
        switch self {
        case .connection, .outOfTime: true
        case .server(let message): message.endsSession
        case .decoding, .refused, .rolledBack, .interrupted, .unfit: false
        }
    }

    /// Whether the statement was cancelled, by the user or by a time limit of the server.
    package var isCancellation: Bool {
        self == .interrupted || state == .queryCanceled
    }
}

extension PostgresError: CustomStringConvertible {
    /// One line that a person can act on.
    ///
    /// It never contains a password.
    package var description: String {
        switch self {
        case .connection(let message):
            message
        case .server(let message):
            message.description
        case .decoding(let column, let reason):
            "column \"\(column)\": \(reason)"
        case .refused(let reason):
            reason
        case .rolledBack:
            "nothing was written: a statement in the transaction failed, and the failure was not passed on"
        case .outOfTime:
            "the server did not answer in time"
        case .unfit(let what, _):
            what
        case .interrupted:
            "interrupted"
        }
    }
}
