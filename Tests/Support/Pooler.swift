import EventLog
import FoundationEssentials
import Glibc

/// PgBouncer before the throwaway cluster, with one session of the server for each database, so that clients share it.
///
/// Whoever starts one removes it.
package struct Pooler: Sendable {
    /// How it hands out sessions of the server.
    package enum Mode: String, CaseIterable, Sendable { case session, transaction, statement }

    /// Where it listens: the `host` of a connection string.
    package let directory: String

    private let run: ProgramRun

    /// Whether it can be had here.
    package static let isInstalled = program != nil

    package static let absence =
        "PgBouncer is not installed: scripts/prerequisites --tests installs it on Debian"

    private static let program = places.first { access($0, X_OK) == 0 }

    private static let places: [String] = [
        "/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer",
    ]

    /// Starts one.
    package init(_ mode: Mode, sessions: Int = 1) throws {
        let cluster = try ThrowawayCluster.shared.cluster
        directory = try TemporaryDirectory.make(prefix: "annals-test-")
        let settings = """
            [databases]
            * = host=\(cluster.socketDirectory) port=5432 user=annals
            [pgbouncer]
            listen_addr =
            listen_port = 5432
            unix_socket_dir = \(directory)
            auth_type = any
            pool_mode = \(mode.rawValue)
            default_pool_size = \(sessions)
            """
        let file = directory + "/pgbouncer.ini"
        try settings.write(toFile: file, atomically: false, encoding: .utf8)
        // It refuses to be root.
        if geteuid() == 0, let user = getpwnam("postgres") {
            chown(directory, user.pointee.pw_uid, gid_t.max)
        }
        let launcher =
            geteuid() == 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : []
        let input = try ProgramRun.namelessFile()
        defer { close(input) }
        let words = launcher + [Self.program ?? "pgbouncer", "--quiet", file]
        run = try ProgramRun(
            "/usr/bin/env",
            words,
            environment: TemporaryDirectory.processEnvironment,
            directory: "/",
            input: input
        )
        for _ in 0..<1000 where access(directory + "/.s.PGSQL.5432", F_OK) != 0 { usleep(10_000) }
    }

    /// Stops it.
    package func remove() {
        run.signal(SIGKILL)
        _ = try? run.end()
        TemporaryDirectory.remove(directory)
    }
}
