package import Annals

/// What a file was seen to be.
package struct RecognisedFormat: Hashable, Sendable {
    /// The format.
    package let format: ImportFormat
    /// What stands between the fields of a table.
    package let separator: UInt8
    /// Whether its fields may stand in quotes.
    package let quoted: Bool
    /// Whether its first record names the columns.
    package let hasHeader: Bool

    /// A format and how its tables are written.
    package init(format: ImportFormat, separator: UInt8, quoted: Bool, hasHeader: Bool) {
        self.format = format
        self.separator = separator
        self.quoted = quoted
        self.hasHeader = hasHeader
    }

    /// The bytes from which a file is recognised, and its first record.
    package static let bytesLooked = 64 * 1024

    /// How many bytes more of a file to look at after its first ones; none when those are enough: so many, and the whole
    /// first record, as far as a record may go.
    package static func bytesMissing(after start: [UInt8]) -> Int {
        guard start.count >= bytesLooked else { return bytesLooked - start.count }
        let isWhole = separators.allSatisfy { separator in
            var splitter = TableSplitter(separator: separator, quoted: true)
            return !splitter.records(in: start[...]).isEmpty
        }
        return isWhole ? 0 : max(0, TableSplitter.longest + 1 - start.count)
    }

    /// Recognises a file by how it begins, never by its name.
    ///
    /// - Parameters:
    ///   - start: its first bytes, as many as ``bytesMissing(after:)`` wants.
    ///   - wanted: the format somebody said it is; how the table is written is still looked up.
    ///   - map: what its columns are in ours, which makes any table with enough of them a spreadsheet.
    /// - Throws: what was looked for, when it is none of the formats.
    package static func recognise(
        _ start: ArraySlice<UInt8>,
        as wanted: ImportFormat? = nil,
        map: ColumnMap? = nil
    ) throws(Problem) -> RecognisedFormat {
        if let problem = Problem(ofUTF16: start) { throw problem }
        let first = start.first { !isBlank($0) }
        guard let first, start.contains(where: { !isBlank($0) && $0 >= 0x20 }) else { throw .emptyFile }
        if start.contains(0) { throw .binary }
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        if isJSON || wanted == .cloudEvents {
            guard isCloudEvent(start) else { throw isJSON ? .otherJSON : .noJSON }
            if let wanted, wanted != .cloudEvents { throw .cloudEvents(insteadOf: wanted) }
            return RecognisedFormat(format: .cloudEvents, separator: 0, quoted: false, hasHeader: false)
        }
        if !start.contains(UInt8(ascii: "\n")), start.contains(UInt8(ascii: "\r")) { throw .returnsAlone }
        if wanted ?? .gdelt == .gdelt,
            case .success(let record)? = firstRecord(of: start, separator: tab, quoted: false),
            GDELTReader.isRow(record)
        {
            return RecognisedFormat(format: .gdelt, separator: tab, quoted: false, hasHeader: false)
        }
        guard let (separator, header) = try header(of: start) else { throw .noTable }
        guard let format = wanted ?? ImportFormat(of: header, map: map) else { throw .unknown(header) }
        return RecognisedFormat(
            format: format,
            separator: separator,
            quoted: separator != tab || !format.isMachineCoded,
            hasHeader: true
        )
    }

    private static let tab = UInt8(ascii: "\t")
    private static let separators = [tab, UInt8(ascii: ","), UInt8(ascii: ";")]

    private static func isBlank(_ byte: UInt8) -> Bool {
        // A byte-order mark counts as blank too.
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) || [0xEF, 0xBB, 0xBF].contains(byte)
    }

    private static func isCloudEvent(_ start: ArraySlice<UInt8>) -> Bool {
        let line = start.drop(while: isBlank).prefix { $0 != UInt8(ascii: "\n") }
        return line.first == UInt8(ascii: "{")
            && String(decoding: line, as: UTF8.self).contains("\"specversion\"")
    }

    /// The names of the columns, split by whatever makes the most of them; nil when nothing makes two.
    private static func header(
        of start: ArraySlice<UInt8>
    ) throws(Problem) -> (separator: UInt8, header: TableHeader)? {
        var best: (separator: UInt8, header: TableHeader)?
        for separator in separators {
            switch firstRecord(of: start, separator: separator, quoted: true) {
            case .success(let record):
                let header = TableHeader(record)
                if header.names.count > (best?.header.names.count ?? 1) { best = (separator, header) }
            case .failure(let problem):
                // Quotes may only seem wrong, split by the wrong separator; an encoding or a length is what it is.
                if let problem = problem.problems.first(where: { ["text", "line"].contains($0.topic) }) {
                    throw problem
                }
            case nil: break
            }
        }
        return best
    }

    private static func firstRecord(
        of start: ArraySlice<UInt8>,
        separator: UInt8,
        quoted: Bool
    ) -> Result<TableRecord, ImportProblem>? {
        var splitter = TableSplitter(separator: separator, quoted: quoted)
        return splitter.records(in: start).first ?? splitter.finish().first
    }
}

extension Problem {
    private static let formats =
        "it can be CloudEvents (JSON with \"specversion\"), a table with the columns of "
        + "ICEWS, POLECAT, GDELT, ACLED, Correlates of War or TimelineJS, or a spreadsheet with the columns on, a, "
        + "b and title"

    fileprivate static let emptyFile = Problem("format", "there is nothing in the file", help: formats)

    fileprivate static let binary = Problem(
        "format",
        "the file has NUL bytes: it is no text, or UTF-16 without a byte-order mark",
        help: "save a spreadsheet as \"CSV UTF-8\", unpack an archive, or convert a text: "
            + "iconv -f UTF-16LE -t UTF-8 FILE > NEW"
    )

    fileprivate static let otherJSON = Problem(
        "format",
        "the file is JSON, but its first line is no CloudEvent",
        help:
            "a CloudEvent is an object in one line with \"specversion\"; lines of annals' own go to annals append"
    )

    fileprivate static let noJSON = Problem(
        "format",
        "the file does not begin as CloudEvents do",
        help: "a CloudEvent is an object of JSON in one line, with \"specversion\""
    )

    fileprivate static func cloudEvents(insteadOf wanted: ImportFormat) -> Problem {
        Problem(
            "format",
            "the file begins with a CloudEvent, it is not \(wanted.name)",
            help: "leave the format out, or say \(ImportFormat.cloudEvents.rawValue)"
        )
    }

    fileprivate static let returnsAlone = Problem(
        "format",
        "the lines of the file end in carriage returns alone",
        help: "convert them: tr '\\r' '\\n' < FILE > NEW"
    )

    fileprivate static let noTable = Problem(
        "format",
        "the first line has no tabs, commas or semicolons between columns",
        help: formats
    )

    fileprivate static func unknown(_ header: TableHeader) -> Problem {
        let names = header.names.prefix(64).map { Excerpt.printable($0) }.joined(separator: ", ")
        return Problem(
            "format",
            "the columns are of no format known: \(names)",
            help:
                "\(formats); columns of other names are told by a map, a line each: their column = our column"
        )
    }
}
