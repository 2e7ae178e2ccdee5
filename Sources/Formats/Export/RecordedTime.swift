import Annals

/// A moment of our own clock, UTC, for formats that each write it in their own way.
package struct RecordedTime: Hashable, Sendable {
    private let day: Day
    private let milliseconds: Int

    private static let perDay: Int64 = 86_400_000_000

    /// A moment as PostgreSQL counts it.
    package init(microsecondsSince2000 count: Int64) {
        let (days, rest) = count.quotientAndRemainder(dividingBy: Self.perDay)
        day = Day(rawValue: Int32(clamping: rest < 0 ? days - 1 : days))
        milliseconds = Int((rest < 0 ? rest + Self.perDay : rest) / 1000)
    }

    /// `2026-11-23T10:00:00.123Z`, as RFC 3339 writes it, by the millisecond.
    var rfc3339: String { "\(day)T\(clock(between: ":")).\((milliseconds % 1000).padded(to: 3))Z" }

    /// `20261123T100000Z`, as iCalendar writes it.
    var basic: String { day.basic + "T\(clock(between: ""))Z" }

    private func clock(between separator: String) -> String {
        let seconds = milliseconds / 1000
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(to: 2) }
            .joined(separator: separator)
    }
}

extension Day {
    /// `20200229`, as iCalendar writes it.
    var basic: String { String(description.filter { $0 != "-" }) }
}
