import Glibc
package import Logging
package import Postgres

extension PrivateCluster {
    /// A server that was started before its programs were replaced on the disk, as an update does: what it loads from
    /// now on is not of its own version, and may not fit it.
    package struct OutdatedServer: Sendable {
        /// The version that runs.
        package let running: String
        /// The version that is installed.
        package let installed: String
        /// How many sessions of others are on it.
        package let otherSessions: Int
        fileprivate let process: pid_t
    }

    /// The server, when it is of another version than its programs; nil nearly always, after a few system calls.
    package func outdatedServer(_ connection: Connection) throws -> OutdatedServer? {
        guard let process = serverProcess, hasOtherPrograms(process) else { return nil }
        let server = try connection.first(
            """
            select current_setting('server_version') as version,
                   (select count(*) from pg_stat_activity
                     where backend_type = 'client backend' and pid <> pg_backend_pid()) as others
            """
        ) { row throws(PostgresError) in
            (version: try row["version", as: String.self], others: try row["others", as: Int64.self])
        }
        // Where nothing is installed any more, the server that runs is the best there is.
        guard let server, let running = ServerVersion(server.version),
            let installed = try? binaries().version,
            running != installed
        else { return nil }
        return OutdatedServer(
            running: running.text,
            installed: installed.text,
            otherSessions: Int(server.others),
            process: process
        )
    }

    /// Starts the server anew with the programs that are installed, unless somebody else has done so meanwhile.
    package func restart(_ server: OutdatedServer, logger: Logger) throws(ClusterError) {
        let user = try ServerUser.find()
        try checkOwner(is: user)
        try FileLock.holding(lockFile) { _ throws(ClusterError) in
            guard serverProcess == server.process else { return }
            try stopServer(binaries(), as: user)
        }
        try start(logger: logger)
    }

    /// Whether a process runs another file than the one that would be run in its place.
    private func hasOtherPrograms(_ process: pid_t) -> Bool {
        let link = "/proc/\(process)/exe"
        guard let running = FileIdentity(of: link), let path = Files.linkTarget(link) else { return false }
        if let named = environment["ANNALS_PG_BIN"], !named.isEmpty {
            return FileIdentity(of: named + "/postgres") != running
        }
        // The kernel says so of a file that was removed, or replaced by another of its name.
        let deleted = " (deleted)"
        let started = path.hasSuffix(deleted) ? String(path.dropLast(deleted.count)) : path
        return FileIdentity(of: started) != running
    }
}

/// What tells a file from all others, whatever its name.
private struct FileIdentity: Equatable {
    let device: dev_t
    let number: ino_t

    /// Follows links; nil when nothing is there or it cannot be seen.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = status.st_dev
        number = status.st_ino
    }
}
