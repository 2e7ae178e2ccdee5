/// A day of the proleptic Gregorian calendar, or an infinity.
///
/// The raw value counts days since 2000-01-01 and is exactly PostgreSQL's binary `date`, infinities included,
/// so that a day crosses the wire without a text format or a time zone. Days can be written in the years 0001
/// to 9999; 10000-01-01 exists besides, only as the first day after the last that can be written.
public struct Day: RawRepresentable, Hashable, Sendable {
    /// Days since 2000-01-01; `Int32.min` is −infinity, `Int32.max` infinity.
    public let rawValue: Int32

    /// The day with this PostgreSQL `date` value.
    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// Before every day.
    public static let distantPast = Day(rawValue: .min)

    /// After every day.
    public static let distantFuture = Day(rawValue: .max)

    /// Whether this is a day rather than an infinity.
    public var isFinite: Bool {
        self != .distantPast && self != .distantFuture
    }

    /// The day so many days later, or earlier when negative.
    ///
    /// Infinities stay where they are. A step out of the calendar stops at its edge, 0001-01-01 or 10000-01-01.
    public func advanced(by days: Int) -> Day {
        guard isFinite else { return self }
        let (sum, overflow) = Int(rawValue).addingReportingOverflow(days)
        let reached = overflow ? (days < 0 ? Int.min : Int.max) : sum
        return Day(number: min(max(reached, Self.numbers.lowerBound), Self.numbers.upperBound))
    }
}

extension Day: Comparable {
    /// Calendar order, with the infinities at its ends.
    public static func < (left: Day, right: Day) -> Bool {
        left.rawValue < right.rawValue
    }
}
