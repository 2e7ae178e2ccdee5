import Glibc

/// Small files that proofs rest on, read whole.
enum TextFile {
    /// More than any of them has, and less than would fill the memory.
    private static let mostBytes = 1 << 24

    /// All of a file.
    static func read(_ path: String, _ what: String) throws(Failure) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path, what) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw unreadable(path, what)
            }
            bytes += chunk[..<count]
            guard bytes.count <= mostBytes else {
                throw Failure(.badData, "input", "\(path) is too long for \(what)", help: "check the name")
            }
            guard count > 0 else { break }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.badData, "input", "\(path) is not \(what): it is not text", help: "check the name")
        }
        return text
    }

    private static func unreadable(_ path: String, _ what: String) -> Failure {
        Failure(
            .noInput,
            "input",
            "cannot read \(what) \(path): \(String(cString: strerror(errno)))",
            help: "check the name"
        )
    }
}
