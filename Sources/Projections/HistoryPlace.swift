package import Annals
package import EventLog

/// A place in the order of the world, that of an event: where a page of a history ends, and the next begins.
///
/// By the first day it may have begun on, then by the last, then by its place in the log.
package struct HistoryPlace: Hashable, Comparable, Sendable {
    /// The days it may have begun on.
    package let begin: ClosedRange<Day>
    /// The position of the entry that says so.
    package let position: Position

    /// The place of an event that may have begun on some days, by the entry at a position.
    package init(begin: ClosedRange<Day>, position: Position) {
        self.begin = begin
        self.position = position
    }

    /// The place of an entry; nil when it is of no event, or not known yet.
    package init?(_ logged: LoggedEntry) {
        guard let bounds = logged.entry.content?.event?.occurred.bounds, let position = logged.position else {
            return nil
        }
        self.init(begin: bounds.beginEarliest...bounds.beginLatest, position: position)
    }

    /// Before all events.
    static let start = HistoryPlace(begin: .distantPast ... .distantPast, position: Position(rawValue: 0))

    package static func < (one: HistoryPlace, other: HistoryPlace) -> Bool {
        (one.begin.lowerBound, one.begin.upperBound, one.position)
            < (other.begin.lowerBound, other.begin.upperBound, other.position)
    }
}
