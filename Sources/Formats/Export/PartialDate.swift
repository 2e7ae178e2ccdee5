import Annals

/// A date as far as a calendar names it: a year, a month or a day.
struct PartialDate: Hashable {
    let year: Int
    let month: Int?
    let day: Int?

    /// The narrowest that holds all of some days; nil where there is none, as for a decade or an open begin.
    init?(_ days: ClosedRange<Day>) {
        guard let first = days.lowerBound.components, let last = days.upperBound.components,
            first.year == last.year
        else { return nil }
        year = first.year
        month = first.month == last.month ? first.month : nil
        day = first == last ? first.day : nil
    }

    /// The first of some days, or where there is none the last; nil when they have neither.
    init?(anyOf days: ClosedRange<Day>) {
        if let date = PartialDate(days) {
            self = date
        } else if let known = [days.lowerBound, days.upperBound].first(where: \.isFinite) {
            guard let place = known.components else { return nil }
            (year, month, day) = (place.year, nil, nil)
        } else {
            return nil
        }
    }

    /// Whether it means some days, no more and no fewer.
    func covers(_ days: ClosedRange<Day>) -> Bool {
        guard day == nil else { return true }
        let next = month == 12 || month == nil ? (year + 1, 1) : (year, (month ?? 0) + 1)
        let first = Day(year: year, month: month ?? 1, day: 1)
        return days.lowerBound == first
            && days.upperBound.advanced(by: 1)
                == (Day(year: next.0, month: next.1, day: 1) ?? days.upperBound.advanced(by: 1))
    }

    /// `2020-02-29`, `2020-02` or `2020`: a prefix of ISO 8601.
    var prefix: String {
        ([year.padded(to: 4)] + [month, day].compactMap { $0?.padded(to: 2) }).joined(separator: "-")
    }
}

/// An event's place on a calendar that knows no more than a start and an end.
struct CalendarPlace: Hashable {
    /// Its start: a day, or the month or year it lies in.
    let start: PartialDate
    /// The last day of what went on for some time, the same; nil for an incident, and where no end is known.
    let end: PartialDate?
    /// Whether both are days, and say all there is to say.
    let isByDay: Bool
    /// Whether it is written with an end that is open or that nobody knows.
    let isOpen: Bool

    /// The place of a date; nil for one that names no day at all.
    init?(_ date: EDTF) {
        let bounds = date.bounds
        let begin = bounds.beginEarliest...bounds.beginLatest
        let last = bounds.endEarliest.advanced(by: -1)...bounds.endLatest.advanced(by: -1)
        let end = date.isInterval ? PartialDate(anyOf: last) : nil
        guard let start = PartialDate(anyOf: begin) ?? end else { return nil }
        self.start = start
        self.end = end
        let hasBegin = bounds.beginEarliest.isFinite && bounds.beginLatest.isFinite
        let hasEnd = bounds.endEarliest.isFinite && bounds.endLatest.isFinite
        isOpen = date.isInterval && !(hasBegin && hasEnd)
        isByDay =
            hasBegin && PartialDate(begin)?.day != nil
            && (!date.isInterval || hasEnd && PartialDate(last)?.day != nil)
    }
}
