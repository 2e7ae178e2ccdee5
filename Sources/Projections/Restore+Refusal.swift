package import Annals
package import EventLog

extension Restore {
    /// Why a log is not made of what was given.
    package enum Refusal: Error {
        /// The log goes on after the last of these entries; or so many entries wait for their position.
        case goesOn(Position, waiting: Int)
        /// There is no entry among them.
        case empty
        /// A line is not what annals wrote, or does not follow the one before; counted from 1.
        case line(Int, String)
        /// Some of these lines are not what the log was written as.
        case unreadable(ClosedRange<Int>, String)
        /// A text was erased by an entry that is not among them.
        case erasedLater(String)
        /// There is no last line, so that entries after this one may be missing.
        case cutOff(Position)
        /// The last line is not that of these entries.
        case misfit(String)
        /// The whole does not hold together.
        case unsound([Finding])
    }
}
