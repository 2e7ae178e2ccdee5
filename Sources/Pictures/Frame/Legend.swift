/// The legend of a picture: its entries side by side, in as many rows as they need.
struct Legend {
    let entries: [LegendEntry]
    let width: Double

    private static let swatch = Rectangle(x: 0, y: 0, width: LevelBox.width, height: LevelBox.height)
    private static let rowHeight = 28.0
    private static let style = TextStyle.small

    /// How high it is.
    var height: Double {
        (places.last?.y).map { $0 + Self.rowHeight } ?? 0
    }

    /// Writes it from (0, 0) on.
    func write(to svg: inout Markup) {
        svg.element("g", [Attribute("role", "group"), Attribute("aria-label", "Legend")]) { svg in
            for (entry, place) in zip(entries, places) {
                var box = Self.swatch
                box.x = place.x
                box.y = place.y
                svg.element("g", [Attribute("aria-hidden", "true")]) { svg in entry.draw(&svg, box) }
                svg.line(entry.label, x: place.x + box.width + 6, y: place.y + 14.5, Self.style)
            }
        }
    }

    private var places: [(x: Double, y: Double)] {
        var places: [(x: Double, y: Double)] = []
        var x = 0.0
        var y = 0.0
        for entry in entries {
            let needed = Self.swatch.width + 6 + Self.style.width(entry.label)
            if x > 0, x + needed > width {
                x = 0
                y += Self.rowHeight
            }
            places.append((x, y))
            x += needed + 16
        }
        return places
    }
}
