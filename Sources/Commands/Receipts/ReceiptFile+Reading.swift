import Annals
import Glibc

extension ReceiptFile {
    /// Reads the receipt a file holds.
    static func read(_ path: String) throws(Failure) -> Receipt {
        let bytes = try contents(path)
        do {
            return try Receipt(reading: bytes)
        } catch {
            throw error.topic == "receipt" ? refused(path, error) : unreadable(path, error)
        }
    }

    private static func contents(_ path: String) throws(Failure) -> [UInt8] {
        let file = Input.open(path)
        var status = stat()
        guard file >= 0, fstat(file, &status) == 0 else {
            throw missing(path, String(cString: strerror(errno)))
        }
        defer { close(file) }
        guard status.st_size <= largest else { throw tooLarge(path) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = try Input.next(file, &chunk) { missing(path, $0) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= largest else { throw tooLarge(path) }
        }
    }

    private static func missing(_ path: String, _ reason: String) -> Failure {
        Failure(
            .noInput,
            "receipt",
            "cannot read \(path): \(reason)",
            help: "name files that --receipt wrote"
        )
    }

    private static func tooLarge(_ path: String) -> Failure {
        Failure(
            .badData,
            "receipt",
            "\(path) is larger than the \(largest >> 20) MB a receipt may have",
            help: "is this the right file?"
        )
    }

    private static func refused(_ path: String, _ problem: Problem) -> Failure {
        Failure(
            .badData,
            Problem("receipt", "\(path): \(problem.message)", field: problem.field, help: problem.help)
        )
    }

    private static func unreadable(_ path: String, _ problem: Problem) -> Failure {
        Failure(
            .badData,
            "receipt",
            "\(path) is cut off, damaged, or no receipt: \(problem.message)",
            help: "audit the receipt as it was given; a copy of it may be intact"
        )
    }
}
