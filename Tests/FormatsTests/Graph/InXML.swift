import Annals

/// What XML makes of a text.
enum InXML {
    /// The bytes of the text in hexadecimal, with what cannot be seen, or XML cannot hold, made plain.
    static func code(_ text: String) -> String {
        text.revealingHidden(keeping: ["\t", "\n", "\r"]).utf8.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
