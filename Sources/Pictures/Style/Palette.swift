/// How good or bad a value is, as names: of classes for colours, of patterns, and of the levels in legends.
///
/// A picture names the class; the style sheet says what colour that is, on light or dark ground.
package enum Palette {
    /// The levels, from the worst to the best.
    package static let levels = -2...2

    /// What a level is called in a legend.
    package static func word(_ level: Int) -> String {
        ["hostile", "strained", "neutral", "cooperative", "allied"][step(level)]
    }

    /// The class that gives `currentColor` the colour of a level; nil for a value without better or worse.
    package static func cssClass(_ level: Int?) -> String {
        level.map { "level-" + word($0) } ?? "level-unranked"
    }

    /// The fill that hatches in the colour of a level, for what is not certain.
    package static func hatch(_ level: Int?) -> String {
        "url(#hatch-\(level.map(word) ?? "unranked"))"
    }

    /// The fill of what is unknown.
    ///
    /// Dotted, since white would read as a claim that there is nothing.
    package static let unknown = "url(#dots-unknown)"

    /// A level as steps from the ground, 1 to 5: what is drawn as height.
    package static func height(_ level: Int) -> Int {
        step(level) + 1
    }

    private static func step(_ level: Int) -> Int {
        min(max(level, levels.lowerBound), levels.upperBound) - levels.lowerBound
    }
}
