import Annals

@testable import Formats

/// What a splitter makes of a file that comes in chunks.
enum Split: Hashable {
    case record(line: Int, [String])
    case failure(line: Int)

    init(_ result: Result<TableRecord, ImportProblem>) {
        switch result {
        case .success(let record): self = .record(line: record.line, record.fields)
        case .failure(let problem): self = .failure(line: problem.line)
        }
    }

    /// The results for a whole file, in chunks of a size or of random ones.
    static func results(
        _ file: [UInt8],
        separator: Character = ",",
        quoted: Bool = true,
        longest: Int = TableSplitter.longest,
        size: () -> Int = { 7 }
    ) -> [Result<TableRecord, ImportProblem>] {
        var splitter = TableSplitter(
            separator: separator.asciiValue ?? 0,
            quoted: quoted,
            longest: longest
        )
        var results: [Result<TableRecord, ImportProblem>] = []
        var start = 0
        while start < file.count {
            let end = min(start + size(), file.count)
            results += splitter.records(in: file[start..<end])
            start = end
        }
        return results + splitter.finish()
    }

    /// The problems of a file, each with its line.
    static func said(_ file: [UInt8], quoted: Bool = true, longest: Int = TableSplitter.longest) -> [String] {
        results(file, quoted: quoted, longest: longest).compactMap { result in
            guard case .failure(let problem) = result else { return nil }
            return "\(problem.line): \(problem.problems.map(\.message).joined(separator: "; "))"
        }
    }
}
