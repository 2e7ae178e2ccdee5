/// A text as a Swift literal that stands for exactly that text.
///
/// Raw multi-line literals keep SQL readable in the generated file, and unlike an array of bytes they cost
/// the compiler next to nothing. They are not quite exact by themselves: the compiler turns a carriage
/// return into a line feed and refuses most control characters, so these are escaped.
struct StringLiteral {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The literal, ending with its closing delimiter.
    var source: String {
        let hashes = String(repeating: "#", count: longestFence + 1)
        var literal = "\(hashes)\"\"\"\n"
        for scalar in text.unicodeScalars {
            if isKept(scalar) {
                literal.unicodeScalars.append(scalar)
            } else {
                literal += "\\\(hashes)u{\(String(scalar.value, radix: 16))}"
            }
        }
        return literal + "\n\"\"\"\(hashes)"
    }

    /// The most `#` in a row after a quote or a backslash: one more of them, and nothing in the text can
    /// close the literal or start an escape.
    private var longestFence: Int {
        var longest = 0
        var current: Int?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                current = 0
            case UInt8(ascii: "#"):
                current = current.map { $0 + 1 }
                longest = max(longest, current ?? 0)
            default:
                current = nil
            }
        }
        return longest
    }

    /// Whether a literal gives this character back when it is written as it is.
    private func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\t": true
        case "\u{FEFF}": false
        default: scalar.properties.generalCategory != .control
        }
    }
}
