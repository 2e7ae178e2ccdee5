// Dates as they are spoken and written in English.
extension DateAdvice {
    static let words: [@Sendable (String) -> DateAdvice?] = [relativeDay, decade, circa, namedMonth]

    private static func relativeDay(_ text: String) -> DateAdvice? {
        guard ["now", "today", "yesterday", "tomorrow", "present", "ongoing"].contains(text.lowercased())
        else {
            return nil
        }
        return DateAdvice(
            message: "\(text) is another day tomorrow",
            help: "write the day, as 2021-08-15, or .. for the end of what holds on, as 2021-08-15/.."
        )
    }

    /// `1980s`, `1900's`.
    private static func decade(_ text: String) -> DateAdvice? {
        guard let digits = [text.dropLast(), text.dropLast(2)].first(where: \.isDigits),
            digits.count == 4, digits.last == "0", ["s", "'s", "’s"].contains(text.dropFirst(4))
        else { return nil }
        let message = "the digits of a year that are not known are written X"
        let (decade, century) = ("\(digits.prefix(3))X", "\(digits.prefix(2))XX")
        return digits.hasSuffix("00") && isDate(decade) && isDate(century)
            ? DateAdvice(message: message, help: "write \(decade) for the decade, \(century) for the century")
            : write(decade, because: message)
    }

    /// `circa 1980`, `ca. 1980`.
    private static func circa(_ text: String) -> DateAdvice? {
        let lowercased = text.lowercased()
        for word in ["circa", "ca.", "ca", "c.", "about", "around"] where lowercased.hasPrefix(word) {
            let date = String(text.dropFirst(word.count).drop(while: \.isWhitespace))
            if isDate(date) { return write(date + "~", because: "an approximate date ends in ~") }
        }
        return nil
    }

    /// `Aug 2021`, `15 August 2021`, `August 15th, 2021`, `spring 2021`.
    private static func namedMonth(_ text: String) -> DateAdvice? {
        let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard (2...3).contains(parts.count) else { return nil }
        let numbers = parts.compactMap { number(in: $0) }
        guard let month = parts.lazy.compactMap({ monthOrSeason($0) }).first,
            numbers.count == parts.count - 1,
            let year = numbers.first(where: { $0.count == 4 })
        else { return nil }
        let day = numbers.first { $0.count < 3 }.map { ($0.count == 1 ? "-0" : "-") + $0 } ?? ""
        return write(
            "\(year)-\(month.padded(to: 2))\(day)",
            because: "months and seasons are written as numbers, after the year"
        )
    }

    /// The digits of `15`, `15th`, `2021`.
    private static func number(in part: Substring) -> Substring? {
        let digits = part.prefix { $0.isNumber }
        guard digits.isDigits, ["", "st", "nd", "rd", "th"].contains(part.dropFirst(digits.count)) else {
            return nil
        }
        return digits
    }

    /// The number of a month by at least three letters of its English name, or of a season.
    private static func monthOrSeason(_ part: Substring) -> Int? {
        let seasons = ["spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24]
        if let season = seasons[String(part)] { return season }
        guard part.count >= 3 else { return nil }
        return DateError.monthNames.firstIndex { $0.lowercased().hasPrefix(part) }.map { $0 + 1 }
    }
}
