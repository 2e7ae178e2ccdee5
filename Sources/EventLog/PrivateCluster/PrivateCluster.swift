/// A PostgreSQL cluster of annals' own, used when no connection is given.
///
/// One server on this machine that only listens on a Unix socket, in a directory only its owner can enter. It is
/// made by `initdb`, started by whichever command needs it first, and then left running.
///
/// ```
/// ~/.local/share/annals/pg/
///   data/        the cluster (PGDATA); here only once its creation has completed
///   data.new/    a creation under way, or what an interrupted one left
///   run/         the socket, unless its path would be too long
///   server.log
///   lock         held while creating, starting or stopping
/// ```
package struct PrivateCluster: Sendable {
    /// Absolute path of the directory that holds everything of the cluster.
    package let directory: String

    /// What the server is told beside where to listen.
    let settings: ServerSettings

    /// The caller's environment: where binaries are looked for, and what children are given a part of.
    let environment: [String: String]

    /// Names a cluster in `directory` (absolute), which need not exist yet.
    ///
    /// - Parameter environment: what `PATH`, `HOME` and `ANNALS_PG_BIN` are read from.
    package init(directory: String, settings: ServerSettings = .durable, environment: [String: String]) {
        self.directory = directory
        self.settings = settings
        self.environment = environment
    }

    /// The bootstrap superuser, and the role annals connects as.
    package static let role = "annals"

    /// Only a name for the socket: nothing listens on TCP, and the socket directory is the cluster's alone.
    static let port = 5432

    /// Whether the cluster has been created, completely.
    ///
    /// `data` appears by one rename at the end of ``create(logger:)``, so an interrupted creation does not count.
    package var exists: Bool { FileStatus(of: data + "/PG_VERSION") != nil }

    /// The version of the server that runs this cluster, or would, as `15.13`; `nil` when none is installed.
    package var serverVersion: String? { try? binaries().version.text }

    /// The directory of those programs; `nil` when none is installed.
    package var programs: String? { try? binaries().directory }

    var data: String { directory + "/data" }
    var unfinishedData: String { directory + "/data.new" }
    var logFile: String { directory + "/server.log" }
    var lockFile: String { directory + "/lock" }
}
