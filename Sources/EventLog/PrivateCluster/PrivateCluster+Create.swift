import Glibc
package import Logging

extension PrivateCluster {
    /// Creates the cluster, and does nothing when it exists.
    ///
    /// It is not started, and has no database of annals yet. `initdb` works in `data.new`, which becomes `data` by one
    /// rename when all is written; what an interrupted creation left there is removed first. Two commands that create at once take turns.
    package func create(logger: Logger) throws(ClusterError) {
        guard !exists else { return }
        try checkPath()
        let binaries = try binaries()
        let user = try ServerUser.find()
        try prepareDirectory(for: user)
        try FileLock.holding(lockFile) { lock throws(ClusterError) in
            guard !exists else { return }
            logger.notice(
                "creating the private cluster in \(directory) with PostgreSQL \(binaries.version.text)",
                metadata: ["user": "\(user.name)"]
            )
            try Files.removeTree(unfinishedData)
            do throws(ClusterError) {
                try initialize(binaries, as: user, lock: lock)
                try writeConfiguration(in: unfinishedData, as: user)
                try includeConfiguration(in: unfinishedData)
                try Files.check(rename(unfinishedData, data), "rename", unfinishedData)
                try Files.flushDirectory(directory)
            } catch {
                // This error is the one to show. What cannot be removed now is removed by the next attempt.
                try? Files.removeTree(unfinishedData)
                throw error
            }
        }
    }

    private func initialize(_ binaries: ServerBinaries, as user: ServerUser, lock: Int32) throws(ClusterError)
    {
        var command = [
            binaries.initdb, "--pgdata=" + unfinishedData,
            "--username=" + Self.role, "--auth-local=trust", "--auth-host=reject",
            // Collation C sorts alike on every machine and for ever; ctype C.UTF-8 still knows the case of letters.
            "--encoding=UTF8", "--locale=C", "--lc-ctype=C.UTF-8",
            "--data-checksums", "--no-instructions",
        ]
        command += settings.initialization
        if !settings.isDurable { command.append("--no-sync") }
        // The child holds the lock too: should annals be killed, the next creation waits for the orphan to end
        // before it removes the directory under its feet.
        let result = try ChildProcess.run(
            user.command(command),
            environment: serverEnvironment,
            inheriting: lock
        )
        guard result.succeeded else {
            let reason = result.output.split(separator: "\n").suffix(5).joined(separator: "\n")
            if result.output.contains(String(cString: strerror(ENOSPC))) {
                throw .diskFull(path: directory, output: reason)
            }
            throw .initializationFailed(path: directory, output: reason)
        }
    }
}
