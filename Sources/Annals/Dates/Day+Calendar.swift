extension Day {
    /// The day's place in the calendar; nil for an infinity.
    public var components: (year: Int, month: Int, day: Int)? {
        guard isFinite else { return nil }
        let sinceMarch0 = Int(rawValue) + Self.daysFromMarch0To2000
        let cycle = (sinceMarch0 >= 0 ? sinceMarch0 : sinceMarch0 - 146_096) / 146_097
        let dayOfCycle = sinceMarch0 - cycle * 146_097
        let yearOfCycle =
            (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
    }

    /// The day of these components; nil if the calendar has none or the year is not in 1...9999.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, in: year)).contains(day)
        else { return nil }
        self.init(number: Self.number(year: year, month: month, day: day))
    }

    /// The years in which days can be written.
    static let years = 1...9_999

    /// The numbers of the finite days we compute with: 0001-01-01 to 10000-01-01.
    static let numbers = number(year: 1, month: 1, day: 1)...number(year: 10_000, month: 1, day: 1)

    /// How many days a month (1...12) has.
    static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The first and last day of a run of months, both years within 1...9999 and both months within 1...12.
    static func days(
        from first: (year: Int, month: Int),
        through last: (year: Int, month: Int)
    ) -> ClosedRange<Day> {
        let end = length(ofMonth: last.month, in: last.year)
        return Day(
            number: number(year: first.year, month: first.month, day: 1)
        )...Day(
            number: number(year: last.year, month: last.month, day: end)
        )
    }

    /// The day of a number within ``numbers``.
    init(number: Int) {
        self.init(rawValue: Int32(number))
    }

    /// Days since 2000-01-01 of a calendar date from year 1 on, after Howard Hinnant, "chrono-compatible
    /// low-level date algorithms" (2013).
    ///
    /// Years are counted from March, so that the leap day is the last of its year and the lengths of the months
    /// before it follow one linear formula.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - daysFromMarch0To2000
    }

    /// Days from 0000-03-01 to 2000-01-01.
    private static let daysFromMarch0To2000 = 730_425
}
