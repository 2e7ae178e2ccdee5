import Glibc

/// The directory that holds one installed server's programs.
struct ServerBinaries: Equatable {
    let directory: String
    let version: ServerVersion

    var initdb: String { directory + "/initdb" }
    var pgCtl: String { directory + "/pg_ctl" }
    var pgIsReady: String { directory + "/pg_isready" }

    /// Takes a directory that holds every program needed, whatever the version.
    init?(directory: String, environment: [String: String]) {
        let needed = ["initdb", "pg_ctl", "postgres", "pg_isready"]
        guard needed.allSatisfy({ access(directory + "/" + $0, X_OK) == 0 }) else { return nil }
        let says = try? ChildProcess.run([directory + "/initdb", "--version"], environment: environment)
        guard let says, says.succeeded, let version = ServerVersion(says.output) else { return nil }
        self.directory = directory
        self.version = version
    }
}
