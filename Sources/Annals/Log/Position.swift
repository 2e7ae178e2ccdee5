/// An entry's place in the log: `#17`.
///
/// The first entry is #1, and there are no gaps.
///
/// The position is the knowledge clock: an entry is known from its position on.
public struct Position: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The place, counted from 1; 0 is before everything.
    public let rawValue: Int64

    /// The place with this number.
    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Reads `#57`; nil for anything else.
    public init?(_ written: String) {
        guard written.hasPrefix("#"), written.utf8.count <= 19,
            written.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int64(written.dropFirst())
        else { return nil }
        rawValue = number
    }

    /// As people write it: `#17`.
    public var description: String { "#\(rawValue)" }

    /// The place so many entries later, or earlier when negative; never before 0 nor beyond the last there can be.
    public func advanced(by entries: Int64) -> Position {
        let (sum, overflow) = rawValue.addingReportingOverflow(entries)
        return Position(rawValue: overflow ? (entries < 0 ? 0 : .max) : max(0, sum))
    }

    /// Earlier in the log comes first.
    public static func < (one: Position, other: Position) -> Bool { one.rawValue < other.rawValue }
}
