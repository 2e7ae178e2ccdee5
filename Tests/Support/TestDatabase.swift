import Annals
package import EventLog
package import Logging
package import Postgres
import Synchronization

/// A database of a test's own, with annals set up in it, on the throwaway cluster.
///
/// ```swift
/// let log = try TestDatabase().openLog()
/// ```
package struct TestDatabase: Sendable {
    /// How libpq reaches it.
    package let connectionString: String

    /// A new database: with annals set up, as a copy of a template; or empty.
    package init(isSetUp: Bool = true) throws {
        let number = Self.count.withLock { count in
            count += 1
            return count
        }
        let name = "test_\(number)"
        let cluster = try ThrowawayCluster.shared
        let template = try isSetUp ? Self.template.get() : "template0"
        // A database cannot be copied twice at once.
        try Self.count.withLock { _ in
            let server = try Self.connect(cluster.connectionString(database: "postgres"))
            try server.run(script: "create database \(name) template \(template)")
        }
        connectionString = cluster.connectionString(database: name)
    }

    /// A session of its own.
    package func connect() throws(PostgresError) -> Connection {
        try Self.connect(connectionString)
    }

    /// A session of its own with the log.
    package func openLog() throws -> Log {
        try Log(try connect(), logger: Self.silent)
    }

    /// A logger that says nothing.
    package static var silent: Logger {
        Logger(label: "annals.tests") { _ in SwiftLogNoOpLogHandler() }
    }

    private static let count = Mutex(0)

    private static let template = Result {
        let name = "annals_template"
        let cluster = try ThrowawayCluster.shared
        let server = try connect(cluster.connectionString(database: "postgres"))
        try server.run(script: "create database \(name) template template0")
        let connection = try connect(cluster.connectionString(database: name))
        try Migrations.run(connection, logger: silent)
        return name
    }

    private static func connect(_ connectionString: String) throws(PostgresError) -> Connection {
        try Connection(ConnectionParameters(connectionString, applicationName: "annals/tests"))
    }
}
