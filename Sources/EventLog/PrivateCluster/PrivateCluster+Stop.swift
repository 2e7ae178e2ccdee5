extension PrivateCluster {
    /// Stops the server, ending the sessions of others (fast mode); does nothing when it is not running.
    package func stop() throws(ClusterError) {
        guard exists else { return }
        let binaries = try binaries()
        let user = try ServerUser.find()
        try checkOwner(is: user)
        try FileLock.holding(lockFile) { _ throws(ClusterError) in
            try stopServer(binaries, as: user)
        }
    }

    /// The same for whoever holds the lock.
    func stopServer(_ binaries: ServerBinaries, as user: ServerUser) throws(ClusterError) {
        waitWhileDefunct()
        let status = try ChildProcess.run(
            user.command([binaries.pgCtl, "status", "--pgdata=" + data]),
            environment: serverEnvironment
        )
        let notRunning: Int32 = 3
        guard status.status != notRunning else { return }
        let result = try ChildProcess.run(
            user.command(stopArguments(binaries) + ["--timeout=3600"]),
            environment: serverEnvironment,
            session: .own
        )
        guard result.succeeded else { throw .stopFailed(path: directory, output: result.output) }
    }

    /// The shell command a person can type to stop the server.
    package var stopCommand: String {
        guard let binaries = try? binaries(), let user = try? ServerUser.find() else {
            return ShellCommand.of(["pg_ctl", "stop", "--pgdata=" + data, "--mode=fast"])
        }
        return ShellCommand.of(user.launcher + stopArguments(binaries))
    }

    private func stopArguments(_ binaries: ServerBinaries) -> [String] {
        [binaries.pgCtl, "stop", "--pgdata=" + data, "--mode=fast"]
    }
}
