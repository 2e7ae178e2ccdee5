extension Timestamp: LosslessStringConvertible {
    /// The moment in UTC as ISO 8601 writes it, with as much of the fraction as is not zero.
    ///
    /// For example `2026-11-22T10:00:00Z` or `2026-11-22T10:00:00.25Z`. Years beyond four digits have a sign
    /// (`+12026`), and the ends of time are `infinity` and `-infinity`, as the server writes them.
    package var description: String {
        guard self != .infinity else { return "infinity" }
        guard self != .minusInfinity else { return "-infinity" }
        let (days, time) = rawValue.flooringDivision(by: .microsecondsPerDay)
        let (year, month, day) = civilDate(days: days)
        let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000_000)
        var text = (0...9999).contains(year) ? "" : year < 0 ? "-" : "+"
        text += year.magnitude.padded(4) + "-" + month.padded(2) + "-" + day.padded(2)
        text +=
            "T" + (seconds / 3600).padded(2) + ":" + (seconds / 60 % 60).padded(2) + ":"
            + (seconds % 60).padded(2)
        if fraction != 0 {
            var digits = fraction.padded(6)
            while digits.last == "0" { digits.removeLast() }
            text += "." + digits
        }
        return text + "Z"
    }

    /// Reads the form that `description` writes, or gives nil.
    ///
    /// It is strict: UTC as `Z`, all of date and time, up to six digits of fraction, a date and time that
    /// exist.
    package init?(_ description: String) {
        switch description {
        case "infinity": self = .infinity
        case "-infinity": self = .minusInfinity
        default:
            var scanner = Scanner(rest: description.utf8[...])
            guard let moment = scanner.moment() else { return nil }
            self = moment
        }
    }
}

/// Reads a moment from left to right.
private struct Scanner {
    var rest: Substring.UTF8View

    mutating func moment() -> Timestamp? {
        guard let year = year(), skip("-"),
            let month = number(2...2), skip("-"), let day = number(2...2), skip("T"),
            let hour = number(2...2), hour < 24, skip(":"),
            let minute = number(2...2), minute < 60, skip(":"),
            let second = number(2...2), second < 60,
            let fraction = fraction(), skip("Z"), rest.isEmpty
        else { return nil }
        let days = dayNumber(year: year, month: month, day: day)
        guard civilDate(days: days) == (year, month, day) else { return nil }
        let time = ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction
        // Added to the following midnight where it is earlier than the epoch: there the midnight before may
        // lie outside the range though the moment does not.
        let (base, offset) = days < 0 ? (days + 1, time - .microsecondsPerDay) : (days, time)
        let (midnight, tooFar) = base.multipliedReportingOverflow(by: .microsecondsPerDay)
        let (microseconds, beyond) = midnight.addingReportingOverflow(offset)
        guard !tooFar, !beyond else { return nil }
        return Timestamp(rawValue: microseconds)
    }

    private mutating func year() -> Int64? {
        if skip("+") { return number(5...6) }
        if skip("-") { return number(4...6).map { -$0 } }
        return number(4...4)
    }

    /// The microseconds of `.25`, and 0 if there is no fraction.
    private mutating func fraction() -> Int64? {
        guard skip(".") else { return 0 }
        let digits = rest.count
        guard var fraction = number(1...6) else { return nil }
        for _ in (digits - rest.count)..<6 { fraction *= 10 }
        return fraction
    }

    private mutating func number(_ length: ClosedRange<Int>) -> Int64? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }.prefix(length.upperBound)
        guard digits.count >= length.lowerBound else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }
}

extension BinaryInteger {
    fileprivate func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Int64 {
    fileprivate static var microsecondsPerDay: Int64 { 86_400_000_000 }
}
