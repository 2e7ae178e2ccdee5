/// A moment as the server counts it: microseconds since 2000-01-01T00:00:00Z.
///
/// It reads and writes `timestamptz`, whose binary form has no time zone.
package struct Timestamp: RawRepresentable, Hashable, Sendable, PostgresValue {
    /// Microseconds since 2000-01-01T00:00:00Z, leap seconds not counted.
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Later than every moment.
    package static let infinity = Timestamp(rawValue: .max)
    /// Earlier than every moment.
    package static let minusInfinity = Timestamp(rawValue: .min)

    package static var postgresType: PostgresType { .timestamptz }
}

extension Timestamp: Comparable {
    package static func < (earlier: Timestamp, later: Timestamp) -> Bool {
        earlier.rawValue < later.rawValue
    }
}
