import Glibc

/// Small files that proofs rest on, read whole.
enum TextFile {
    /// More than any of them has, and less than would fill the memory.
    private static let mostBytes = 1 << 24

    /// All of a file.
    static func read(_ path: String, _ what: String) throws(Failure) -> String {
        let file = Input.open(path)
        guard file >= 0 else { throw unreadable(path, what, String(cString: strerror(errno))) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = try Input.next(file, &chunk) { unreadable(path, what, $0) }
            bytes += chunk[..<count]
            guard bytes.count <= mostBytes else {
                throw Failure(
                    .badData,
                    "input",
                    "\(path) is longer than the \(mostBytes >> 20) MiB that \(what) may have",
                    help: "check the name"
                )
            }
            guard count > 0 else { break }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.badData, "input", "\(path) is not \(what): it is not text", help: "check the name")
        }
        return text
    }

    private static func unreadable(_ path: String, _ what: String, _ reason: String) -> Failure {
        Failure(.noInput, "input", "cannot read \(what) \(path): \(reason)", help: "check the name")
    }
}
