package import Annals

/// Makes events of the rows of one format; made once a file, from its header.
package protocol RowReader: Sendable {
    /// What a row comes to, or everything that is wrong with it.
    mutating func read(_ record: TableRecord) -> Result<ImportedRow, ImportProblem>
}

/// The readers of the formats that are tables.
package enum RowReaders {
    /// The reader of a file, or what its header lacks.
    ///
    /// - Parameters:
    ///   - header: the first record, of a format that has a header.
    ///   - map: what the columns of a spreadsheet are in ours.
    package static func make(
        _ format: RecognisedFormat,
        header: TableRecord?,
        map: ColumnMap?
    ) throws(Problems) -> any RowReader {
        if let map, format.format != .csv, format.format != .timelineJS {
            throw Problems([
                Problem(
                    "column",
                    "\(map.pairs.count) columns are mapped, but \(format.format.name) has columns of its own",
                    help: "leave the map out"
                )
            ])
        }
        if format.format == .gdelt, header == nil { return GDELTReader() }
        if format.format == .cloudEvents { return CloudEventReader() }
        guard let header = header.map(TableHeader.init) else {
            throw Problems([
                Problem(
                    "column",
                    "the table has no line of column names",
                    help: "give it one: \(format.format.name) is read by the names of its columns"
                )
            ])
        }
        return switch format.format {
        case .csv: try SheetReader(header, map: map)
        case .timelineJS: try TimelineJSReader(header, map: map)
        case .icews: try ICEWSReader(header)
        case .polecat: try POLECATReader(header)
        case .gdelt: try GDELTReader(header)
        case .acled: try ACLEDReader.reader(of: header)
        case .cow: try COWReaders.reader(of: header)
        case .cloudEvents: CloudEventReader()
        }
    }
}
