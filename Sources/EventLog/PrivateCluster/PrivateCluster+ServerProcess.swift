import Glibc

extension PrivateCluster {
    /// The process that runs the cluster, or did until it was killed.
    var serverProcess: pid_t? {
        Files.read(data + "/postmaster.pid").flatMap { text in
            text.split(separator: "\n").first.flatMap { pid_t($0) }
        }
    }

    /// Gives the system up to five seconds to forget a server that was killed.
    ///
    /// Until its parent, by then process 1, has taken notice, PostgreSQL takes a dead server for a living one, and
    /// neither starts nor stops. In containers that may take a while.
    func waitWhileDefunct() {
        guard let process = serverProcess else { return }
        for _ in 0..<50 where isDefunct(process) { usleep(100_000) }
    }

    /// Reads the state, which follows the program's name in parentheses (proc(5)).
    private func isDefunct(_ process: pid_t) -> Bool {
        guard let status = Files.read("/proc/\(process)/stat"), let name = status.lastIndex(of: ")") else {
            return false
        }
        return status[name...].dropFirst(2).first == "Z"
    }
}
