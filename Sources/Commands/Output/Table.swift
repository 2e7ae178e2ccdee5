/// Rows in aligned columns, as wide as their widest cell, the last one left as it is.
struct Table {
    private var rows: [[String]] = []

    mutating func add(_ cells: [String]) {
        rows.append(cells.map(RightToLeft.cell))
    }

    /// The rows with the cells of the last column cut where a line would be wider than a console that is a terminal;
    /// as they are for anything else.
    func lines(on console: Console) -> [String] {
        guard console.isTerminal else { return lines }
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<max(0, columns - 1)).reduce(0) { total, column in
            total + 2 + (rows.filter { $0.count > column + 1 }.map { Width.of($0[column]) }.max() ?? 0)
        }
        let room = max(Self.narrowest, console.columns - widths)
        var table = Table()
        for row in rows {
            table.rows.append(
                row.count < columns
                    ? row : row.dropLast() + row.suffix(1).map { Printable.line($0, most: room) }
            )
        }
        return table.lines
    }

    /// What is left of a cell at least.
    private static let narrowest = 12

    /// The rows, each a line, without spaces at their ends.
    var lines: [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.filter { $0.count > column + 1 }.map { Width.of($0[column]) }.max() ?? 0
        }
        return rows.map { row in
            let padded = row.enumerated().map { column, cell in
                column == row.count - 1
                    ? cell : cell + String(repeating: " ", count: widths[column] - Width.of(cell))
            }
            var line = padded.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
