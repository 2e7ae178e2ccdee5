import Glibc
import Support
import Synchronization

/// Runs the real `annals`, and kills what is running when it is told to.
final class Client: Sendable {
    private let environment: [String: String]
    private let running = Mutex<[pid_t]>([])

    /// - Parameter variables: say where the database is.
    init(_ variables: [String: String]) {
        var environment = ["HOME": "/nonexistent", "ANNALS_ACTOR": "hammer"].merging(variables) { $1 }
        for name in ["PATH", "LD_LIBRARY_PATH", "ANNALS_PG_BIN"] {
            environment[name] = TemporaryDirectory.processEnvironment[name]
        }
        self.environment = environment
    }

    /// Runs `annals` to its end, or to the end somebody makes of it.
    func annals(_ arguments: [String], input: String = "") throws -> ProgramRun.End {
        let file = try ProgramRun.namelessFile(holding: Array(input.utf8))
        defer { close(file) }
        let run = try ProgramRun(
            ProgramRun.annals,
            arguments,
            environment: environment,
            directory: "/",
            input: file
        )
        running.withLock { $0.append(run.process) }
        // It is taken off the list while its process id is still its own.
        var end = siginfo_t()
        while waitid(P_PID, id_t(run.process), &end, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        running.withLock { $0.removeAll { $0 == run.process } }
        return try run.end()
    }

    /// Kills one of those running; false when none is.
    func kill(using random: inout some RandomNumberGenerator) -> Bool {
        running.withLock { running in
            guard let victim = running.randomElement(using: &random) else { return false }
            return Glibc.kill(victim, SIGKILL) == 0
        }
    }
}
