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
        let file = open(path, O_RDONLY | O_CLOEXEC)
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
            try wait(for: descriptor)
            let count = Glibc.read(descriptor, &buffer, chunk)
            if count > 0 {
                content.add(splitter.lines(in: buffer[..<count]))
            } else if count == 0 {
                content.finish(&splitter)
                return content
            } else if errno != EINTR {
                let reason = String(cString: strerror(errno))
                throw Failure(
                    .noInput,
                    "input",
                    "cannot read \(name): \(reason)",
                    help: "check that it is a file of JSON lines"
                )
            }
        }
    }

    /// Waits until there is something to read, or the end; a read itself would not end with Ctrl-C.
    static func wait(for descriptor: Int32) throws(Failure) {
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
