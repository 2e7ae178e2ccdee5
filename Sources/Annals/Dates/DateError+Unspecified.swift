// EDTF level 2 allows an X anywhere. We take it where it leaves one run of days, and say how to write the rest.
extension DateError {
    static func rightOfUnspecified(_ text: ArraySlice<UInt8>, at range: Range<Int>) -> DateError {
        DateError(
            "\(excerpt(of: text)) has a month in a year that is not known",
            help:
                "write \(excerpt(of: text.prefix(4))), or list the months it may have been, as [2010-05,2011-05]",
            at: range
        )
    }

    static func unsupportedYears(_ text: ArraySlice<UInt8>) -> DateError {
        let low = text.map { $0 == .unspecified ? UInt8(ascii: "0") : $0 }
        let high = text.map { $0 == .unspecified ? UInt8(ascii: "9") : $0 }
        let isRun = text.drop { $0 != .unspecified }.allSatisfy { $0 == .unspecified }
        let first = max(Int(digits: low[...]) ?? 1, Day.years.lowerBound)
        let last = Int(digits: high[...]) ?? Day.years.upperBound
        return DateError(
            "X stands for the last or the last two digits of a year",
            help: isRun
                ? "write [\(first.padded(to: 4))..\(last)]"
                : "list the years it may have been, as [2000,2010,2020]",
            at: text.indices
        )
    }

    static func unsupportedMonths(_ text: ArraySlice<UInt8>, in year: Int) -> DateError {
        let year = year.padded(to: 4)
        let help =
            switch (text.first, text.last) {
            case (UInt8(ascii: "0"), UInt8.unspecified): "write [\(year)-01..\(year)-09]"
            case (UInt8(ascii: "1"), UInt8.unspecified): "write [\(year)-10..\(year)-12]"
            default: "write \(year)-XX, or list what it may have been, as [\(year)-05,\(year)-06]"
            }
        return DateError(
            "X stands for the whole month, and for the day after it",
            help: help,
            at: text.indices
        )
    }

    static func unsupportedDays(_ text: ArraySlice<UInt8>, month: Int, in year: Int) -> DateError {
        let written = "\(year.padded(to: 4))-\(month.padded(to: 2))"
        let length = Day.length(ofMonth: month, in: year)
        var help = "write \(written)-XX, or list the days it may have been, as [\(written)-05,\(written)-15]"
        if text.last == .unspecified, let tens = Int(digits: text.prefix(1)), tens * 10 <= length {
            let first = max(1, tens * 10).padded(to: 2)
            let last = min(length, tens * 10 + 9).padded(to: 2)
            help = "write [\(written)-\(first)..\(written)-\(last)]"
        }
        return DateError("X stands for the whole day", help: help, at: text.indices)
    }
}
