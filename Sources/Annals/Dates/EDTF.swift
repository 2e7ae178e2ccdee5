/// A date in the Extended Date/Time Format (ISO 8601-2, Library of Congress), kept as written and never
/// sharpened: a year is not the first of January.
///
/// ```
/// 2013  2021-08  2020-02-29         a year, a month, a day
/// 201X  20XX  2021-XX  2021-08-XX   a decade, a century; the same as 2021 and 2021-08
/// 2021-21                           spring 2021; 21 to 24 are spring, summer, autumn, winter
/// 2021-08?  2021~  2021%            uncertain, approximate, both
/// 2001-10-07/2021-08-30             from, to; the last day is included
/// 2020-02-29/..                     from, and it holds on
/// 2020-02-29/                       from; it ended, nobody says when
/// ../2020  /2020  ../..             it always held until; it began some time before; it always holds
/// [..2020]  [2020-02-29..]          one day up to the end of 2020; one from then on
/// [2020,2021]  [2019..2021]         one day in either year; one in those years
/// ```
///
/// This is level 0 without times of day, level 1 for the years 0001 to 9999, and of level 2 the one-of-a-set.
/// Every other text is refused with a ``DateError`` that says what to write instead.
public struct EDTF: Hashable, Sendable {
    /// The date as written.
    public let text: String

    /// Where its begin and its end may lie.
    ///
    /// A date that is no interval is taken for something that happened within it and took one day: `2013` begins
    /// on one of the days 2013-01-01 to 2013-12-31 and ends on one of 2013-01-02 to 2014-01-01.
    public let bounds: DateBounds

    /// Whether it is written `from/to`.
    public let isInterval: Bool

    /// Whether the source is unsure of it, or of either end of an interval: `?` or `%`.
    ///
    /// The bounds stay as they are.
    public let isUncertain: Bool

    /// Whether it, or either end of an interval, is only about right: `~` or `%`.
    ///
    /// The bounds stay as they are.
    public let isApproximate: Bool

    /// Reads a date.
    ///
    /// - Throws: ``DateError`` for what is not EDTF, not in the subset above, or not in the calendar.
    public init(_ text: String) throws(DateError) {
        do throws(Fault) {
            let reading = try Reading(Array(text.utf8)[...])
            self.text = text
            bounds = reading.bounds
            isInterval = reading.isInterval
            isUncertain = reading.qualifiers.contains(.uncertain)
            isApproximate = reading.qualifiers.contains(.approximate)
        } catch {
            switch error {
            case .refused(let refusal): throw refusal
            case .misshapen(let range): throw DateAdvice.refusal(of: text, at: range)
            }
        }
    }

    /// The first day of the span it denotes, 2020-06-01 for `2020-06`; nil if that is open or unknown.
    public var firstDay: Day? {
        let first = bounds.begin.lowerBound
        return first.isFinite ? first : nil
    }

    /// The last day of the span it denotes, 2020-06-30 for `2020-06`; nil if that is open or unknown.
    public var lastDay: Day? {
        let last = bounds.last.upperBound
        return last.isFinite ? last : nil
    }
}

extension EDTF: CustomStringConvertible {
    /// The date as written.
    public var description: String { text }
}
