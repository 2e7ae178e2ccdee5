package import Annals

/// Why the log refused.
package enum LogError: Error, Hashable, Sendable {
    /// A stream stands at another version than expected.
    case conflict(stream: StreamID, expected: Version, actual: Version)
    /// The event has an entry of this revision with other content.
    case reused(event: EventID, revision: Int)
    /// A text to erase is not there, or somebody erased it meanwhile.
    case nothingToErase(String)
    /// The database holds no annals.
    case noSchema
    /// The database was set up by an older annals.
    case outdated
    /// The database has other functions of the same release: nobody can tell which are the newer.
    case otherBuild
    /// The database was set up by a newer annals.
    case tooNew
    /// The database was set up by an annals that is neither older nor newer, with another text of this migration.
    case other(String)
    /// A stored entry cannot be read: the log was changed from outside, or is damaged.
    case unreadable(event: EventID, revision: Int, reason: String)
    /// The leaves the log keeps do not give the root it claims.
    case unproven
}
