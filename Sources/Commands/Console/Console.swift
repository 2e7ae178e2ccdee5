import Glibc
import Synchronization

/// Where a command writes: data to standard output, everything else to standard error.
final class Console: Sendable {
    let environment: [String: String]

    static let standard = Console(environment: Environment.all)

    /// What stands between a command and standard output.
    private enum Output: Sendable {
        case nothing
        /// A pager, to be started with the first output, by this shell command.
        case pagerToCome(String)
        case pager(Pager)
    }

    private let output = Mutex(Output.nothing)

    init(environment: [String: String]) {
        self.environment = environment
    }

    /// Whether standard output is a terminal.
    var isTerminal: Bool { isatty(1) == 1 }

    /// Whether the terminal can do nothing but print.
    var isDumb: Bool { environment["TERM"] == "dumb" }

    /// Whether to write colours: on a terminal that knows them, unless `NO_COLOR` is set.
    var hasColour: Bool { isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && !isDumb }

    /// How many columns there are to fill: what `COLUMNS` says, else the terminal, else 80.
    var columns: Int {
        if let written = environment["COLUMNS"], let columns = Int(written), columns > 0 { return columns }
        var size = winsize()
        for file: Int32 in [1, 2] where ioctl(file, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
            return Int(size.ws_col)
        }
        return 80
    }

    /// Does what writes to standard output with a pager in between, started when there is something to show.
    ///
    /// What goes wrong is thrown when the pager has let go of the terminal. That it was left before it had shown all
    /// is nothing that went wrong.
    func page(with command: String?, _ body: () throws -> Void) throws {
        guard let command else { return try body() }
        output.withLock { $0 = .pagerToCome(command) }
        let result = Result { try body() }
        let pager = output.withLock { output -> Pager? in
            defer { output = .nothing }
            return if case .pager(let pager) = output { pager } else { nil }
        }
        pager?.finish()
        do {
            try result.get()
        } catch  where pager != nil {
            let failure = Failure(error)
            if failure.code == .inputOutput, failure.items.isEmpty { return }
            throw failure.code == .interrupted ? Failure(.interrupted, []) : failure
        }
    }

    /// Whether whoever read standard output is gone, so that nothing written would be read.
    var isReaderGone: Bool {
        var output = pollfd(fd: 1, events: 0, revents: 0)
        return poll(&output, 1, 0) > 0 && Int32(output.revents) & (POLLERR | POLLHUP) != 0
    }

    /// Writes data.
    func print(_ text: String) throws(Failure) {
        try write(Array((text + "\n").utf8))
    }

    /// Writes something about the work, as far as anybody can read it.
    func note(_ text: String) {
        try? write(Array((text + "\n").utf8)[...], to: 2)
    }

    /// Writes to the line of a terminal people watch.
    func line(_ text: String) {
        try? write(Array(text.utf8)[...], to: 2)
    }

    /// Writes data as it is.
    func write(_ bytes: [UInt8]) throws(Failure) {
        let file = output.withLock { output -> Int32 in
            if case .pagerToCome(let command) = output {
                output = Pager(command).map { .pager($0) } ?? .nothing
            }
            return if case .pager(let pager) = output { pager.input } else { 1 }
        }
        try write(bytes[...], to: file)
    }

    private func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(Failure) {
        var bytes = bytes
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if written > 0 {
                bytes = bytes.dropFirst(written)
                continue
            }
            switch errno {
            case EINTR, EAGAIN: continue
            case EPIPE:
                // Whoever read us has seen enough: not worth a word.
                throw Failure(.inputOutput, [])
            default:
                let reason = String(cString: strerror(errno))
                throw Failure(
                    .inputOutput,
                    "output",
                    "cannot write: \(reason)",
                    help: "make room, or write elsewhere"
                )
            }
        }
    }
}
