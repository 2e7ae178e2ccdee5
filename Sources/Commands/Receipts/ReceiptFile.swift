import EventLog
import Glibc

/// The file a receipt is written to: whoever looks finds nothing there, or the whole receipt.
///
/// A receipt is evidence, so it never takes the place of another file.
final class ReceiptFile {
    /// The largest receipt written or read, in bytes.
    static let largest = 32 << 20

    private let path: String
    private let temporary: String
    private let file: Int32
    /// Its place among the files that are not left behind.
    private let slot: Int?
    private var answer: [JSONValue] = []
    private var size = 0

    /// Creates a file beside it that takes its place once it is whole.
    init(_ path: String) throws(Failure) {
        self.path = path
        var status = stat()
        guard lstat(path, &status) != 0 else { throw Self.taken(path) }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        temporary = "\(folder).annals-receipt-\(getpid())"
        slot = PartialFiles.all.add(temporary)
        file = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else {
            PartialFiles.all.remove(slot)
            throw Self.failure(.cannotCreate, path, help: "give a file in a directory you may write to")
        }
    }

    deinit {
        guard file >= 0 else { return }
        close(file)
        unlink(temporary)
        PartialFiles.all.remove(slot)
    }

    /// Takes lines of the answer.
    func add(_ lines: [JSONValue]) throws(Failure) {
        answer += lines
        size += lines.reduce(0) { $0 + $1.line.utf8.count }
        guard size < Self.largest else {
            throw Failure(
                .cannotCreate,
                "receipt",
                "the answer is longer than the \(Self.largest >> 20) MB a receipt may have",
                help:
                    "ask for less of it: fewer actors, one --facet, --at, --known, or --since and --limit of a log"
            )
        }
    }

    /// Writes the receipt of the answer taken so far and these lines.
    func write(_ question: Question, answer lines: [JSONValue] = [], from log: Log) throws {
        try add(lines)
        try write(Receipt(question, answer: answer, from: log).text)
        // Unlike a rename, a link leaves alone what may have appeared there meanwhile.
        guard link(temporary, path) == 0 else {
            throw errno == EEXIST ? Self.taken(path) : Self.failure(.cannotCreate, path, help: nil)
        }
        Console.standard.note("receipt in \(Printable.line(path)): annals audit gives the answer again")
    }

    private func write(_ text: String) throws(Failure) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                throw Self.failure(.inputOutput, path, help: "make room, or write elsewhere")
            }
            rest = rest.dropFirst(written)
        }
        guard fsync(file) == 0 else { throw Self.failure(.inputOutput, path, help: nil) }
    }

    private static func failure(_ code: Failure.Code, _ path: String, help: String?) -> Failure {
        let reason = String(cString: strerror(errno))
        return Failure(
            code,
            "receipt",
            "cannot write \(path): \(reason)",
            help: help,
            outcome: "Nothing was answered."
        )
    }

    private static func taken(_ path: String) -> Failure {
        Failure(
            .cannotCreate,
            "receipt",
            "\(path) is there already",
            help: "give another name: a receipt never takes the place of a file",
            outcome: "Nothing was answered."
        )
    }
}
