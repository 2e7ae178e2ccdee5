package import EventLog
import Glibc
import Logging
import Postgres

/// One PostgreSQL cluster for all tests of a process: started when first asked for, gone when the process exits.
///
/// It is made under `$ANNALS_TEST_DIR` when that is set, else under `/tmp`, in a directory of its own named
/// `annals-test-XXXXXX`. A process that is killed leaves it behind; its server stops by itself within a minute of
/// the directory's removal.
///
/// ```swift
/// let connection = try ThrowawayCluster.shared.connectionString(database: "postgres")
/// ```
package struct ThrowawayCluster: Sendable {
    /// The running cluster.
    package let cluster: PrivateCluster

    private let base: String

    /// The cluster of this process, started by the first call; every call throws the error of the first.
    package static var shared: ThrowawayCluster {
        get throws { try started.get() }
    }

    /// How libpq reaches a database of it, as its superuser.
    package func connectionString(database: String) -> String {
        cluster.connectionString(database: database)
    }

    /// All its server has written to its log.
    package func serverLog() throws -> String {
        let parameters = ConnectionParameters(
            connectionString(database: "postgres"),
            applicationName: "annals/tests"
        )
        return try Connection(parameters).first("select pg_read_file(\(cluster.directory + "/server.log"))") {
            row throws(PostgresError) in try row[0, as: String.self]
        } ?? ""
    }

    private static let started = Result {
        let shared = try ThrowawayCluster()
        atexit { (try? ThrowawayCluster.shared)?.remove() }
        return shared
    }

    /// One beside the shared one, for a test that would break it for others; whoever makes it removes it.
    package init() throws {
        base = try TemporaryDirectory.make(prefix: "annals-test-")
        cluster = PrivateCluster(
            directory: base + "/pg",
            settings: .shared,
            environment: TemporaryDirectory.processEnvironment
        )
        let logger = Logger(label: "annals.tests") { _ in SwiftLogNoOpLogHandler() }
        do {
            try cluster.create(logger: logger)
            try cluster.start(logger: logger)
        } catch {
            TemporaryDirectory.remove(base)
            throw error
        }
    }

    /// Stops its server and removes its files.
    package func remove() {
        try? cluster.stop()
        TemporaryDirectory.remove(cluster.socketDirectory)
        TemporaryDirectory.remove(base)
    }
}
