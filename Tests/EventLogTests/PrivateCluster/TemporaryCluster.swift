import EventLog
import Logging
import Support

/// Runs a test with a cluster that is not created yet, in a directory of its own, and leaves nothing behind.
///
/// - Parameter subdirectory: where in the test's directory the cluster is to be.
/// - Parameter variables: added to the environment it is told.
func withTemporaryCluster(
    subdirectory: String = "pg",
    settings: ServerSettings = .throwaway,
    adding variables: [String: String] = [:],
    _ body: (PrivateCluster) throws -> Void
) throws {
    let base = try TemporaryDirectory.make(prefix: "annals-test-")
    let cluster = PrivateCluster(
        directory: base + "/" + subdirectory,
        settings: settings,
        environment: TemporaryDirectory.processEnvironment.merging(variables) { $1 }
    )
    defer {
        try? cluster.stop()
        TemporaryDirectory.remove(cluster.socketDirectory)
        TemporaryDirectory.remove(base)
    }
    try body(cluster)
}

let silent = Logger(label: "annals.tests") { _ in SwiftLogNoOpLogHandler() }
