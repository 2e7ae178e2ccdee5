import Annals

/// A text as XML 1.0 can hold it.
enum XMLText {
    /// The text escaped for content and for attributes in double quotes alike.
    ///
    /// Line ends and tabs are written as references, because a parser makes spaces of them in an attribute.
    /// What cannot be seen, or XML has no way to write (§2.2), is made plain.
    static func escaped(_ text: String) -> String {
        let shown = text.revealingHidden(keeping: ["\t", "\n", "\r"])
        guard shown.utf8.contains(where: mayNeedEscape) else { return shown }
        var escaped = ""
        for scalar in shown.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Whether a character that starts with this byte is one that cannot stand as it is.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
        default: byte < 0x20
        }
    }
}
