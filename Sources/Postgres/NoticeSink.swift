/// Where the notices of a session go, so that libpq does not print them on standard error.
final class NoticeSink {
    let receive: (ServerMessage) -> Void

    init(_ receive: @escaping (ServerMessage) -> Void) {
        self.receive = receive
    }
}
