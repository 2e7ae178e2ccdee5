extension EDTF {
    /// One date without `/` or brackets: `2013`, `201X`, `2021-08`, `2021-21`, `2021-08-XX`, `2021-08-15?`.
    struct WrittenDate {
        /// The days it may mean.
        let days: ClosedRange<Day>

        let qualifiers: Qualifiers
    }
}

extension EDTF.WrittenDate {
    /// Reads one date with the qualifier at its end, if it has one.
    init(_ text: ArraySlice<UInt8>) throws(EDTF.Fault) {
        let qualifiers = EDTF.Qualifiers(text.last)
        let plain = qualifiers == nil ? text : text.dropLast()
        guard Self.hasShape(plain) else { throw .misshapen(text.indices) }
        self.qualifiers = qualifiers ?? []
        do {
            days = try Self.days(of: plain)
        } catch {
            throw .refused(error)
        }
    }

    /// Whether it is written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with a digit or `X` for each letter.
    private static func hasShape(_ text: ArraySlice<UInt8>) -> Bool {
        guard [4, 7, 10].contains(text.count) else { return false }
        return zip(text, 0...).allSatisfy { byte, offset in
            switch byte {
            case UInt8(ascii: "-"): offset == 4 || offset == 7
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "X"): offset != 4 && offset != 7
            default: false
            }
        }
    }

    private static func days(of text: ArraySlice<UInt8>) throws(DateError) -> ClosedRange<Day> {
        let start = text.startIndex
        let years = try years(of: text.prefix(4))
        guard text.count > 4 else {
            return Day.days(from: (years.lowerBound, 1), through: (years.upperBound, 12))
        }
        guard years.count == 1 else {
            throw .rightOfUnspecified(text, at: start..<start + 4)
        }
        let monthText = text[start + 5..<start + 7]
        let dayText = text.dropFirst(8)
        guard !dayText.isEmpty else {
            return try months(of: monthText, in: years.lowerBound)
        }
        return try days(of: dayText, month: monthText, in: years.lowerBound)
    }

    private static func years(of text: ArraySlice<UInt8>) throws(DateError) -> ClosedRange<Int> {
        let digits = text.prefix { $0 != .unspecified }
        let isRightmost = text.dropFirst(digits.count).allSatisfy { $0 == .unspecified }
        guard isRightmost, digits.count >= 2, let number = Int(digits: digits) else {
            throw .unsupportedYears(text)
        }
        let width = [1, 10, 100][4 - digits.count]
        let years = number * width...number * width + width - 1
        guard years.lowerBound > 0 else { throw .yearZero(text, years: years) }
        return years
    }

    /// The days of a month, a season, or of a year whose month is unspecified.
    private static func months(
        of text: ArraySlice<UInt8>,
        in year: Int
    ) throws(DateError) -> ClosedRange<Day> {
        if text.allSatisfy({ $0 == .unspecified }) {
            return Day.days(from: (year, 1), through: (year, 12))
        }
        guard let number = Int(digits: text) else { throw .unsupportedMonths(text, in: year) }
        if let season = Season(rawValue: number) {
            return season.days(of: year)
        }
        guard (1...12).contains(number) else { throw .noMonth(number, in: year, at: text.indices) }
        return Day.days(from: (year, number), through: (year, number))
    }

    private static func days(
        of text: ArraySlice<UInt8>,
        month: ArraySlice<UInt8>,
        in year: Int
    ) throws(DateError) -> ClosedRange<Day> {
        let isUnspecified = text.allSatisfy { $0 == .unspecified }
        guard let monthNumber = Int(digits: month) else {
            if isUnspecified, month.allSatisfy({ $0 == .unspecified }) {
                return Day.days(from: (year, 1), through: (year, 12))
            }
            throw .unsupportedMonths(month, in: year)
        }
        guard (1...12).contains(monthNumber) else {
            throw .noMonth(monthNumber, in: year, at: month.indices)
        }
        if isUnspecified {
            return Day.days(from: (year, monthNumber), through: (year, monthNumber))
        }
        guard let number = Int(digits: text) else {
            throw .unsupportedDays(text, month: monthNumber, in: year)
        }
        guard let day = Day(year: year, month: monthNumber, day: number) else {
            throw .noDay(number, month: monthNumber, in: year, at: text.indices)
        }
        return day...day
    }
}

extension UInt8 {
    /// The `X` of a digit nobody specified.
    static let unspecified = UInt8(ascii: "X")
}
