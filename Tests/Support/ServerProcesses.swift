package import EventLog
import FoundationEssentials
package import Glibc

/// The processes of a server, for a test to kill as a crash would.
package struct ServerProcesses: Sendable {
    private let data: String

    /// Those of a private cluster.
    package init(of cluster: PrivateCluster) {
        data = cluster.directory + "/data"
    }

    /// Kills them all, as a crash of the machine would.
    package func killAll() {
        guard let first else { return }
        // Stopped, it can start no other meanwhile.
        kill(first, SIGSTOP)
        for process in children(of: first) { kill(process, SIGKILL) }
        end(first)
    }

    /// Kills the first alone; those that serve sessions end when they notice.
    package func killFirst() {
        if let first { end(first) }
    }

    /// Kills the one that serves a session, upon which the server ends all others and recovers.
    package func killSession(_ process: pid_t) {
        guard let first, children(of: first).contains(process) else { return }
        end(process)
    }

    private func end(_ process: pid_t) {
        kill(process, SIGKILL)
        while kill(process, 0) == 0, state(of: process)?.first != "Z" { usleep(1_000) }
    }

    /// Nil while the server is down.
    ///
    /// A server that was killed leaves its process id behind, which may be anybody's by now: only what was started
    /// with this directory is it.
    private var first: pid_t? {
        let lock = try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8)
        guard let process = lock?.split(separator: "\n").first.flatMap({ pid_t($0) }),
            let command = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)
        else { return nil }
        let words = command.split(separator: "\0")
        return words.first?.hasSuffix("/postgres") == true && words.contains { $0 == data } ? process : nil
    }

    private func children(of parent: pid_t) -> [pid_t] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.compactMap { pid_t($0) }.filter { state(of: $0)?.dropFirst().first == "\(parent)" }
    }

    /// What follows a process's name in parentheses: its state, its parent (proc(5)); nil when it is gone.
    private func state(of process: pid_t) -> [Substring]? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let name = status.lastIndex(of: ")")
        else { return nil }
        return Array(status[name...].split(separator: " ").dropFirst())
    }
}
