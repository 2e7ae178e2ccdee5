extension PrivateCluster {
    /// Stops the server, ending the sessions of others (fast mode); does nothing when it is not running.
    package func stop() throws(ClusterError) {
        guard exists else { return }
        let binaries = try binaries()
        let user = try ServerUser.find()
        try checkOwner(is: user)
        try FileLock.holding(lockFile) { _ throws(ClusterError) in
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
    }

    /// The shell command a person can type to stop the server.
    package var stopCommand: String {
        guard let binaries = try? binaries(), let user = try? ServerUser.find() else {
            return shellCommand(["pg_ctl", "stop", "--pgdata=" + data, "--mode=fast"])
        }
        return shellCommand(user.launcher + stopArguments(binaries))
    }

    private func stopArguments(_ binaries: ServerBinaries) -> [String] {
        [binaries.pgCtl, "stop", "--pgdata=" + data, "--mode=fast"]
    }
}

/// The words quoted for a POSIX shell where they need it.
private func shellCommand(_ words: [String]) -> String {
    words.map { word in
        let plain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default:
                "-_./=@:+,".utf8.contains(byte)
            }
        }
        if plain, !word.isEmpty { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
            + "'"
    }.joined(separator: " ")
}
