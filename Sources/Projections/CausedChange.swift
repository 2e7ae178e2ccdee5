package import Annals
package import EventLog

/// A change, and what caused it.
package struct CausedChange: Sendable {
    /// Why a lane does not stand as it stood.
    package enum Cause: Sendable {
        /// An entry says so; beside it the one it replaced, if it replaced one.
        case entry(LoggedEntry, replacing: Position?)
        /// The entry a value rested on was corrected or withdrawn by another.
        case replaced(Position, by: LoggedEntry)
        /// What was claimed to hold until then no longer does.
        case ended(ClaimedValue)
        /// It counts for so many days only, and nobody claimed more.
        case lapsed(ClaimedValue, days: Int)
        /// Its dates no longer allow for it, or no longer for anything else.
        case dated(ClaimedValue?)
    }

    /// The lane before and after, on the first day on which they differ so.
    package let change: LaneChange
    /// The days on which they differ so, to infinity where that has no end; nil where only one was looked at.
    package let days: ClosedRange<Day>?
    /// What caused it.
    package let cause: Cause
}
