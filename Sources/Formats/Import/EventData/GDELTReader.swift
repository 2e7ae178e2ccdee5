import Annals

/// Reads the event files of GDELT 1.0 and 2.0, which have tabs and no header.
struct GDELTReader: RowReader {
    private var columns: GDELTColumns?

    /// A reader of a file without a header; its first row tells the columns.
    init() {}

    /// A reader of a file with a header.
    init(_ header: TableHeader) throws(Problems) {
        columns = try GDELTColumns(header)
    }

    /// Whether a record is a row of GDELT: its number of columns is one of theirs, its second a day.
    static func isRow(_ record: TableRecord) -> Bool {
        GDELTColumns.counts.contains(record.fields.count) && day(record.fields[1]) != nil
            && record.fields[1].utf8.count == 8
    }

    mutating func read(_ record: TableRecord) -> Result<ImportedRow, ImportProblem> {
        let known = columns ?? GDELTColumns(count: record.fields.count)
        guard let known else {
            let message = "the row has \(record.fields.count) fields, and rows of GDELT have 57, 58 or 61"
            let help = "is it the file of events, as it was downloaded, with its tabs?"
            return .failure(record.refused(Problem("row", message, help: help)))
        }
        columns = known
        return Result { () throws(ImportProblem) in
            try Self.row(RowCells(record, columns: known.count), known)
        }
    }

    private static func row(_ cells: RowCells, _ columns: GDELTColumns) throws(ImportProblem) -> ImportedRow {
        let record = cells.record
        guard let id = cells[columns.id] else { throw record.refused(.empty("GLOBALEVENTID")) }
        guard let day = cells[columns.date].flatMap(day) else {
            throw record.refused(.noDay(cells[columns.date] ?? "", "SQLDATE", as: "20150218"))
        }
        let written = cells[columns.code] ?? ""
        let reading = CAMEOCell(written, label: nil)
        guard let code = reading.code else {
            throw record.refused(.noCAMEOCode(written, field: "EventCode"))
        }
        let (actor, recipient) = (
            GDELTActor(cells, columns.actor), GDELTActor(cells, columns.recipient)
        )
        guard actor != nil || recipient != nil else { throw record.refused(.nobody("Actor1Code")) }
        var draft = EventDraft(from: .gdelt, on: day)
        let actors = draft.name(actor?.imported, recipient?.imported)
        draft.take(code)
        if let mentions = cells[columns.mentions] { draft.tags.append("mentions:\(mentions)") }
        if cells[columns.isRoot] == "0" { draft.tags.append("not-root") }
        draft.title = title(code, actor?.shown, recipient?.shown)
        draft.note = cells[columns.place]
        draft.reported = cells[columns.added].flatMap { Self.day(String($0.prefix(8))) }
        draft.sources = [source(of: id, cells[columns.url], published: draft.reported ?? day)]
        let isOneActor = actor != nil && recipient != nil && actors.count == 1
        return ImportedRow(
            line: record.line,
            key: "gdelt:\(id)",
            content: .event(draft),
            actors: actors,
            traps: [.reportsCounted] + reading.traps + (isOneActor ? [.sameActor] : [])
                + (day.isFirstOfJanuary ? [.sharpenedDate] : [])
        )
    }

    private static func title(_ code: CAMEOCode, _ actor: String?, _ recipient: String?) -> String {
        let coding =
            code.type.map { type in code.mode.map { "\(type.rawValue) \($0)" } ?? type.rawValue }
            ?? (code.code.hasPrefix("01") ? "statement" : "appeal")
        return [actor, "\(coding) (CAMEO \(code.code))", recipient].compactMap(\.self).joined(separator: ": ")
    }

    private static func source(of id: String, _ address: String?, published: String) -> Source {
        let parts = address?.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false) ?? []
        let isURL = parts.count > 2 && parts[1].isEmpty && parts[0].hasSuffix(":")
        return Source(
            title: "GDELT event \(id)",
            publisher: isURL ? String(parts[2]) : address,
            url: isURL ? address : nil,
            published: published,
            locator: nil
        )
    }

    /// The day written in eight digits; nil when there is none.
    private static func day(_ digits: String) -> String? {
        let bytes = digits.utf8
        guard bytes.count == 8, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let text = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
        return Day(text) == nil ? nil : text
    }
}
