/// How many entries a stream has: each stream numbers its own 1, 2, 3 …; 0 is a stream without any.
public struct Version: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number.
    public let rawValue: Int64

    /// The version with this number.
    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// The number.
    public var description: String { String(rawValue) }

    /// Fewer entries come first.
    public static func < (one: Version, other: Version) -> Bool { one.rawValue < other.rawValue }
}
