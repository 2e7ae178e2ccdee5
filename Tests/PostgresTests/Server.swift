import Glibc
import Postgres
import Support

/// The server the tests run on: the throwaway cluster.
enum Server {
    /// A connection string for a superuser.
    static let connectionString: String = {
        // A test in a process of its own finds the server its parent has started.
        if let started = getenv(variable) { return String(cString: started) }
        // Without a server, connecting fails and says so.
        let named =
            (try? ThrowawayCluster.shared.connectionString(database: "postgres")) ?? "host=/nonexistent"
        setenv(variable, named, 1)
        return named
    }()

    private static let variable = "ANNALS_TEST_SERVER"

    static func connect() throws(PostgresError) -> Connection {
        try Connection(ConnectionParameters(connectionString, applicationName: "tests"))
    }
}
