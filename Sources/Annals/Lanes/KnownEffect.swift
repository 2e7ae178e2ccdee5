/// An effect with its place in the log, which decides between effects of equal days.
public struct KnownEffect: Hashable, Sendable {
    /// The effect.
    public let effect: Effect
    /// The position of the entry it came with.
    public let position: Position
    /// Its place among the effects of that entry.
    public let ordinal: Int
    /// The event it came with.
    public let event: EventID

    /// An effect, and where it stands in the log.
    public init(effect: Effect, position: Position, ordinal: Int, event: EventID) {
        self.effect = effect
        self.position = position
        self.ordinal = ordinal
        self.event = event
    }
}

/// A place in a lane's order: a day, and among equal days the place in the log.
struct Moment: Comparable {
    let day: Day
    let position: Position
    let ordinal: Int

    static func < (one: Moment, other: Moment) -> Bool {
        (one.day, one.position, one.ordinal) < (other.day, other.position, other.ordinal)
    }
}

extension KnownEffect {
    /// The earliest it can have begun.
    var earliest: Moment { Moment(day: effect.bounds.beginEarliest, position: position, ordinal: ordinal) }

    /// The latest it can have begun and be in force on a day.
    func latest(on day: Day) -> Moment {
        Moment(day: min(effect.bounds.beginLatest, day), position: position, ordinal: ordinal)
    }

    /// The latest it can have begun before a moment and be in force on that moment's day; nil when it
    /// cannot have.
    func latest(before moment: Moment, on day: Day) -> Moment? {
        var candidate = latest(on: day)
        if candidate < moment { return candidate }
        candidate = Moment(day: moment.day, position: position, ordinal: ordinal)
        if !(candidate < moment) {
            candidate = Moment(day: moment.day.advanced(by: -1), position: position, ordinal: ordinal)
        }
        return candidate < moment && candidate >= earliest ? candidate : nil
    }
}
