import Annals

/// The columns a date is spread over.
struct DateColumns: Sendable {
    private let year, month, day: Int?

    /// A date in up to three columns.
    init(year: Int?, _ month: Int?, _ day: Int?) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The date, as precise as it is given; nil where there is no year.
    func date(in cells: RowCells, field: String) throws(Problem) -> String? {
        guard let year = number(in: cells[year]) else {
            guard number(in: cells[month]) == nil, number(in: cells[day]) == nil else {
                throw Problem("date", "the year is missing", field: field, help: "give the year as well")
            }
            return nil
        }
        let (month, day) = (number(in: cells[month]), number(in: cells[day]))
        guard month != nil || day == nil else {
            throw Problem(
                "date",
                "there is a day without a month",
                field: field,
                help: "give the month as well"
            )
        }
        let parts = [String.padding(year, to: 4), month, day].compactMap(\.self).map {
            String.padding($0, to: 2)
        }
        return try Self.checked(parts.joined(separator: "-"), field: field)
    }

    /// The date, if there is one.
    static func checked(_ text: String, field: String) throws(Problem) -> String {
        do throws(DateError) {
            return try EDTF(text).text
        } catch {
            throw Problem(date: error, field: field, written: text)
        }
    }

    /// What is written, unless that stands for nothing: Correlates of War writes -9, others a point.
    private func number(in cell: String?) -> String? {
        guard let cell = cell?.trimmed, !cell.isEmpty, cell != "-9", cell != "." else { return nil }
        return cell
    }
}

extension String {
    /// The text with zeros in front, up to a width.
    static func padding(_ text: String, to width: Int) -> String {
        String(repeating: "0", count: Swift.max(0, width - text.utf8.count)) + text
    }
}
