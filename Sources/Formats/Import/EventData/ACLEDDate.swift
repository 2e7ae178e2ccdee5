import Annals

/// A date of ACLED at the precision it claims.
///
/// 1 is the day. 2 is a week, of which ACLED writes some day, mid-week or of the weekend; 3 is a month.
struct ACLEDDate: Sendable {
    /// In EDTF: a day, one of the days of a week (Monday to Sunday), or a month.
    let text: String
    /// Whether it is less than a day.
    let isRounded: Bool

    /// The date; nil when it is none.
    init?(_ written: String, precision: String?) {
        guard let day = Self.day(written.trimmed) else { return nil }
        switch precision?.trimmed {
        case "3":
            text = String(day.description.prefix(7))
            isRounded = true
        case "2":
            // 2000-01-03 was a Monday.
            let sinceMonday = (Int(day.rawValue) - 2) % 7
            let monday = day.advanced(by: -(sinceMonday < 0 ? sinceMonday + 7 : sinceMonday))
            text = "[\(monday)..\(monday.advanced(by: 6))]"
            isRounded = true
        default:
            text = day.description
            isRounded = false
        }
    }

    /// The day written 2021-08-15, 15 August 2021, 15-August-2021 or, as before 2023, 15-08-2021.
    private static func day(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        let parts = text.split { $0 == " " || $0 == "-" || $0 == "/" }
        guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let year = Int(parts[2])
        else {
            return nil
        }
        let name = parts[1].lowercased()
        let named = months.firstIndex { name == $0 || name == $0.prefix(3) }.map { $0 + 1 }
        guard let month = named ?? Int(parts[1]) else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
}

extension Day {
    /// The day, in UTC, of a time before the year 10000.
    init(epochSeconds: UInt64) {
        // 2000-01-01 is 10,957 days after 1970-01-01.
        self.init(rawValue: Int32(truncatingIfNeeded: Int64(epochSeconds / 86_400) - 10_957))
    }
}
