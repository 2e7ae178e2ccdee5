// What can be wrong with a text that has the shape YYYY, YYYY-MM or YYYY-MM-DD.
extension DateError {
    static func yearZero(_ text: ArraySlice<UInt8>, years: ClosedRange<Int>) -> DateError {
        let help =
            years.count == 1
            ? "for a date before them write [..0001]"
            : "write [0001..\(years.upperBound.padded(to: 4))]"
        return DateError(
            "\(excerpt(of: text)) is not in the years 0001 to 9999",
            help: help,
            at: text.indices
        )
    }

    static func noMonth(_ month: Int, in year: Int, at range: Range<Int>) -> DateError {
        let year = year.padded(to: 4)
        return switch month {
        case 21...24:
            DateError(
                "\(month.padded(to: 2)) is a season, and a season has no days",
                help: "write \(year)-\(month), or the day with its month, as \(year)-03-20",
                at: range
            )
        case 25...41:
            DateError(
                "\(month) is none of the seasons 21 (spring) to 24 (winter)",
                help: "write the months it may have been, as [\(year)-03..\(year)-05]",
                at: range
            )
        default:
            DateError(
                "there is no month \(month.padded(to: 2))",
                help: "months run from \(year)-01 to \(year)-12; if only the year is known write \(year)",
                at: range
            )
        }
    }

    static func noDay(_ day: Int, month: Int, in year: Int, at range: Range<Int>) -> DateError {
        let written = "\(year.padded(to: 4))-\(month.padded(to: 2))"
        let length = Day.length(ofMonth: month, in: year)
        return DateError(
            "\(written)-\(day.padded(to: 2)) does not exist (\(monthNames[month - 1]) \(year) has \(length) days)",
            help: "if only the month is known write \(written)",
            at: range
        )
    }

    /// The months by their English names, January first.
    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
