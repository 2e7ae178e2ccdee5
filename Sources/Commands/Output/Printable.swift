import Annals

/// Text from outside made safe to print on one line: nothing drives a terminal, turns the line around, or cannot be seen.
enum Printable {
    /// The text with line breaks as ` ⏎ `, other hidden characters as `\u{…}`.
    static func line(_ text: String) -> String { line(text, between: nil, and: nil) }

    private static func line(
        _ text: String,
        between before: Unicode.Scalar?,
        and after: Unicode.Scalar?
    ) -> String {
        text.replacingHidden(between: before, and: after) { scalar in
            switch scalar {
            case "\n": " ⏎ "
            case "\t": " "
            case "\r": ""
            default: scalar.revealed
            }
        }
    }

    /// The same, cut to so many columns of a terminal.
    static func line(_ text: String, most: Int) -> String {
        var line = ""
        var width = 0
        /// The bytes that stay if the rest does not fit: what leaves a column for the sign that says so.
        var kept = 0
        var before: Unicode.Scalar?
        for index in text.indices {
            let character = text[index]
            let next = text.index(after: index)
            // As a whole, so that what a letter combines with, or an escape, is not torn off it.
            let after = next < text.endIndex ? text.unicodeScalars[next] : nil
            let piece = self.line(String(character), between: before, and: after)
            before = character.unicodeScalars.last
            width += Width.of(piece)
            guard width <= most else { return String(decoding: line.utf8.prefix(kept), as: UTF8.self) + "…" }
            line += piece
            if width < most { kept = line.utf8.count }
        }
        return line
    }
}
