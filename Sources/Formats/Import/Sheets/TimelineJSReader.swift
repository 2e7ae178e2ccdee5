import Annals

/// Reads the spreadsheet of a TimelineJS timeline, which knows no actors: a map must name a column of them.
struct TimelineJSReader: RowReader {
    private let sheet: SheetReader
    private let columns: Int
    private let kind: Int?
    private let begin: DateColumns
    private let end: DateColumns

    /// A reader of the sheet with this header.
    init(_ header: TableHeader, map: ColumnMap?) throws(Problems) {
        let found = SheetColumns(header, map: map, known: Self.column, besides: Self.besides)
        guard found[.actors] != nil else { throw Problems(found.problems + [Self.noActors]) }
        if !found.problems.isEmpty { throw Problems(found.problems) }
        sheet = SheetReader(found)
        columns = header.names.count
        kind = header.index("Type")
        begin = DateColumns(year: header.index("Year"), header.index("Month"), header.index("Day"))
        end = DateColumns(year: header.index("End Year"), header.index("End Month"), header.index("End Day"))
    }

    func read(_ record: TableRecord) -> Result<ImportedRow, ImportProblem> {
        Result { () throws(ImportProblem) in
            let cells = try RowCells(record, columns: columns)
            if let kind = cells[kind]?.trimmed.lowercased(), kind == "title" || kind == "era" {
                let reason = kind == "era" ? "an era, which is no event" : "the title slide"
                return ImportedRow(line: record.line, key: "timelinejs:", content: .nothing(because: reason))
            }
            return try sheet.row(cells, on: try on(cells), scheme: "timelinejs")
        }
    }

    private func on(_ cells: RowCells) throws(ImportProblem) -> String? {
        do throws(Problem) {
            let from = try begin.date(in: cells, field: "Year")
            guard let to = try end.date(in: cells, field: "End Year") else { return from }
            guard let from else { throw Problem("date", "it has an end and no begin", field: "Year") }
            return from == to ? from : "\(from)/\(to)"
        } catch {
            throw cells.record.refused(error)
        }
    }

    /// The columns of the date and the kind of a slide, and those that only dress it.
    private static let besides: Set<String> = [
        "year", "month", "day", "end year", "end month", "end day", "type", "background", "media thumbnail",
        "alt text",
    ]

    /// What we call a column of TimelineJS.
    private static func column(called name: String) -> SheetColumn? {
        switch FoldedName(name).text {
        case "headline": .title
        case "text": .note
        case "media": .url
        case "media caption": .source
        case "media credit": .publisher
        case "group", "tag": .tags
        default: nil
        }
    }

    private static let noActors = Problem(
        "column",
        "a TimelineJS timeline does not say who acts on whom",
        field: "actors",
        help:
            "name its columns in a map, as in: Group = actors (several in a cell with a semicolon between them) "
            + "and, if there is one, Tag = recipients"
    )
}
