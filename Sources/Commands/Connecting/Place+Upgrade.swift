import EventLog
import Logging
import Postgres

extension Place {
    /// A session with the private cluster, or nil where its server was started anew, because its programs were replaced
    /// while it ran.
    ///
    /// Others who are on it are not thrown off by a command that came to read: that is said, and `annals init` does it.
    func upToDate(
        _ connection: Connection,
        of cluster: PrivateCluster,
        as verb: String,
        _ logger: Logger
    ) throws -> Connection? {
        guard let server = try cluster.outdatedServer(connection) else { return connection }
        let what =
            "PostgreSQL \(server.installed) is installed, and the private cluster's server is still \(server.running)"
        let sessions =
            server.otherSessions == 1 ? "1 other session" : "\(server.otherSessions) other sessions"
        guard server.otherSessions == 0 || verb == "init" else {
            Console.standard.note("note: \(what); annals init starts it anew, which ends \(sessions)")
            return connection
        }
        let ended = server.otherSessions == 0 ? "" : ", which ends \(sessions)"
        Console.standard.note("note: \(what): starting it anew\(ended)")
        do {
            try cluster.restart(server, logger: logger)
        } catch {
            throw Failure(error)
        }
        return nil
    }
}
