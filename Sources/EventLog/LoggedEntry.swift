package import Annals
package import Postgres

/// An entry as the log holds it.
package struct LoggedEntry: Sendable {
    /// Its place; nil while it is accepted and not yet known.
    package let position: Position?
    /// When it was recorded; nil the same.
    package let recordedAt: Timestamp?
    /// The entry.
    package let entry: Entry
    /// The streams it touches, in order.
    package let streams: [StreamID]
    /// Its version in each of them.
    package let versions: [Version]
    /// Who appended it, as the program says.
    package let appendedBy: String
    /// The database role it was appended as, which the server vouches for.
    package let appendedAs: String
    /// Where it came from.
    package let origin: String
    /// Why it cannot be read, so that it says nothing; nil when it can.
    package let flaw: String?
}
