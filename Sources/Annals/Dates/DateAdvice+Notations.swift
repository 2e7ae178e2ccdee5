// EDTF and ISO 8601 that we do not take, and older or neighbouring notations.
extension DateAdvice {
    static let notations: [@Sendable (String) -> DateAdvice?] = [
        timeOfDay, compact, yearOfOtherLength, signedYear, longYear, significantDigits, qualifiedOpenEnd,
        misplacedQualifiers, otherPlaceholders, allOfSet,
    ]

    private static func timeOfDay(_ text: String) -> DateAdvice? {
        guard text.utf8.count > 10, let mark = text.dropFirst(10).first, "Tt ".contains(mark) else {
            return nil
        }
        return write(String(text.prefix(10)), because: "a date has no time of day")
    }

    /// `20210815`, `202108`.
    private static func compact(_ text: String) -> DateAdvice? {
        guard text.isDigits, text.count == 6 || text.count == 8 else { return nil }
        let month = "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))"
        let proposal = text.count == 6 ? month : "\(month)-\(text.suffix(2))"
        return isDate(month) ? write(proposal, because: "year, month and day are joined by hyphens") : nil
    }

    private static func yearOfOtherLength(_ text: String) -> DateAdvice? {
        guard text.isDigits else { return nil }
        guard text.count < 4 else { return yearOutOfRange }
        let padded = String(repeating: "0", count: 4 - text.count) + text
        return DateAdvice(
            message: "a year takes four digits",
            help: isDate(padded)
                ? "write \(padded) if that is the year, or all of it, as 2021"
                : "write all of the year, as 2021"
        )
    }

    private static func signedYear(_ text: String) -> DateAdvice? {
        if text.hasPrefix("+") {
            return write(String(text.dropFirst()), because: "a year takes no sign") ?? yearOutOfRange
        }
        let unqualified = text.drop { "?~%".contains($0) }
        return unqualified.hasPrefix("-") && unqualified.dropFirst().first?.isNumber == true
            ? yearOutOfRange : nil
    }

    /// `Y170000002`, `Y17E7`.
    private static func longYear(_ text: String) -> DateAdvice? {
        guard text.hasPrefix("Y"), let next = text.dropFirst().first, next == "-" || next.isNumber else {
            return nil
        }
        return write(String(text.dropFirst()), because: "a year of four digits takes no Y") ?? yearOutOfRange
    }

    private static let yearOutOfRange = DateAdvice(
        message: "years run from 0001 to 9999",
        help: "for a date before them write [..0001]"
    )

    /// `1950S2`: only the first two digits of 1950 are significant.
    private static func significantDigits(_ text: String) -> DateAdvice? {
        let year = text.prefix(4)
        guard year.count == 4, year.isDigits, text.dropFirst(4).first == "S" else { return nil }
        let proposal = text.hasSuffix("S2") ? "\(year.prefix(2))XX" : "\(year.prefix(3))X"
        return write(proposal, because: "the digits of a year that are not known are written X")
    }

    private static func qualifiedOpenEnd(_ text: String) -> DateAdvice? {
        guard ["..?", "..~", "..%"].contains(text) else { return nil }
        return DateAdvice(
            message: "an open end takes no qualifier",
            help: "write .. for an end that has not come, nothing for one that is not known"
        )
    }

    /// `?2021-08`, `2004-06~-11`, `1984?~`, `2004-(06)?`.
    private static func misplacedQualifiers(_ text: String) -> DateAdvice? {
        let marks = text.filter { "?~%".contains($0) }
        let plain = String(text.filter { !"?~%()".contains($0) })
        guard plain != text, isDate(plain) else { return nil }
        let (isUncertain, isApproximate) = (marks.contains { $0 != "~" }, marks.contains { $0 != "?" })
        let mark = isUncertain && isApproximate ? "%" : isUncertain ? "?" : isApproximate ? "~" : ""
        return write(plain + mark, because: "one of ? ~ % qualifies the whole date, and stands at its end")
    }

    /// `201x`, `201u`.
    private static func otherPlaceholders(_ text: String) -> DateAdvice? {
        let plain = String(text.map { "xuU*".contains($0) ? "X" : $0 })
        return plain == text ? nil : write(plain, because: "a digit that is not known is written X")
    }

    private static func allOfSet(_ text: String) -> DateAdvice? {
        guard text.hasPrefix("{") else { return nil }
        let oneOf = "[\(text.dropFirst().prefix { $0 != "}" })]"
        return DateAdvice(
            message: "a set in braces means all of its dates, and an event has one",
            help: "record one event for each date"
                + "; if only one of them is meant write \(isDate(oneOf) ? oneOf : "them as [2020,2021]")"
        )
    }
}
