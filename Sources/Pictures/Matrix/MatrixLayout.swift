/// Where the rows and columns of a matrix are.
struct MatrixLayout {
    /// How wide and high a square is.
    let cell: Double
    /// How wide the names before the rows are.
    let names: Double
    /// How far the names above the columns reach up, and beyond the last column.
    let rise: Double
    let overhang: Double
    let style: TextStyle
    let count: Int

    /// Names above columns stand at this angle: as steep as is easily read.
    static let angle = -60.0
    private static let (cosine, sine) = (0.5, 0.866)
    /// A longer name is cut short; it is whole in the table, and where a row is pointed at.
    private static let longestName = 240.0

    init(names: [String]) {
        count = names.count
        cell = count <= 24 ? 26 : count <= 72 ? 19 : 14
        style = cell < 16 ? TextStyle(size: 10) : .small
        let longest = min(names.map { [style] in style.width($0) }.max() ?? 0, Self.longestName)
        self.names = longest + 10
        rise = longest * Self.sine + style.size + 6
        overhang = longest * Self.cosine
    }

    /// A name as it is written.
    func fitting(_ name: String) -> String {
        style.fitting(name, width: Self.longestName)
    }

    /// The square of a row and a column.
    func box(_ row: Int, _ column: Int) -> Rectangle {
        Rectangle(
            x: names + Double(column) * cell,
            y: rise + Double(row) * cell,
            width: cell,
            height: cell
        )
    }

    /// All squares.
    var field: Rectangle {
        Rectangle(x: names, y: rise, width: Double(count) * cell, height: Double(count) * cell)
    }

    var width: Double { names + field.width + overhang }
    var height: Double { rise + field.height }
}
