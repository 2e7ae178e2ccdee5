import Glibc
import Postgres

/// The server the tests run on.
enum Server {
    /// A connection string for a superuser.
    static var connectionString: String { getenv("ANNALS_TEST_SERVER").map { String(cString: $0) } ?? "" }

    static func connect() throws(PostgresError) -> Connection {
        try Connection(ConnectionParameters(connectionString, applicationName: "tests"))
    }
}
