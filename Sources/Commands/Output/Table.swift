/// Rows in aligned columns, as wide as their widest cell, the last one left as it is.
struct Table {
    private var rows: [[String]] = []

    mutating func add(_ cells: [String]) {
        rows.append(cells.map(RightToLeft.cell))
    }

    /// The rows for a console: where a line would be wider than a terminal, the cells of the last column are cut, or
    /// rows go on below themselves; as they are for anything else.
    func lines(on console: Console) -> [String] {
        guard console.isTerminal else { return lines }
        let widths = widths
        let room = console.columns - widths.dropLast().reduce(0) { $0 + $1 + 2 }
        guard room >= Self.narrowest else { return folded(to: console.columns).lines }
        var table = Table()
        for row in rows {
            table.rows.append(
                row.count < widths.count
                    ? row : row.dropLast() + row.suffix(1).map { Printable.line($0, most: room) }
            )
        }
        return table.lines
    }

    /// The same with rows that go on below themselves, as many columns on each line as fit.
    private func folded(to columns: Int) -> Table {
        let widths = widths
        var groups: [[Int]] = [[]]
        var taken = 0
        for (column, width) in widths.enumerated() {
            if taken + width > columns, groups.last?.isEmpty == false {
                groups.append([])
                taken = Self.indent
            }
            groups[groups.count - 1].append(column)
            taken += width + 2
        }
        var table = Table()
        for row in rows {
            guard row.count == widths.count else {
                table.rows.append(row)
                continue
            }
            for (number, group) in groups.enumerated() {
                let indent = number == 0 ? "" : String(repeating: " ", count: Self.indent)
                let cells = group.map { row[$0] }
                guard cells.contains(where: { !$0.isEmpty }) else { continue }
                let padded = zip(group, cells).map { column, cell in pad(cell, to: widths[column]) }
                // A row of one cell has no say in how wide the columns are.
                table.rows.append([indent + padded.joined(separator: "  ").trimmingEnd])
            }
        }
        return table
    }

    /// How much deeper a row goes on.
    private static let indent = 6

    /// What is left of a cell at least.
    private static let narrowest = 12

    /// How wide each column is; a row's last cell has no say in it but where the row has them all.
    private var widths: [Int] {
        let columns = rows.map(\.count).max() ?? 0
        return (0..<columns).map { column in
            rows.filter { $0.count > column + 1 || $0.count == columns }.map { Width.of($0[column]) }.max()
                ?? 0
        }
    }

    /// The rows, each a line, without spaces at their ends.
    var lines: [String] {
        let widths = widths
        return rows.map { row in
            let padded = row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : pad(cell, to: widths[column])
            }
            return padded.joined(separator: "  ").trimmingEnd
        }
    }

    private func pad(_ cell: String, to width: Int) -> String {
        cell + String(repeating: " ", count: max(0, width - Width.of(cell)))
    }
}
