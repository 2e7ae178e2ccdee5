/// A session with a PostgreSQL server.
///
/// It runs one statement at a time and waits for it, so it belongs to one thread at a time. It is closed when
/// it is let go. After an error with `isConnectionLost` it stays lost: make a new one.
package final class Connection {
    let session: Session
    let cancellation: Cancellation

    /// Whether rows are still being handed out, during which no other statement may be sent.
    var isStreaming = false

    /// Whether a pooler stands between this session and the servers, of which each transaction may get another one.
    ///
    /// What is to last longer than a transaction (a lock, a setting, listening to a channel) is not to be had then.
    package internal(set) var isPooled = false

    /// Until when answers are waited for; nil for as long as it takes.
    ///
    /// A statement not answered by then fails with `PostgresError.outOfTime`. It is not cancelled: the server goes on
    /// with it, and may well finish it.
    package var deadline: ContinuousClock.Instant?

    /// Whether an answer was given up that may still come.
    package internal(set) var isAbandoned = false

    /// The longest a statement may take, in milliseconds; nil for what the server says.
    let statementTimeout: Int?

    private let notices: NoticeSink

    /// Connects, or throws `PostgresError.connection` with the reason, or `.unfit` where annals could not work.
    ///
    /// - Parameters:
    ///   - parameters: The server, the user, the database.
    ///   - onNotice: Takes notices and warnings, which are dropped by default. Those the server sends before
    ///     the session has begun (a collation that changed, say) are printed by libpq.
    package init(
        _ parameters: ConnectionParameters,
        onNotice: @escaping (ServerMessage) -> Void = { _ in }
    ) throws(PostgresError) {
        if let problem = parameters.problem { throw .refused(problem) }
        guard !Interrupt.isRaised else { throw .interrupted }
        guard let session = Session(options: parameters.options) else {
            throw Interrupt.isRaised ? .interrupted : .connection("out of memory")
        }
        guard session.isOpen, let cancellation = session.cancellation() else {
            throw Self.failure(session.errorMessage.onOneLine)
        }
        try Self.check(session)
        let notices = NoticeSink(onNotice)
        session.deliverNotices(to: notices)
        self.session = session
        self.cancellation = cancellation
        self.notices = notices
        statementTimeout = parameters.statementTimeout
        try settle()
    }

    /// Why a session could not begin.
    private static func failure(_ message: String) -> PostgresError {
        guard let parameter = message.firstRange(of: "unsupported startup parameter") else {
            return .connection(message)
        }
        // PgBouncer's words, which it says in no other language.
        let name = message[parameter.upperBound...].drop { $0 == ":" || $0 == " " }
        let isOptions = name.hasPrefix("options")
        return .unfit(
            "the pooler does not pass on what the connection asks for: \(name)",
            help: isOptions
                ? "unset PGOPTIONS (options in the connection string), or connect to the server itself"
                : "leave it out, or connect to the server itself"
        )
    }
}
