import Support

/// Texts made up of what means something to the formats we write.
enum NastyTexts {
    private static let pieces = [
        "Taliban", "the", "a", " ", "  ", "\"", "'", "\\", "/", "\\n", "\\N", "\\\"", "\n", "\r\n", "\t",
        "\u{0}",
        "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "é", "e\u{301}", "’", "ى", "طالبان", "政府", "😀", "\u{FFFD}",
        "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}", "\u{2028}", "\u{FEFF}", "<", ">", "&", "&amp;", "&#10;", "]]>",
        "<!--",
        "{", "}", "{}", "}{", "%", "$", "#", "_", "~", "^", "^^", "@", "=", ",", ";", "|", "--", "//", "/*",
        "\\{",
        "\\&", "$x$", "and", "#1", "and others",
    ]

    /// One of them.
    static func text(using random: inout SplitMix64) -> String {
        (0..<Int.random(in: 0..<8, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
        }.joined()
    }
}
