// Habits that show in what stands between the numbers, and so can run across EDTF's own separators.
extension DateAdvice {
    static let separators: [@Sendable (String) -> DateAdvice?] = [
        nothing, blanks, lookalikes, threeNumbers, twoNumbers, dotsWithoutBrackets, intervalInBrackets,
        setWithoutBrackets, spanInWords, severalSlashes,
    ]

    private static func nothing(_ text: String) -> DateAdvice? {
        guard text.allSatisfy(\.isWhitespace) else { return nil }
        return DateAdvice(
            message: "the date is empty",
            help: "write a day as 2021-08-15, a month as 2021-08, a year as 2021"
        )
    }

    private static func blanks(_ text: String) -> DateAdvice? {
        let joined = String(text.filter { !$0.isWhitespace })
        guard joined != text, isDate(joined) else { return nil }
        return write(joined, because: "a date has no blanks")
    }

    /// Digits, hyphens and slashes of other alphabets, or as a word processor replaces them.
    private static func lookalikes(_ text: String) -> DateAdvice? {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        for dash in ["-", "/"] {
            let plain = text.unicodeScalars.map { $0.plain(dash: dash) }.joined()
            if isDate(plain) {
                return write(plain, because: "a date is written with the characters 0-9, - and / of ASCII")
            }
        }
        return nil
    }

    /// `2021/08/15`, `2021-8-5`, `06/07/2021`, `6.7.21`.
    private static func threeNumbers(_ text: String) -> DateAdvice? {
        guard let (numbers, separator) = numbers(in: text), numbers.count == 3 else { return nil }
        switch (numbers[0].count, numbers[1].count, numbers[2].count) {
        case (4, 1...2, 1...2):
            let iso = "\(numbers[0])-\(padded(numbers[1]))-\(padded(numbers[2]))"
            let message =
                separator == "-"
                ? "a month and a day take two digits each" : "year, month and day are joined by hyphens"
            return write(iso, because: message)
        case (1...2, 1...2, 4):
            return yearLast(text, year: numbers[2], padded(numbers[0]), padded(numbers[1]))
        case (1...2, 1...2, 1...2):
            return DateAdvice(
                message: "\(text) has no year of four digits",
                help: "write the year first and in full, as 2021-08-15"
            )
        default:
            return nil
        }
    }

    private static func yearLast(
        _ text: String,
        year: String,
        _ first: String,
        _ second: String
    ) -> DateAdvice? {
        let readings = ["\(year)-\(first)-\(second)", "\(year)-\(second)-\(first)"].filter(isDate)
        if readings.count == 2, readings[0] != readings[1] {
            return DateAdvice(
                message: "\(text) can mean \(readings[0]) (month first) or \(readings[1]) (day first)",
                help: "write \(readings[0]) or \(readings[1])"
            )
        }
        return write(
            readings.first ?? "\(year)-\(second)-\(first)",
            because: "\(text) is not in the order year, month, day"
        )
    }

    /// `2021-8`, `06/2021`, `2021/08`, `2019-2021`.
    private static func twoNumbers(_ text: String) -> DateAdvice? {
        guard let (numbers, separator) = numbers(in: text), numbers.count == 2 else { return nil }
        let (first, second) = (numbers[0], numbers[1])
        switch (first.count, second.count) {
        case (4, 2) where separator == "/":
            let years = "\(first)/\(first.prefix(2))\(second)"
            guard isDate("\(first)-\(second)") else {
                return isDate(years) ? write(years, because: "a year takes four digits") : nil
            }
            return DateAdvice(
                message: "\(text) can mean a month or two years",
                help: isDate(years)
                    ? "write \(first)-\(second) for the month, \(years) for the years"
                    : "write \(first)-\(second) for the month"
            )
        case (4, 1...2):
            return write("\(first)-\(padded(second))", because: "a month takes two digits, after a hyphen")
        case (1...2, 4):
            return write("\(second)-\(padded(first))", because: "the year stands before the month")
        case (4, 4):
            return write("\(first)/\(second)", because: "from and to are joined by a slash")
        default:
            return nil
        }
    }

