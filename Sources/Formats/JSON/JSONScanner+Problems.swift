import Annals

extension JSONScanner {
    /// What JSON allows at a place.
    enum Expectation {
        case value, key, colon, commaOr(UInt8), digit, hexadecimalDigit, closingQuote, end

        fileprivate var name: String {
            switch self {
            case .value: "a value"
            case .key: "a key in double quotes"
            case .colon: "\":\" and a value"
            case .commaOr(let end): "\",\" or \"\(Unicode.Scalar(end))\""
            case .digit: "a digit"
            case .hexadecimalDigit: "four hexadecimal digits after \\u"
            case .closingQuote: "a closing \""
            case .end: "the end of the line"
            }
        }
    }

    /// Something else stands where one of a few things is allowed.
    func unexpected(_ expected: Expectation) -> Problem {
        guard let scalar = nextScalar else {
            let message = "unexpected end of line, expected \(expected.name)"
            return problem(message, length: 0, help: missing(expected))
        }
        return problem(
            "expected \(expected.name) at byte \(byteNumber), got \(Self.name(of: scalar))",
            length: UTF8.width(scalar),
            help: mend(expected, scalar)
        )
    }

    /// A control character that a string has to write as an escape.
    func rawControl(_ byte: UInt8) -> Problem {
        problem(
            "a string cannot hold \(Self.name(of: Unicode.Scalar(byte))) as it is, at byte \(byteNumber)",
            length: 1,
            help: byte == UInt8(ascii: "\t") ? "write \\t" : "leave it out"
        )
    }

    /// A backslash before something that has no escape.
    var unknownEscape: Problem {
        problem(
            "the \"\\\" at byte \(byteNumber) begins no escape",
            length: 1,
            help: "write \\\\ for a backslash"
        )
    }

    /// Half of a pair of UTF-16 units, which is no character.
    var loneSurrogate: Problem {
        problem(
            "the \\u escape at byte \(byteNumber) is half of a surrogate pair",
            length: 6,
            help: "write both halves, as in \\ud83d\\ude00, or the character itself"
        )
    }

    /// More objects and lists in each other than anything we read has.
    var tooDeep: Problem {
        problem(
            "nested more than \(Self.deepest) deep at byte \(byteNumber)",
            length: 1,
            help: "a line of ours nests four deep: is this the right file?"
        )
    }

    /// Where the scanner is, in bytes from the line's start, counted from 1.
    private var byteNumber: Int {
        place - bytes.startIndex + 1
    }

    private func problem(_ message: String, length: Int, help: String?) -> Problem {
        let excerpt = Excerpt(of: bytes, at: place..<min(place + length, bytes.endIndex))
        return Problem("json", message, field: field, written: excerpt.text, range: excerpt.range, help: help)
    }

    private var nextScalar: Unicode.Scalar? {
        // Four bytes hold any character; the whole rest of a long line is not decoded for one.
        String(decoding: bytes[place...].prefix(4), as: UTF8.self).unicodeScalars.first
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        if ("!"..."~").contains(scalar) { return "\"\(scalar)\"" }
        let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    }

    /// What a line that ends too early lacks.
    private func missing(_ expected: Expectation) -> String {
        if case .closingQuote = expected { return "is a closing \" missing? each line is a whole object" }
        switch open.last {
        case .object: return "is a } missing? each line is a whole object"
        case .list: return "is a ] missing? each line is a whole object"
        case nil: return "each line is an object in { }"
        }
    }

    /// What was probably meant by something out of place.
    private func mend(_ expected: Expectation, _ got: Unicode.Scalar) -> String? {
        switch (expected, got) {
        case (.value, "}"), (.value, "]"), (.key, "}"):
            "leave out the comma before it, or add what is missing"
        case (.value, _): "write texts and dates in straight double quotes"
        case (.key, _): "write keys in straight double quotes"
        case (.commaOr, "\""): "is a comma missing before it?"
        case (.commaOr, "}"): "is a ] missing before it?"
        case (.commaOr, "]"): "is a } missing before it?"
        case (.commaOr, _) where bytes[..<place].last == UInt8(ascii: "\""):
            "write \\\" for a double quote inside a text"
        case (.commaOr, _), (.digit, _): "write texts and dates in straight double quotes"
        case (.end, ","): "leave the comma out: lines are not separated by commas"
        case (.end, "{"): "put each object on a line of its own"
        case (.end, _): "a line is one object and nothing else"
        case (.colon, _), (.hexadecimalDigit, _), (.closingQuote, _): nil
        }
    }
}
