import Annals
import Formats
import Glibc

/// The rows of a file that were not taken: line, field, what is wrong and how to mend it, as CSV.
///
/// Each import of the file makes it anew; where every row was taken there is none. It is begun before anything is
/// written to the log, so that where it cannot be made nothing is.
final class RejectsFile {
    let path: String
    private let output: OutputFile
    private var isEmpty = true

    private static let header = RowFormat.csv.header(["line", "field", "problem", "help"])

    /// - Parameter path: where it is to be; beside the file when nil.
    init(of file: ImportFile, at path: String?) throws(Failure) {
        let path = path ?? (file.path == "-" ? "import.rejects.csv" : "\(file.path).rejects.csv")
        self.path = path
        Self.removeList(path)
        do {
            output = try OutputFile(path)
            try output.write(Self.header)
        } catch {
            let items = error.items.map {
                Failure.Item(
                    problem: Problem(
                        $0.problem.topic,
                        $0.problem.message,
                        help: "name another file with --rejects"
                    )
                )
            }
            throw Failure(error.code, items, outcome: "Nothing was written.")
        }
    }

    func add(_ problems: [Failure.Item]) throws(Failure) {
        for item in problems {
            isEmpty = false
            try output.write(
                RowFormat.csv.line([
                    item.line.map { .number($0) } ?? .text(nil), .text(item.problem.field),
                    .text(item.problem.message), .text(item.problem.help),
                ])
            )
        }
    }

    /// Gives the file its name; false when there is nothing to list, and no file.
    func finish() throws(Failure) -> Bool {
        guard !isEmpty else { return false }
        Self.removeList(path)
        try output.finish()
        return true
    }

    /// Removes what another import left; anything else that bears the name is somebody's.
    private static func removeList(_ path: String) {
        if isList(path) { unlink(path) }
    }

    /// Whether a file is a list of rejects, by how it begins.
    private static func isList(_ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return false }
        defer { close(file) }
        var start = [UInt8](repeating: 0, count: header.utf8.count)
        return pread(file, &start, start.count, 0) == start.count && start == Array(header.utf8)
    }
}