    /// `2012..2013`, `2020..`, `..2020`, `..`.
    private static func dotsWithoutBrackets(_ text: String) -> DateAdvice? {
        if text == ".." {
            return DateAdvice(
                message: ".. is an end of an interval, not a date",
                help: "write ../.. for always"
            )
        }
        guard let (from, to) = halves(of: text, around: ".."), isDate("[\(text)]") else { return nil }
        let interval = "\(from.isEmpty ? ".." : from)/\(to.isEmpty ? ".." : to)"
        guard isDate(interval) else { return nil }
        return DateAdvice(
            message: "\(text) can mean all of that time or one day in it",
            help: "write \(interval) for all of it, [\(text)] for one day in it"
        )
    }

    /// `2020,2021`, `2020, 2021`, `2020 or 2021`.
    private static func setWithoutBrackets(_ text: String) -> DateAdvice? {
        let members: [String]
        if let (first, second) = halves(of: text, around: " or ") {
            members = [first, second]
        } else if text.utf8.contains(UInt8(ascii: ",")) {
            members = text.split(separator: ",").map { String($0.drop(while: \.isWhitespace)) }
        } else {
            return nil
        }
        let set = "[\(members.joined(separator: ","))]"
        return isDate(set) ? write(set, because: "one of several dates is written in brackets") : nil
    }

    /// `[2020/2021]`, and a set as the end of an interval.
    private static func intervalInBrackets(_ text: String) -> DateAdvice? {
        guard text.hasPrefix("[") || text.hasSuffix("]"), text.utf8.contains(UInt8(ascii: "/")) else {
            return nil
        }
        let message = "a set of dates stands alone, without an interval in it or around it"
        let dotted = text.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "..")
        return isDate(dotted)
            ? write(dotted, because: message)
            : DateAdvice(
                message: message,
                help: "write one of several days as [2020..2021], from and to as 2020/2021"
            )
    }

    /// `2019 to 2021`, `2019 - 2021`, `2012\2013`.
    private static func spanInWords(_ text: String) -> DateAdvice? {
        guard text.contains(where: { " \\".contains($0) }) else { return nil }
        for between in [" to ", " until ", " - ", " – ", " / ", "\\"] {
            if let (from, to) = halves(of: text, around: between), isDate("\(from)/\(to)") {
                return write("\(from)/\(to)", because: "from and to are joined by a slash")
            }
        }
        return nil
    }

    private static func severalSlashes(_ text: String) -> DateAdvice? {
        guard text.utf8.count(where: { $0 == UInt8(ascii: "/") }) > 1 else { return nil }
        return DateAdvice(
            message: "an interval has one slash",
            help: "write from and to as 2020-02-29/2021-08-15, a day as 2021-08-15"
        )
    }

    /// The numbers of a text that is nothing but numbers with one kind of separator between them.
    private static func numbers(in text: String) -> (numbers: [String], separator: Character)? {
        guard let separator = text.first(where: { !$0.isNumber }), "-/. ".contains(separator) else {
            return nil
        }
        let numbers = text.split(separator: separator, omittingEmptySubsequences: false)
        guard numbers.allSatisfy(\.isDigits) else { return nil }
        return (numbers.map(String.init), separator)
    }

    /// What stands before and after the first occurrence of a separator; nil if there is none.
    private static func halves(of text: String, around separator: String) -> (String, String)? {
        let (bytes, separator) = (Array(text.utf8), Array(separator.utf8))
        let start = bytes.indices.first { bytes[$0] == separator[0] && bytes[$0...].starts(with: separator) }
        guard let start else { return nil }
        let (before, after) = (bytes[..<start], bytes[(start + separator.count)...])
        return (String(decoding: before, as: UTF8.self), String(decoding: after, as: UTF8.self))
    }

    private static func padded(_ digits: String) -> String {
        digits.count < 2 ? "0" + digits : digits
    }
}

extension Unicode.Scalar {
    /// The ASCII text this character stands in for, itself if none.
    fileprivate func plain(dash: String) -> String {
        switch value {
        case 0x2010...0x2015, 0x2212: return dash
        case 0x2026: return ".."
        case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0).map(String.init) ?? String(self)
        default: break
        }
        guard !isASCII, properties.numericType == .decimal, let number = properties.numericValue else {
            return String(self)
        }
        return String(Int(number))
    }
}
