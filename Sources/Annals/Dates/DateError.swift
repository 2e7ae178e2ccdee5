/// Why a text is not a date, and what to write instead.
///
/// Both sentences quote at most a short piece of the text, with control characters made visible, so that they
/// can be printed whatever was read.
public struct DateError: Error, Hashable, Sendable {
    /// What is wrong: `2021-02-30 does not exist (February 2021 has 28 days)`.
    public let message: String

    /// What to write instead: `if only the month is known write 2021-02`.
    public let help: String

    /// The offending part of the text, in UTF-8 bytes from its start, for a caret under it.
    public let range: Range<Int>

    init(_ message: String, help: String, at range: Range<Int>) {
        self.message = message
        self.help = help
        self.range = range
    }
}

extension DateError: CustomStringConvertible {
    /// Both sentences in one line.
    public var description: String {
        "\(message); \(help)"
    }
}

extension DateError {
    /// A piece of the text as an error quotes it: at most 32 characters, nothing that moves a terminal's cursor.
    static func excerpt(of text: some Collection<UInt8>) -> String {
        // 32 characters take at most 128 bytes; a longer text is cut there before it is decoded.
        let scalars = String(decoding: text.prefix(4 * 32), as: UTF8.self).unicodeScalars
        var excerpt = String.UnicodeScalarView()
        for scalar in scalars.prefix(32) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
                excerpt.append("\u{FFFD}")
            default:
                excerpt.append(scalar)
            }
        }
        let isWhole = text.count <= 4 * 32 && scalars.count <= 32
        return String(excerpt) + (isWhole ? "" : "…")
    }
}
