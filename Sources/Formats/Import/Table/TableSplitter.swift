import Annals

/// Splits bytes, in whatever chunks they were read, into the records of a table.
///
/// With quotes it reads RFC 4180: a field that starts with a quote ends at the next one that is not doubled,
/// line breaks included. Without, a quote is a character like any other and a line is a record. Lines end in
/// LF or CRLF; a byte-order mark at the very start and rows without any text are left out.
///
/// A record that cannot be read is told with the line to mend, and reading goes on at the line after that: a
/// quote that somebody forgot to close costs its own row, not those it would swallow. No more than one chunk
/// and one record are held, so that memory does not grow with the file.
package struct TableSplitter: Sendable {
    /// The most bytes of a record, its line ending included: 4 MiB.
    package static let longest = 4 * 1024 * 1024

    private let longest: Int
    private var buffer: [UInt8] = []
    /// Where in the buffer the record that is looked at begins.
    private var start = 0
    private var scan: RecordScan
    private var isAtStartOfFile = true
    /// The line that is looked at is dropped.
    private var isSkipping = false
    /// Nothing of the file can be read.
    private var isUnreadable = false

    /// A splitter at the start of a file.
    ///
    /// - Parameter quoted: whether fields may stand in quotes.
    package init(separator: UInt8, quoted: Bool) {
        self.init(separator: separator, quoted: quoted, longest: Self.longest)
    }

    /// A splitter that refuses records of more bytes than `longest`.
    init(separator: UInt8, quoted: Bool, longest: Int) {
        scan = RecordScan(separator: separator, quoted: quoted)
        self.longest = longest
    }

    /// The records that end in the next chunk of the file.
    package mutating func records(in bytes: ArraySlice<UInt8>) -> [Result<TableRecord, ImportProblem>] {
        guard !isUnreadable else { return [] }
        buffer += bytes
        return split(isLast: false)
    }

    /// The record the file ended in without a line ending, and what was left of a broken one.
    package mutating func finish() -> [Result<TableRecord, ImportProblem>] {
        isUnreadable ? [] : split(isLast: true)
    }

    private mutating func split(isLast: Bool) -> [Result<TableRecord, ImportProblem>] {
        if isAtStartOfFile {
            guard buffer.count >= 3 || isLast else { return [] }
            isAtStartOfFile = false
            if let problem = Problem(ofUTF16: buffer[...]) {
                isUnreadable = true
                buffer = []
                return [.failure(ImportProblem(line: 1, problems: [problem]))]
            }
            if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        }
        var records: [Result<TableRecord, ImportProblem>] = []
        while skipLine(), let outcome = nextOutcome(isLast: isLast) {
            switch outcome {
            case .success(let record): if let record { records.append(.success(record)) }
            case .failure(let problem): records.append(.failure(problem))
            }
        }
        buffer.removeSubrange(..<start)
        start = 0
        return records
    }

    /// Reads a record, no record when it has no text; nil when that takes more bytes.
    private mutating func nextOutcome(isLast: Bool) -> Result<TableRecord?, ImportProblem>? {
        switch scan.advance(in: buffer, from: start, longest: longest) {
        case .complete: return take()
        case .misquoted: return .failure(reject(.misquoted(on: scan.line, openedOn: scan.lastQuote.line)))
        case .tooLong where scan.isQuoteOpen:
            return .failure(reject(.unclosedQuote("in the \(longest) bytes of a record")))
        case .tooLong:
            let problem = ImportProblem(line: scan.firstLine, problems: [.tooLongRecord(longest)])
            drop(from: scan.place, on: scan.line)
            return .failure(problem)
        case .unfinished:
            guard isLast, scan.place > 0 else { return nil }
            guard !scan.isQuoteOpen else {
                return .failure(reject(.unclosedQuote("before the end of the file")))
            }
            scan.complete(in: buffer, from: start)
            return take()
        }
    }

    private mutating func take() -> Result<TableRecord?, ImportProblem> {
        let end = min(start + scan.place, buffer.count)
        let record = TableRecord.read(scan, from: buffer[start..<end])
        start = end
        scan.restart(at: scan.line)
        return record
    }

    /// Gives up a record for a quote in it, and goes on with the line after the one where that was opened.
    private mutating func reject(_ problem: Problem) -> ImportProblem {
        let quote = scan.lastQuote
        drop(from: quote.place, on: quote.line)
        return ImportProblem(line: quote.line, problems: [problem])
    }

    private mutating func drop(from place: Int, on line: Int) {
        start += place
        scan.restart(at: line)
        isSkipping = true
    }

    /// Drops the rest of a line that is skipped; false when its end has not come yet.
    private mutating func skipLine() -> Bool {
        guard isSkipping else { return true }
        guard let feed = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) else {
            start = buffer.count
            return false
        }
        start = feed + 1
        scan.restart(at: scan.line + 1)
        isSkipping = false
        return true
    }
}
