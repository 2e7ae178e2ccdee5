import Postgres
import Support
import Testing

@testable import EventLog

/// A server whose processes a test kills.
final class CrashingServer {
    private let cluster: PrivateCluster

    /// A session with the log, another after each crash.
    private(set) var log: Log

    /// What is committed survives a crash of the server, though not one of the machine.
    static let settings = ServerSettings(
        values: ServerSettings.throwaway.values + [("synchronous_commit", "on")]
    )

    init(_ cluster: PrivateCluster) throws {
        self.cluster = cluster
        try cluster.create(logger: silent)
        try cluster.start(logger: silent)
        let connection = try Self.connect(cluster)
        try Migrations.run(connection, logger: silent)
        log = try Log(connection, logger: silent)
    }

    /// Another session.
    func connect() throws -> Connection { try Self.connect(cluster) }

    /// Kills the process of a session, and opens the log again once the server has recovered.
    func kill(_ backend: Int32) throws {
        ServerProcesses(of: cluster).killSession(backend)
        try reopen()
    }

    /// Kills a session in the middle of its work, where it first wants to write to a table.
    func kill(inFrontOf table: String, _ work: @escaping @Sendable (Log) throws -> Void) throws {
        let blocker = try connect()
        try blocker.execute("begin")
        try blocker.execute("lock table annals.\(raw: table) in share row exclusive mode")
        nonisolated(unsafe) let victim = log
        let backend = try victim.connection.backend()
        let working = Background { try work(victim) }
        try blocker.waitUntilBlocked(backend, working)
        try kill(backend)
        let error = #expect(throws: PostgresError.self) { try working.value() }
        #expect(error?.isConnectionLost == true)
    }

    /// Kills the server: all its processes, or only the first, so that sessions end when they notice.
    func crash(sparingSessions: Bool) throws {
        let processes = ServerProcesses(of: cluster)
        if sparingSessions { processes.killFirst() } else { processes.killAll() }
        try reopen()
    }

    private func reopen() throws {
        try cluster.start(logger: silent)
        log = try Log(try connect(), logger: silent)
    }

    private static func connect(_ cluster: PrivateCluster) throws -> Connection {
        try Connection(
            ConnectionParameters(
                cluster.connectionString(database: "postgres"),
                applicationName: "annals/tests"
            )
        )
    }
}
