/// What XML makes of a text.
enum InXML {
    /// The bytes of the text in hexadecimal, with U+FFFD for what XML cannot hold.
    static func code(_ text: String) -> String {
        let held = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "\t", "\n", "\r": scalar
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(held)).utf8.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
