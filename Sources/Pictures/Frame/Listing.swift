/// Rows of text in columns within a picture, each row as high as its longest cell.
struct Listing {
    /// A text in a cell, broken into lines by the width of the column.
    struct Paragraph {
        let text: String
        var style = TextStyle.body
        var colour = "ink"
        /// How many lines it may have; it ends in `…` where it would have more.
        var most = 3
    }

    /// What a cell shows: a drawing at its left, if it has one, and texts below each other.
    struct Cell {
        var paragraphs: [Paragraph]
        /// How wide the drawing is, and what draws it within the rectangle.
        var drawing: (width: Double, draw: (inout Markup, Rectangle) -> Void)?

        init(
            _ paragraphs: [Paragraph],
            drawing: (width: Double, draw: (inout Markup, Rectangle) -> Void)? = nil
        ) {
            self.paragraphs = paragraphs
            self.drawing = drawing
        }

        init(_ text: String, _ style: TextStyle = .body, colour: String = "ink", most: Int = 3) {
            self.init([Paragraph(text: text, style: style, colour: colour, most: most)])
        }
    }

    /// A row, and the sentence that says all of it.
    struct Row {
        let sentence: String
        let cells: [Cell]
    }

    /// How wide each column is, with the space that keeps it from the next.
    let columns: [Double]
    /// What stands above the columns; empty for none.
    let heads: [String]
    let rows: [Row]
    /// Above and below what is in a row.
    var padding = 7.0

    private static let between = 14.0

    private var width: Double { columns.reduce(0, +) }
    private var headHeight: Double { heads.isEmpty ? 0 : 24 }

    /// How high it is.
    var height: Double { headHeight + rows.map(height).reduce(0, +) }

    /// Writes it from (0, 0) on.
    func write(to svg: inout Markup) {
        var x = 0.0
        for (head, column) in zip(heads, columns) {
            let fitting = TextStyle.small.fitting(head, width: column - Self.between)
            svg.line(fitting, x: x, y: 14, .small, class: "muted")
            x += column
        }
        var y = headHeight
        for row in rows {
            rule(y: y, to: &svg)
            svg.described(row.sentence) { svg in write(row, y: y, to: &svg) }
            svg.newline()
            y += height(row)
        }
    }

    private func write(_ row: Row, y: Double, to svg: inout Markup) {
        var x = 0.0
        for (cell, column) in zip(row.cells, columns) {
            if let drawing = cell.drawing {
                let box = Rectangle(x: x, y: y + padding, width: drawing.width, height: LevelBox.height)
                drawing.draw(&svg, box)
            }
            var lineY = y + padding
            for (paragraph, lines) in set(cell, column: column) {
                let baseline = lineY + paragraph.style.size + drop(row)
                svg.lines(
                    lines,
                    x: x + inset(cell),
                    y: baseline,
                    paragraph.style,
                    class: paragraph.colour
                )
                lineY += Double(lines.count) * paragraph.style.leading
            }
            x += column
        }
    }

    private func rule(y: Double, to svg: inout Markup) {
        svg.empty(
            "path",
            [Attribute("class", "rule"), Attribute("d", "M0 \(y.coordinate)H\(width.coordinate)")]
        )
    }

    private func height(_ row: Row) -> Double {
        let heights = zip(row.cells, columns).map { cell, column in
            let text = set(cell, column: column).map { Double($1.count) * $0.style.leading }.reduce(0, +)
            return max(text + drop(row), cell.drawing == nil ? 0 : LevelBox.height)
        }
        return (heights.max() ?? 0) + 2 * padding
    }

    /// How much lower texts begin beside drawings, so that the first line is level with their middle.
    private func drop(_ row: Row) -> Double {
        row.cells.contains { $0.drawing != nil } ? 2 : 0
    }

    private func set(_ cell: Cell, column: Double) -> [(Paragraph, [String])] {
        cell.paragraphs.filter { !$0.text.isEmpty }.map { paragraph in
            let room = column - inset(cell) - Self.between
            return (paragraph, paragraph.style.lines(paragraph.text, width: room, most: paragraph.most))
        }
    }

    private func inset(_ cell: Cell) -> Double {
        cell.drawing.map { $0.width + 8 } ?? 0
    }
}
