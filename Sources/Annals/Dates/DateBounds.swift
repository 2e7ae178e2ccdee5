/// The four bounds of a date: where its begin and its end may lie.
///
/// Named after CIDOC CRM's P81/P82 (begin of the begin, end of the begin, begin of the end, end of the end), by
/// the day and half-open: the end is the first day on which it no longer holds. An infinity stands for a day as
/// far away as one likes; begin −infinity twice means that it always held, end infinity twice that it holds on.
///
/// Always `beginEarliest <= beginLatest` and `endEarliest <= endLatest`, and no bound contradicts the other end:
/// each can be met by a begin before its end.
public struct DateBounds: Hashable, Sendable {
    /// The earliest day it may have begun.
    public let beginEarliest: Day

    /// The latest day it may have begun.
    public let beginLatest: Day

    /// The earliest day that may be the first on which it no longer holds.
    public let endEarliest: Day

    /// The latest day that may be the first on which it no longer holds.
    public let endLatest: Day

    /// Bounds that were worked out before, as a database holds them; nil if they contradict themselves.
    public init?(beginEarliest: Day, beginLatest: Day, endEarliest: Day, endLatest: Day) {
        guard beginEarliest <= beginLatest, endEarliest <= endLatest else { return nil }
        self.beginEarliest = beginEarliest
        self.beginLatest = beginLatest
        self.endEarliest = endEarliest
        self.endLatest = endLatest
    }

    /// What begins on one of some days and holds through one of others, the last day included; nil if it
    /// certainly ends before it begins.
    ///
    /// Each end is narrowed to what the other allows: begun on 2013-06-01, with its last day in 2013, it cannot
    /// have ended in May.
    init?(beginning begin: ClosedRange<Day>, through last: ClosedRange<Day>) {
        guard begin.lowerBound <= last.upperBound else { return nil }
        beginEarliest = begin.lowerBound
        beginLatest = min(begin.upperBound, last.upperBound)
        endEarliest = max(last.lowerBound, begin.lowerBound).advanced(by: 1)
        endLatest = last.upperBound.advanced(by: 1)
    }

    /// What happened on one of some days, and on that day alone.
    init(within days: ClosedRange<Day>) {
        beginEarliest = days.lowerBound
        beginLatest = days.upperBound
        endEarliest = days.lowerBound.advanced(by: 1)
        endLatest = days.upperBound.advanced(by: 1)
    }

    /// The days it may have begun on.
    var begin: ClosedRange<Day> {
        beginEarliest...beginLatest
    }

    /// The days that may be the last on which it holds.
    var last: ClosedRange<Day> {
        endEarliest.advanced(by: -1)...endLatest.advanced(by: -1)
    }
}
