/// An entry of a legend: a small drawing and what it means.
package struct LegendEntry {
    /// What it means, in a word or two.
    let label: String
    /// Draws it within the rectangle.
    let draw: (inout Markup, Rectangle) -> Void

    package init(_ label: String, draw: @escaping (inout Markup, Rectangle) -> Void) {
        self.label = label
        self.draw = draw
    }

    /// What a level box shows.
    package init(_ label: String, _ content: LevelBox.Content) {
        self.init(label) { svg, box in LevelBox(content).write(to: &svg, box) }
    }
}

extension [LegendEntry] {
    /// The five levels, what is not certain, what is unknown, and where a picture has them, values that are no
    /// better or worse than others.
    package static func levels(unranked: Bool = false) -> [LegendEntry] {
        Palette.levels.map { LegendEntry(Palette.word($0), .value(level: $0, isCertain: true)) }
            + (unranked ? [LegendEntry("no better or worse", .value(level: nil, isCertain: true))] : [])
            + [
                LegendEntry("possibly", .value(level: 1, isCertain: false)),
                LegendEntry("unknown", .unknown),
            ]
    }
}
