package import Annals

extension JSONScanner {
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    /// Reads the string that comes next.
    package mutating func string() throws(Problem) -> String {
        place += 1
        let start = place
        passPlain()
        if next == Self.quote {
            defer { place += 1 }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }
        var text = Array(bytes[start..<place])
        while true {
            switch next {
            case Self.quote:
                place += 1
                return String(decoding: text, as: UTF8.self)
            case Self.backslash:
                text += try escape().utf8
            case nil: throw unexpected(.closingQuote)
            case let byte?: throw rawControl(byte)
            }
            let run = place
            passPlain()
            text += bytes[run..<place]
        }
    }

    /// Passes over what a string holds as it is: no quote, no backslash, no control character.
    private mutating func passPlain() {
        while let byte = next, byte != Self.quote, byte != Self.backslash, byte >= 0x20 { place += 1 }
    }

    private mutating func escape() throws(Problem) -> Unicode.Scalar {
        let start = place
        place += 1
        guard let letter = next else { throw unexpected(.closingQuote) }
        place += 1
        switch letter {
        case Self.quote, Self.backslash, UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar(escapedAt: start)
        default:
            place = start
            throw unknownEscape
        }
    }

    /// The character of `\uXXXX`, or of two of them that make a surrogate pair.
    private mutating func scalar(escapedAt start: Int) throws(Problem) -> Unicode.Scalar {
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if UTF16.isLeadSurrogate(unit), bytes[place...].starts(with: [Self.backslash, UInt8(ascii: "u")]) {
            place += 2
            let trail = try hexadecimal()
            let code = 0x10000 + UInt32(unit & 0x3FF) << 10 + UInt32(trail & 0x3FF)
            if UTF16.isTrailSurrogate(trail), let scalar = Unicode.Scalar(code) { return scalar }
        }
        place = start
        throw loneSurrogate
    }

    private mutating func hexadecimal() throws(Problem) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw unexpected(next == nil ? .closingQuote : .hexadecimalDigit)
            }
            unit = unit << 4 | UInt16(digit)
            place += 1
        }
        return unit
    }
}
