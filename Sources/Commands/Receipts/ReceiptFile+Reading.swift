import Annals
import Glibc
import Postgres

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
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        var status = stat()
        guard file >= 0, fstat(file, &status) == 0 else { throw missing(path) }
        defer { close(file) }
        guard status.st_size <= largest else { throw tooLarge(path) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            // A pipe may have to be waited for, and Ctrl-C must end that.
            var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
            repeat {
                if Interrupt.isRaised { throw Failure.interrupted() }
            } while poll(&waiting, 1, 100) <= 0
            let count = Glibc.read(file, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { throw missing(path) }
            bytes += chunk[..<count]
            guard bytes.count <= largest else { throw tooLarge(path) }
        }
    }

    private static func missing(_ path: String) -> Failure {
        let reason = String(cString: strerror(errno))
        return Failure(
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
