import Glibc

/// Where a command writes: data to standard output, everything else to standard error.
struct Console {
    let environment: [String: String]

    static let standard = Console(environment: Environment.all)

    /// Whether standard output is a terminal.
    var isTerminal: Bool { isatty(1) == 1 }

    /// Whether to write colours: on a terminal that knows them, unless `NO_COLOR` is set.
    var hasColour: Bool {
        isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Writes data.
    func print(_ text: String) throws(Failure) {
        try write(text + "\n", to: 1)
    }

    /// Writes something about the work, as far as anybody can read it.
    func note(_ text: String) {
        try? write(text + "\n", to: 2)
    }

    /// Writes to the line of a terminal people watch.
    func line(_ text: String) {
        try? write(text, to: 2)
    }

    /// Writes data as it is.
    func write(_ bytes: [UInt8]) throws(Failure) {
        try write(bytes[...], to: 1)
    }

    private func write(_ text: String, to file: Int32) throws(Failure) {
        try write(Array(text.utf8)[...], to: file)
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
