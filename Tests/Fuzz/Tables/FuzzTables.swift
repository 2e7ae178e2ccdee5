import Annals
import CLibFuzzer
import Formats
import Glibc

/// Any file is split into the same records however it is read, and each row of one that is recognised becomes
/// something, or is refused with words that help.
@main enum FuzzTables {
    static func main() {
        exit(
            fuzz(CommandLine.argc, CommandLine.unsafeArgv) { start, count in
                FuzzTables.read([UInt8](UnsafeBufferPointer(start: start, count: count)))
                return 0
            }
        )
    }

    /// The first byte of the input says how much of the rest is read at a time.
    private static func read(_ input: [UInt8]) {
        guard let size = input.first else { return }
        let file = input.dropFirst()
        guard let format = try? RecognisedFormat.recognise(file), format.format != .cloudEvents else {
            return
        }
        let records = split(file, format, into: Int(size) + 1)
        precondition(records == split(file, format, into: file.count), "split otherwise in other chunks")
        guard !format.hasHeader || !records.isEmpty else { return }
        let header = format.hasHeader ? try? records[0].get() : nil
        guard var reader = try? RowReaders.make(format, header: header, map: nil) else { return }
        for record in records.dropFirst(format.hasHeader ? 1 : 0) {
            switch record.flatMap({ reader.read($0) }) {
            case .success(let row): precondition(!row.key.isEmpty, "a row that is not to be known again")
            case .failure(let problem): precondition(!problem.problems.isEmpty, "refused without a reason")
            }
        }
    }

    private static func split(
        _ file: ArraySlice<UInt8>,
        _ format: RecognisedFormat,
        into size: Int
    ) -> [Result<TableRecord, ImportProblem>] {
        var splitter = TableSplitter(separator: format.separator, quoted: format.quoted)
        var records: [Result<TableRecord, ImportProblem>] = []
        var rest = file
        while !rest.isEmpty {
            records += splitter.records(in: rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return records + splitter.finish()
    }
}
