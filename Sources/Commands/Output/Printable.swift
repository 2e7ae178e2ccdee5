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

    /// The same, cut to so many characters.
    static func line(_ text: String, most: Int) -> String {
        let cut = text.prefix(most + 1)
        guard cut.count > most else { return line(String(cut)) }
        return line(String(cut.dropLast(2))) + "…"
    }
}
