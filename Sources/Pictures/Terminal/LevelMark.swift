/// How a level is drawn on a terminal: by height, which colour only repeats.
package struct LevelMark: Sendable {
    /// Whether only ASCII is drawn.
    package let ascii: Bool
    /// Whether colour is drawn.
    package let colour: Bool

    package init(ascii: Bool, colour: Bool) {
        self.ascii = ascii
        self.colour = colour
    }

    /// A value with the mark of its level before it; without one where there is no better or worse.
    package func value(_ value: ShownValue) -> String {
        guard let level = value.level else { return value.word }
        return "\(mark(level)) \(value.word)"
    }

    /// The mark of a level, from −2 to +2.
    package func mark(_ level: Int) -> String {
        let step = Self.step(level)
        let mark = ascii ? String(step + 1) : ["▁", "▂", "▄", "▆", "█"][step]
        return coloured(mark, level: level)
    }

    /// What stands where nobody claims anything.
    package var unknownMark: String { ascii ? "." : "·" }

    /// What breaks the marks of a value that is not certain, in the colour of its level.
    func possibleMark(_ level: Int?) -> String {
        let mark = ascii ? "~" : "≈"
        return level.map { coloured(mark, level: $0) } ?? mark
    }

    /// The same with the word.
    package var unknown: String { unknownMark + " unknown" }

    /// A text in the colour of a level.
    func coloured(_ text: String, level: Int) -> String {
        // Orange to purple: readable with any colour vision, on light and dark.
        colour ? "\u{1B}[38;5;\([166, 172, 245, 104, 98][Self.step(level)])m\(text)\u{1B}[0m" : text
    }

    private static func step(_ level: Int) -> Int { max(0, min(4, level + 2)) }
}
