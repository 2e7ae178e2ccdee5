import Glibc
import Postgres
import Synchronization

/// A program that shows what is written to it a screen at a time, on our terminal.
final class Pager: Sendable {
    /// Where to write what it is to show.
    let input: Int32

    /// Where its stream is in memory; 0 once it was waited for.
    private let stream: Mutex<UInt>

    /// Starts a shell command as a pager; nil when that cannot be done.
    ///
    /// As git does, it asks `less` to leave by itself where all fits on a screen, and to leave alone what is on it,
    /// unless the variable `LESS` says how it is to behave.
    init?(_ command: String) {
        setenv("LESS", "FIRX", 0)
        guard let stream = popen(command, "we") else { return nil }
        self.stream = Mutex(UInt(bitPattern: stream))
        input = fileno(stream)
        // Only now: the pager is to have these as they were.
        signal(SIGPIPE, SIG_IGN)
        Interrupt.outlive()
    }

    /// Tells it that this was all, and waits until it lets go of the terminal.
    func finish() {
        let stream = stream.withLock { stream in
            defer { stream = 0 }
            return UnsafeMutablePointer<FILE>(bitPattern: stream)
        }
        if let stream { pclose(stream) }
    }

    /// The shell command of the pager to use, nil for none: for somebody who sits before a terminal that can do more
    /// than print, what `ANNALS_PAGER` says, else `PAGER`, else `less`.
    static func command(for console: Console) -> String? {
        guard console.isTerminal, !console.isDumb else { return nil }
        let asked = console.environment["ANNALS_PAGER"] ?? console.environment["PAGER"] ?? "less"
        let program = asked.prefix { $0 != " " }
        guard !program.isEmpty, asked != "cat" else { return nil }
        return canRun(program, searching: console.environment["PATH"] ?? "") ? asked : nil
    }

    /// Whether the first word of a command is a program where a shell would look for it, or more than a program.
    private static func canRun(_ program: Substring, searching path: String) -> Bool {
        guard program.utf8.allSatisfy({ !"=$'\"`(){}<>;&|\\~".utf8.contains($0) }) else { return true }
        guard !program.contains("/") else { return access(String(program), X_OK) == 0 }
        return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }
}
