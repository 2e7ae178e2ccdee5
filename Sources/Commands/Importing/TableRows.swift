import Annals
import Formats

/// The records of a file that is a table, some thousands at a time.
struct TableRows {
    let file: ImportFile
    let format: RecognisedFormat
    /// Makes events of them.
    let reader: any RowReader

    /// A record, or why it was not read.
    typealias Record = Result<TableRecord, ImportProblem>

    /// How many come at a time.
    static let chunk = 4096

    /// Looks at how a file begins.
    ///
    /// - Throws: when it is of no format known, or its header lacks what the format needs.
    init(_ file: ImportFile, _ format: RecognisedFormat, start: [UInt8], map: ColumnMap?) throws {
        self.file = file
        self.format = format
        var splitter = TableSplitter(separator: format.separator, quoted: format.quoted)
        let first = splitter.records(in: start[...]).first ?? splitter.finish().first
        let header: TableRecord?
        do {
            header = format.hasHeader ? try first?.get() : nil
        } catch {
            throw Failure(.badData, error.problems.map { Failure.Item(line: error.line, problem: $0) })
        }
        do {
            reader = try RowReaders.make(format, header: header, map: map)
        } catch {
            throw Failure(.badData, error.list.map { Failure.Item(line: header?.line, problem: $0) })
        }
    }

    /// The records in the order of the file.
    func chunks() throws -> Chunks {
        Chunks(
            bytes: try file.bytes(),
            splitter: TableSplitter(separator: format.separator, quoted: format.quoted),
            isHeader: format.hasHeader
        )
    }

    /// A table that is being read.
    struct Chunks: ~Copyable {
        private var bytes: ImportFile.Bytes
        private var splitter: TableSplitter
        private var isHeader: Bool
        /// Those split that were not handed out.
        private var waiting: ArraySlice<Record> = []
        private var bytesRead = 0
        private var isAtEnd = false

        fileprivate init(bytes: consuming ImportFile.Bytes, splitter: TableSplitter, isHeader: Bool) {
            self.bytes = bytes
            self.splitter = splitter
            self.isHeader = isHeader
        }

        /// Some thousands more, with how many of the file's bytes were read; nil at the end.
        mutating func next() throws -> (records: [Record], bytesRead: Int)? {
            var records: [Record] = []
            records.reserveCapacity(TableRows.chunk)
            while true {
                let taken = waiting.prefix(TableRows.chunk - records.count)
                records += taken
                waiting.removeFirst(taken.count)
                if records.count == TableRows.chunk || isAtEnd { break }
                if let (more, read) = try bytes.next() {
                    waiting = splitter.records(in: more)[...]
                    bytesRead = read
                } else {
                    waiting = splitter.finish()[...]
                    isAtEnd = true
                }
                if isHeader, !waiting.isEmpty {
                    isHeader = false
                    waiting.removeFirst()
                }
            }
            return records.isEmpty ? nil : (records, bytesRead)
        }
    }
}

extension ImportFile {
    /// Its first bytes, as many as it takes to recognise a format: 64 KiB, or the whole of its first record where that is
    /// longer, up to the most a record may have.
    func start() throws -> [UInt8] {
        var start: [UInt8] = []
        var bytes = try bytes()
        var ahead: ArraySlice<UInt8> = []
        while case let missing = RecognisedFormat.bytesMissing(after: start), missing > 0 {
            if ahead.isEmpty {
                guard let (more, _) = try bytes.next() else { break }
                ahead = more
            }
            start += ahead.prefix(missing)
            ahead = ahead.dropFirst(missing)
        }
        return start
    }
}
