import Annals

/// Reads ACLED's list of the events it has deleted: an id a row, and when.
struct ACLEDDeletionsReader: RowReader {
    private let columns: Int
    private let id, deleted: Int

    /// A reader of the list with this header.
    init(_ header: TableHeader) throws(Problems) {
        var finder = ColumnFinder(header)
        columns = header.names.count
        id = finder.required("event_id_cnty")
        deleted = finder.required("deleted_timestamp", "timestamp", "deleted")
        try finder.finish(.acled)
    }

    func read(_ record: TableRecord) -> Result<ImportedRow, ImportProblem> {
        Result { () throws(ImportProblem) in
            let cells = try RowCells(record, columns: columns)
            guard let id = cells[id]?.trimmed, !id.isEmpty else {
                throw record.refused(.empty("event_id_cnty"))
            }
            let seconds = cells[deleted].flatMap { UInt64($0.trimmed) }.flatMap {
                $0 < 253_402_300_800 ? $0 : nil
            }
            let day = seconds.map { " on \(Day(epochSeconds: $0))" } ?? ""
            return ImportedRow(
                line: record.line,
                key: "acled:\(id)",
                version: seconds,
                content: .retraction(because: "ACLED deleted the event\(day)")
            )
        }
    }
}
