import Glibc
import Postgres
import Support
import Testing

extension Connection {
    /// The server's process for this session.
    func backend() throws -> Int32 {
        try value("select pg_backend_pid()")
    }

    /// Waits until another session waits for a lock, which it does for as long as the test lets it.
    ///
    /// - Parameter work: ends the wait with a failure when it is over without having waited.
    func waitUntilBlocked(_ backend: Int32, _ work: Background<some Sendable>) throws {
        while try !value("select cardinality(pg_blocking_pids(\(backend))) > 0", as: Bool.self) {
            try #require(!work.isOver, "the session was to wait for a lock")
            usleep(1000)
        }
    }

    /// Ends another session, as an administrator or the server's own trouble would.
    func terminate(_ backend: Int32) throws {
        try #require(try value("select pg_terminate_backend(\(backend))", as: Bool.self))
        while try value("select exists (select from pg_stat_activity where pid = \(backend))", as: Bool.self)
        {
            usleep(1000)
        }
    }
}
