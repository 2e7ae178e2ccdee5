/// Text from outside made safe to print on one line: no control character reaches a terminal.
enum Printable {
    /// The text with line breaks as ` ⏎ `, other control and direction-changing characters as `\u{…}`.
    static func line(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: line += " ⏎ "
            case 0x09: line += " "
            case 0x0D: continue
            case _ where isUnsafe(scalar):
                line += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    /// Whether a character drives a terminal, as control characters do, or can make a line lie, as the
    /// bidirectional overrides can.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The same, cut to so many columns of a terminal.
    static func line(_ text: String, most: Int) -> String {
        var line = ""
        var width = 0
        /// The bytes that stay if the rest does not fit: what leaves a column for the sign that says so.
        var kept = 0
        for character in text {
            // As a whole, so that what a letter combines with, or an escape, is not torn off it.
            let piece = self.line(String(character))
            width += Width.of(piece)
            guard width <= most else { return String(decoding: line.utf8.prefix(kept), as: UTF8.self) + "…" }
            line += piece
            if width < most { kept = line.utf8.count }
        }
        return line
    }
}
