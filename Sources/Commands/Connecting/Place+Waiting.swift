import EventLog
import Postgres

extension Place {
    /// Connects, and where the server is away for now, waits for it.
    ///
    /// A server that says it is about to take sessions is always waited for; one that does not answer only when
    /// somebody asked for that, or when it was there before.
    func open(_ parameters: ConnectionParameters, _ patience: Patience, wasThere: Bool) throws -> Connection {
        var parameters = parameters
        var pause = Pause(longest: 500_000)
        var isTold = false
        while true {
            parameters.connectTimeout = patience.secondsLeft
            do {
                return try Connection(parameters)
            } catch {
                guard !patience.isOver, !Interrupt.isRaised,
                    error.isPassing(parameters, orSilence: wasThere || patience.wait.isAsked)
                else { throw Failure(connecting: error, to: self, waited: isTold ? patience.wait : nil) }
                if !isTold {
                    Console.standard.note(
                        "note: waiting for the server, \(patience.wait.duration.spoken) at most: \(Printable.line(error.description))"
                    )
                }
                isTold = true
            }
            pause.next()
        }
    }
}

extension PostgresError {
    /// Whether connecting may succeed in a moment.
    fileprivate func isPassing(_ parameters: ConnectionParameters, orSilence: Bool) -> Bool {
        guard case .connection(let message) = self else { return false }
        return switch ServerState(of: parameters) {
        case .rejecting: true
        case .silent: orSilence
        // It is there; or it was not a moment ago.
        case .accepting:
            Self.passing.contains { message.contains($0) } || orSilence && Self.isSilence(message)
        }
    }

    /// What servers and poolers say when they are too busy, or wait for a server themselves.
    private static let passing = [
        "too many clients already", "too many connections", "remaining connection slots",
        "pgbouncer cannot connect to server", "server login has been failing", "server closed the connection",
        "no more connections allowed", "starting up", "shutting down",
    ]

    /// What libpq and the system say when nobody answers.
    private static func isSilence(_ message: String) -> Bool {
        ["Connection refused", "No such file or directory", "timeout expired", "Connection reset"]
            .contains { message.contains($0) }
    }
}
