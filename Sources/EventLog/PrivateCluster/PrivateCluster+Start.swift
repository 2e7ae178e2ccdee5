import Glibc
package import Logging

extension PrivateCluster {
    /// Whether a server of this cluster accepts connections now; not while it recovers from a crash.
    ///
    /// It runs `pg_isready`, some milliseconds: to use the cluster, connect first, and ask only when that fails.
    package var isRunning: Bool { (try? answer(binaries())) == .accepting }

    /// Starts the server and waits until it accepts connections; does nothing when it already does.
    ///
    /// Commands that start at once take turns on a lock. Recovery after a crash is waited for, however long it
    /// takes. The server is in a session of its own, so an interrupt typed in the terminal does not reach it, and
    /// it holds none of our descriptors open.
    ///
    /// - Throws: ``ClusterError/notCreated(path:)``, or ``ClusterError/startFailed(path:output:log:)`` with the
    ///   end of the server's log.
    package func start(logger: Logger) throws(ClusterError) {
        guard exists else { throw .notCreated(path: directory) }
        try checkPath()
        let binaries = try binaries()
        let user = try ServerUser.find()
        try checkOwner(is: user)
        try FileLock.holding(lockFile) { _ throws(ClusterError) in
            waitWhileDefunct()
            var failure: ClusterError?
            while true {
                switch try answer(binaries) {
                case .accepting:
                    return
                case .rejecting:
                    // Starting or shutting down since a command that was interrupted: either ends by itself.
                    logger.debug("waiting for the private cluster, which is starting up or shutting down")
                    usleep(100_000)
                case .none:
                    if let failure { throw failure }
                    logger.notice("starting the private cluster in \(directory)")
                    failure = try launch(binaries, as: user)
                }
            }
        }
    }

    /// Runs `pg_ctl start` and gives back why it failed, which matters only if no server answers afterwards.
    private func launch(_ binaries: ServerBinaries, as user: ServerUser) throws(ClusterError) -> ClusterError?
    {
        try writeConfiguration(in: data, as: user)
        try Files.makePrivateDirectory(socketDirectory, owner: user)
        let logged = logSize
        let result = try ChildProcess.run(
            user.command([
                binaries.pgCtl, "start", "--pgdata=" + data, "--log=" + logFile, "--wait", "--timeout=3600",
            ]),
            environment: serverEnvironment,
            session: .own
        )
        guard !result.succeeded else { return nil }
        return .startFailed(path: directory, output: result.output, log: logTail(since: logged))
    }

    /// The exit status of `pg_isready`.
    private enum Answer: Int32 {
        case accepting = 0
        case rejecting = 1
        case none = 2
    }

    private func answer(_ binaries: ServerBinaries) throws(ClusterError) -> Answer {
        let result = try ChildProcess.run(
            [binaries.pgIsReady, "--quiet", "--dbname=" + connectionString(database: "postgres")],
            environment: serverEnvironment
        )
        return Answer(rawValue: result.status) ?? .none
    }
}
