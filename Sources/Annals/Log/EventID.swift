/// An event's identity, a UUID, the same through all its corrections.
public struct EventID: Hashable, Sendable, CustomStringConvertible {
    /// The first and last eight bytes, most significant first.
    public let high, low: UInt64

    /// The UUID of these sixteen bytes.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads the usual form of a UUID, `8-4-4-4-12` hexadecimal digits in either case; nil for anything else.
    public init?(_ written: String) {
        var digits: [UInt64] = []
        for (index, byte) in written.utf8.enumerated() {
            switch index {
            case 8, 13, 18, 23:
                guard byte == UInt8(ascii: "-") else { return nil }
            case 0..<36:
                guard byte < 128, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                    return nil
                }
                digits.append(UInt64(digit))
            default:
                return nil
            }
        }
        guard digits.count == 32 else { return nil }
        high = digits[..<16].reduce(0) { $0 << 4 | $1 }
        low = digits[16...].reduce(0) { $0 << 4 | $1 }
    }

    /// A new identity that sorts by the time it was made (UUID version 7, RFC 9562).
    ///
    /// Neighbours in time are neighbours in the index, which keeps appending cheap.
    public static func new(milliseconds: UInt64, random: inout some RandomNumberGenerator) -> EventID {
        EventID(
            high: milliseconds << 16 | 0x7000 | UInt64.random(in: 0...0xFFF, using: &random),
            low: 0x8000_0000_0000_0000 | UInt64.random(in: 0...0x3FFF_FFFF_FFFF_FFFF, using: &random)
        )
    }

    /// In lower case, with hyphens.
    public var description: String {
        let digits = [high, low].map { part in
            let text = String(part, radix: 16)
            return String(repeating: "0", count: 16 - text.utf8.count) + text
        }.joined()
        let ends = [8, 12, 16, 20, 32]
        return zip([0] + ends, ends).map { start, end in
            digits.dropFirst(start).prefix(end - start)
        }.joined(separator: "-")
    }
}
