import EventLog
import Glibc
import Postgres
import Support

/// A private cluster of the hammer's own, as `annals init` makes it: durable, and started again by whichever
/// command finds it down.
struct Arena: Sendable {
    let client: Client
    let cluster: PrivateCluster
    /// What can be killed of its server.
    let processes: ServerProcesses
    private let base: String

    init() throws {
        base = try TemporaryDirectory.make(prefix: "annals-hammer-")
        client = Client(["XDG_DATA_HOME": base])
        cluster = PrivateCluster(
            directory: base + "/annals/pg",
            environment: TemporaryDirectory.processEnvironment
        )
        processes = ServerProcesses(of: cluster)
        let end = try client.annals(["init"])
        guard end.status == 0 else { throw Writer.Refusal(status: end.status, errors: end.errors) }
    }

    /// A session of its own; throws while the server is down.
    func connect() throws(PostgresError) -> Connection {
        try Connection(
            ConnectionParameters(
                cluster.connectionString(database: "annals"),
                applicationName: "annals/hammer"
            )
        )
    }

    /// Stops the server and removes everything.
    func remove() {
        try? cluster.stop()
        TemporaryDirectory.remove(cluster.socketDirectory)
        TemporaryDirectory.remove(base)
    }

    /// Stops the processes of the server that write what sessions left in memory.
    func stopBackgroundWriting() throws {
        let processes = try connect().query(
            "select pid from pg_stat_activity where backend_type in ('walwriter', 'background writer', 'checkpointer')"
        ) { row throws(PostgresError) in try row["pid", as: Int32.self] }
        for process in processes { kill(process, SIGSTOP) }
    }
}
