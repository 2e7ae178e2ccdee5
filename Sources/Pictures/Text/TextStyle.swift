/// How a text in a picture is set: its size and weight, and so how much room it takes.
package struct TextStyle: Hashable, Sendable {
    /// In units of the picture.
    package let size: Double
    package let isStrong: Bool

    package init(size: Double, isStrong: Bool = false) {
        self.size = size
        self.isStrong = isStrong
    }

    package static let title = TextStyle(size: 20, isStrong: true)
    package static let subject = TextStyle(size: 15)
    package static let body = TextStyle(size: 13)
    package static let strong = TextStyle(size: 13, isStrong: true)
    package static let small = TextStyle(size: 11.5)

    /// From one line to the next.
    package var leading: Double { size * 1.35 }

    /// How wide a text gets at most, or nearly so, whichever of the usual fonts it is set in.
    package func width(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + Self.ems($1) } * size * (isStrong ? 1.13 : 1)
    }

    /// How wide a character is, in its font's size: the widths of DejaVu Sans, which is as wide as any that a
    /// browser takes for `sans-serif`, rounded up by groups.
    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", "J", "'", "|", " ", ",", ".", "·", "’": 0.33
        case "/", ":", ";", "-", "(", ")", "[", "]", "f", "t", "r", "!", "\\": 0.42
        case "a"..."l", "n"..."v", "x"..."z", "0"..."9", "?", "_", "*", "$", "\"", "–", "“", "”": 0.64
        case "w", "A"..."L", "N"..."V", "X"..."Z", "&", "#", "+", "<", "=", ">", "^", "~", "→", "↔", "≈":
            0.86
        case "m", "M", "W", "%", "@", "—", "…": 1
        case _ where scalar.properties.generalCategory == .nonspacingMark: 0
        case "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FE00}"..."\u{FE0F}": 0
        case "\u{1100}"..."\u{115F}", "\u{2E80}"..."\u{A4CF}", "\u{AC00}"..."\u{D7A3}",
            "\u{F900}"..."\u{FAFF}", "\u{FE30}"..."\u{FE4F}", "\u{FF00}"..."\u{FF60}",
            "\u{1F000}"..."\u{3FFFD}":
            1.3
        case "\u{80}"..."\u{24F}": 0.7
        default: 0.8
        }
    }
}
