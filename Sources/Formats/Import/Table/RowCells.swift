import Annals

/// The cells of one row, by the places of their columns.
struct RowCells: Sendable {
    /// The row.
    let record: TableRecord
    /// What stands in a cell that has nothing to say, besides nothing.
    let missing: String

    /// The cells of a row that has as many as the table has columns.
    init(_ record: TableRecord, columns: Int, missing: String = "") throws(ImportProblem) {
        let count = record.fields.count
        guard count == columns else {
            throw record.refused(
                Problem(
                    "row",
                    "the row has \(count) \(count == 1 ? "field" : "fields"), and the table \(columns) columns",
                    help: "a field with the separator or a line break in it stands in quotes"
                )
            )
        }
        self.record = record
        self.missing = missing
    }

    /// What a cell says; nil when it has nothing to say or there is no such column.
    subscript(_ column: Int?) -> String? {
        guard let column else { return nil }
        let text = record.fields[column]
        return text.isEmpty || text == missing ? nil : text
    }
}

extension RowCells {
    /// A place named from the smallest to the largest, without saying the same twice; nil where none is.
    func place(_ columns: [Int]) -> String? {
        var names: [String] = []
        for column in columns {
            if let name = self[column], name != names.last { names.append(name) }
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}

extension TableRecord {
    /// What is told of a row with something wrong in it.
    func refused(_ problems: Problem...) -> ImportProblem {
        ImportProblem(line: line, problems: problems)
    }
}
