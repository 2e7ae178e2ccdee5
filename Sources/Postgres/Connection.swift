/// A session with a PostgreSQL server.
///
/// It runs one statement at a time and waits for it, so it belongs to one thread at a time. It is closed when
/// it is let go. After an error with `isConnectionLost` it stays lost: make a new one.
package final class Connection {
    let session: Session
    let cancellation: Cancellation

    /// Whether rows are still being handed out, during which no other statement may be sent.
    var isStreaming = false

    private let notices: NoticeSink

    /// Connects, or throws `PostgresError.connection` with the reason.
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
        guard let session = Session(options: parameters.options) else { throw .connection("out of memory") }
        guard session.isOpen, let cancellation = session.cancellation() else {
            throw .connection(session.errorMessage.onOneLine)
        }
        let notices = NoticeSink(onNotice)
        session.deliverNotices(to: notices)
        self.session = session
        self.cancellation = cancellation
        self.notices = notices
    }
}
