import Annals

/// Some actors laid out together, each on the middle of a square one unit wide.
struct Plot {
    let actors: [ActorID]
    private(set) var places: [Point]
    let width: Double
    let height: Double

    /// The actors where they are, moved so that the upper left corner is the origin.
    init(actors: [ActorID], places: [Point]) {
        let left = places.map(\.x).min() ?? 0
        let top = places.map(\.y).min() ?? 0
        self.actors = actors
        self.places = places.map { $0 - Point(x: left - 0.5, y: top - 0.5) }
        width = (places.map(\.x).max() ?? 0) - left + 1
        height = (places.map(\.y).max() ?? 0) - top + 1
    }

    /// The plots in rows, in the order given, and how much room they need together.
    ///
    /// A row is as wide as the widest plot, or as makes the whole about as high as wide.
    static func sideBySide(_ plots: [Plot]) -> (plots: [Plot], size: Point) {
        let area = plots.reduce(0) { $0 + $1.width * $1.height }
        let widest = max(plots.map(\.width).max() ?? 0, area.squareRoot())
        var placed: [Plot] = []
        var corner = Point.zero
        var rowHeight = 0.0
        var size = Point.zero
        for var plot in plots {
            if corner.x > 0, corner.x + plot.width > widest {
                corner = Point(x: 0, y: corner.y + rowHeight)
                rowHeight = 0
            }
            plot.places = plot.places.map { $0 + corner }
            placed.append(plot)
            corner.x += plot.width
            rowHeight = max(rowHeight, plot.height)
            size = Point(x: max(size.x, corner.x), y: max(size.y, corner.y + rowHeight))
        }
        return (placed, size)
    }
}
