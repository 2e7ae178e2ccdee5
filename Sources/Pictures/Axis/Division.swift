import Annals

/// A way to divide the calendar: every day, every third month, every fifth year.
enum Division {
    /// Days of the month that are so many apart, from the first on.
    case days(Int)
    case months(Int)
    case years(Int)

    /// From the finest on.
    static let all: [Division] =
        [1, 5, 10, 15].map(days) + [1, 3, 6].map(months)
        + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].map(years)

    /// How many days lie between two, nearly.
    var days: Double {
        switch self {
        case .days(let step): Double(step)
        case .months(let step): Double(step) * 30.4
        case .years(let step): Double(step) * 365.2
        }
    }

    /// A label of it.
    var sample: String {
        switch self {
        case .days: "2020-10-20"
        case .months: "2020-10"
        case .years: "2020"
        }
    }

    /// Where its parts begin within some days, and how they are called.
    func starts(within days: ClosedRange<Day>) -> [(day: Day, label: String)] {
        guard let first = days.lowerBound.components, let last = days.upperBound.components else { return [] }
        return (first.year...last.year).flatMap(starts(of:)).filter { days.contains($0.day) }
    }

    private func starts(of year: Int) -> [(day: Day, label: String)] {
        switch self {
        case .years(let step):
            year % step == 0 ? dated([(1, 1)], of: year) : []
        case .months(let step):
            dated(stride(from: 1, through: 12, by: step).map { ($0, 1) }, of: year)
        case .days(let step):
            dated(
                (1...12).flatMap { month in
                    // With larger steps the last would be next to the first of the month that follows.
                    stride(from: 1, through: step == 1 ? 31 : 27, by: step).map { (month, $0) }
                },
                of: year
            )
        }
    }

    /// Those of some days of a year that there are.
    private func dated(_ days: [(month: Int, day: Int)], of year: Int) -> [(day: Day, label: String)] {
        days.compactMap { month, day in
            Day(year: year, month: month, day: day).map { ($0, String($0.description.prefix(sample.count))) }
        }
    }
}
