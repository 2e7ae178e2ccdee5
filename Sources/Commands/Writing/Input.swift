import Annals
import Formats
import Glibc
import Postgres

/// JSON lines from a file or standard input, read to their end.
enum Input {
    /// Bytes read at once.
    private static let chunk = 256 * 1024

    /// The lines of a file, or of standard input for `-`.
    static func read(_ path: String) throws -> Content {
        guard path != "-" else { return try read(descriptor: 0, "standard input") }
        let file = open(path)
        guard file >= 0 else {
            let reason = String(cString: strerror(errno))
            throw Failure(
                .noInput,
                "input",
                "cannot read \(path): \(reason)",
                help: "check the name, or give - for standard input"
            )
        }
        defer { close(file) }
        return try read(descriptor: file, path)
    }

    /// The lines of a text that ships with annals.
    static func read(text: String) -> Content {
        var content = Content()
        var splitter = LineSplitter()
        content.add(splitter.lines(in: Array(text.utf8)[...]))
        content.finish(&splitter)
        return content
    }

    private static func read(descriptor: Int32, _ name: String) throws -> Content {
        var content = Content()
        var splitter = LineSplitter()
        var buffer = [UInt8](repeating: 0, count: chunk)
        while true {
            let count = try next(descriptor, &buffer) { reason in
                Failure(
                    .noInput,
                    "input",
                    "cannot read \(name): \(reason)",
                    help: "check that it is a file of JSON lines"
                )
            }
            guard count > 0 else {
                content.finish(&splitter)
                return content
            }
            content.add(splitter.lines(in: buffer[..<count]))
            // A device may go on for ever, and never end the line.
            if splitter.isInLineTooLong {
                content.finish(&splitter)
                throw Failure(
                    .badData,
                    content.problems,
                    outcome: "What follows was not read, and nothing was written."
                )
            }
        }
    }

    /// Opens a file for reading, without waiting for whoever is to write to a pipe; negative with `errno` when that
    /// cannot be done.
    static func open(_ path: String) -> Int32 { Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }

    /// Reads on, waiting as long as it takes; 0 at the end.
    ///
    /// - Parameter failure: what to throw when the system cannot, for the reason it gives.
    /// - Throws: also `Failure` with `.interrupted` after Ctrl-C, which would not end a read.
    static func next(
        _ descriptor: Int32,
        _ buffer: inout [UInt8],
        orElse failure: (String) -> Failure
    ) throws(Failure) -> Int {
        while true {
            try wait(for: descriptor)
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR || errno == EAGAIN else { throw failure(String(cString: strerror(errno))) }
        }
    }

    /// Waits until there is something to read, or the end.
    private static func wait(for descriptor: Int32) throws(Failure) {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // A Ctrl-C just before the wait does not end it, so it is asked about every tenth of a second.
        repeat {
            if Interrupt.isRaised { throw Failure.interrupted() }
        } while poll(&waiting, 1, 100) <= 0
    }

    /// Lines that could be read, and what is wrong with the others.
    struct Content {
        private(set) var lines: [(number: Int, line: JSONLine)] = []
        private(set) var problems: [Failure.Item] = []

        fileprivate mutating func finish(_ splitter: inout LineSplitter) {
            add([splitter.lastLine()].compactMap { $0 })
        }

        fileprivate mutating func add(_ numbered: [NumberedLine]) {
            for line in numbered {
                switch line.content {
                case .failure(let problem): problems.append(Failure.Item(line: line.number, problem: problem))
                case .success(let bytes):
                    do {
                        lines.append((number: line.number, line: try JSONLine(bytes)))
                    } catch {
                        problems += error.list.map { Failure.Item(line: line.number, problem: $0) }
                    }
                }
            }
        }
    }
}
