import Annals
import Formats
import Glibc

/// The rows of a file that were not taken: line, field, what is wrong and how to mend it, as CSV.
///
/// Each import of the file makes it anew; where every row was taken there is none.
final class RejectsFile {
    let path: String
    private var output: OutputFile?

    /// - Parameter path: where it is to be; beside the file when nil.
    init(of file: ImportFile, at path: String?) {
        self.path = path ?? (file.path == "-" ? "import.rejects.csv" : "\(file.path).rejects.csv")
        if path == nil { unlink(self.path) }
    }

    func add(_ problems: [Failure.Item]) throws(Failure) {
        guard !problems.isEmpty else { return }
        if output == nil {
            let new = try OutputFile(path)
            try new.write(RowFormat.csv.header(["line", "field", "problem", "help"]))
            output = new
        }
        for item in problems {
            try output?.write(
                RowFormat.csv.line([
                    item.line.map { .number($0) } ?? .text(nil), .text(item.problem.field),
                    .text(item.problem.message), .text(item.problem.help),
                ])
            )
        }
    }

    /// Gives the file its name; false when there is none.
    func finish() throws(Failure) -> Bool {
        try output?.finish()
        return output != nil
    }
}
