/// Why the private cluster cannot be created, started or stopped.
package enum ClusterError: Error, Equatable, Sendable {
    /// Neither `XDG_DATA_HOME` nor `HOME` names an absolute path.
    case noHome
    /// No complete server was found, or none in the directory that `ANNALS_PG_BIN` names.
    case missingBinaries(override: String?)
    /// The newest server found is older than PostgreSQL 15.
    case unsupportedVersion(found: String, directory: String)
    /// The cluster was made by a major version that is not among those installed.
    case otherMajor(path: String, needed: Int, installed: [String])
    /// Root runs annals, and the account PostgreSQL would run as is missing.
    case rootWithoutServerUser(name: String)
    /// Root runs annals, and neither `runuser` nor `setpriv` is there.
    case rootWithoutLauncher
    /// The path has a character that `pg_ctl` hands to a shell as it is.
    case unusablePath(String)
    /// The account the server runs as cannot enter a directory above the cluster.
    case unreachable(path: String, user: String)
    /// The cluster's directory holds something else, or is somebody else's.
    case foreignDirectory(path: String, reason: String)
    /// A directory of ours can be entered by others, or is somebody else's.
    case directoryNotPrivate(path: String, user: String)
    /// A directory cannot be made; `reason` is the system's text.
    case cannotCreate(path: String, reason: String)
    /// `initdb` ran out of space.
    case diskFull(path: String, output: String)
    /// `initdb` failed; `output` is what it wrote.
    case initializationFailed(path: String, output: String)
    /// The cluster was to be started before it was created.
    case notCreated(path: String)
    /// `pg_ctl start` failed; `log` is the end of the server's log.
    case startFailed(path: String, output: String, log: String)
    /// `pg_ctl stop` failed.
    case stopFailed(path: String, output: String)
    /// A system call failed on a file or a program.
    case system(operation: String, path: String, errno: Int32)
}
