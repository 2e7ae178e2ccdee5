package import Postgres

/// The time at which what is written now is recorded, held against the clocks that ought to know.
///
/// The time of a log never goes back, so that one entry recorded while a clock was wrong dates all that follow it.
package struct LogTime: Hashable, Sendable {
    /// When the next entry would be recorded, at the earliest.
    package let next: Timestamp
    /// How far the time of the log is ahead of the server's clock; nil up to a minute.
    package let logAhead: Duration?
    /// How far the server's clock is ahead of this machine's; nil up to a minute.
    package let serverAhead: Duration?
    /// How far the next entry would be dated ahead of this machine's clock; nil up to a minute.
    package let ahead: Duration?

    /// - Parameters:
    ///   - head: as the server has just given it.
    ///   - client: what this machine's clock says.
    package init(_ head: LogHead, client: Timestamp) {
        let server = head.clock ?? client
        next = max(head.recordedAt ?? .minusInfinity, server)
        logAhead = head.ahead
        serverAhead = server.ahead(of: client)
        ahead = next.ahead(of: client)
    }
}

extension LogHead {
    /// How far the time of the log is ahead of the server's clock; nil up to a minute.
    package var ahead: Duration? { clock.flatMap { recordedAt?.ahead(of: $0) } }
}

extension Timestamp {
    /// How far it is after another; nil up to a minute, by which clocks may differ.
    fileprivate func ahead(of other: Timestamp) -> Duration? {
        let (difference, isTooFar) = rawValue.subtractingReportingOverflow(other.rawValue)
        guard self > other else { return nil }
        let ahead = Duration.microseconds(isTooFar ? .max : difference)
        return ahead > .seconds(60) ? ahead : nil
    }
}
