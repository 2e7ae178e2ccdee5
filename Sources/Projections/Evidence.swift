package import Annals
package import EventLog
import Postgres

/// What a lane rests on, on a day: the event that decides, what may be instead, and what was set aside by which rule.
package struct Evidence: Sendable {
    /// How the lane stands; nil when nothing known is in force.
    package let state: LaneState?
    /// The lane.
    package let lane: LaneID
    /// How its value is found.
    package let method: FacetRule.Method
    /// What decides; nil when nothing is certainly in force.
    package let winner: Exhibit?
    /// What it may be instead, best placed first.
    package let alternatives: [Exhibit]
    /// What was set aside, the nearest to the day first.
    package let setAside: [(exhibit: Exhibit, rule: SetAside)]
    /// Whether more was set aside than is told of.
    package let isCut: Bool
}

/// An effect, with the entry it came with and the entries before it of the same event.
package struct Exhibit: Sendable {
    /// The effect.
    package let known: KnownEffect
    /// The entry.
    package let logged: LoggedEntry
    /// The entries of the event before this one, first to last: what was corrected, and why.
    package let earlier: [LoggedEntry]
}

/// By which rule an effect does not decide.
package enum SetAside: Hashable, Sendable {
    /// Its event was corrected by a later entry.
    case corrected(Position)
    /// Its event was withdrawn.
    case retracted(Position)
    /// What was claimed to hold until a day no longer did.
    case ended
    /// It counts for so many days only.
    case lapsed(days: Int)
    /// Another began later.
    case earlier(than: Position)
    /// Another ranks higher.
    case outranked(by: Position)
    /// A later `none` ended it.
    case over(since: Position)
    /// It may decide, but says the same as what does, or as what better may.
    case agrees(with: Position)
}
