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

    /// Hands out the records in the order of the file, with how many of its bytes were read.
    func forEach(_ body: ([Record], Int) throws -> Void) throws {
        var splitter = TableSplitter(separator: format.separator, quoted: format.quoted)
        var isHeader = format.hasHeader
        var records: [Record] = []
        func take(_ found: [Record], _ read: Int) throws {
            for record in found {
                if isHeader {
                    isHeader = false
                    continue
                }
                records.append(record)
                guard records.count == Self.chunk else { continue }
                try body(records, read)
                records.removeAll(keepingCapacity: true)
            }
        }
        try file.forEachChunk { bytes, read in
            try take(splitter.records(in: bytes), read)
            return true
        }
        try take(splitter.finish(), file.size)
        if !records.isEmpty { try body(records, file.size) }
    }
}

extension ImportFile {
    /// Its first bytes, as many as it takes to recognise a format.
    func start() throws -> [UInt8] {
        var start: [UInt8] = []
        try forEachChunk { bytes, _ in
            start += bytes.prefix(RecognisedFormat.bytesLooked - start.count)
            return start.count < RecognisedFormat.bytesLooked
        }
        return start
    }
}
