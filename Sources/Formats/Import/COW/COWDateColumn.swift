import Annals

/// A date of a spell: in columns for year, month and day, or in one of digits, a year, `YYYYMM` or `YYYYMMDD`.
enum COWDateColumn: Sendable {
    case spread(DateColumns)
    case digits(Int?)

    /// The columns that begin with a stem, or else the one of this name.
    init(_ stem: String, _ name: String, in header: TableHeader) {
        if let year = header.index("\(stem)_year") {
            self = .spread(
                DateColumns(year: year, header.index("\(stem)_month"), header.index("\(stem)_day"))
            )
        } else {
            self = .digits(header.index(name))
        }
    }

    /// The date, as precise as it is given; nil where there is none.
    func date(in cells: RowCells, field: String) throws(Problem) -> String? {
        switch self {
        case .spread(let columns): return try columns.date(in: cells, field: field)
        case .digits(let column):
            guard let text = cells[column]?.trimmed, !text.isEmpty, text != "-9", text != "." else {
                return nil
            }
            let parts = [text.prefix(4), text.dropFirst(4).prefix(2), text.dropFirst(6)].filter {
                !$0.isEmpty
            }
            return try DateColumns.checked(parts.joined(separator: "-"), field: field)
        }
    }
}
