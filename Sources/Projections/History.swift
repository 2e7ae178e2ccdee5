package import Annals
package import EventLog

/// What happened, in the order of the world.
package struct History {
    let log: Log

    package init(_ log: Log) {
        self.log = log
    }

    /// The events of a relationship, or of every stream an actor is in, as known at a position: each as its
    /// last entry says, without the retracted.
    package func events(of stream: StreamID, known: Position) throws -> [LoggedEntry] {
        Self.events(
            of: stream,
            among: try log.latestEntries(of: stream, known: known),
            rulebook: log.rulebook
        )
    }

    /// The same, among the last entries of every event that touches the stream.
    package static func events(of stream: StreamID, among latest: [LoggedEntry], rulebook: Rulebook)
        -> [LoggedEntry]
    {
        latest.filter { logged in
            guard let event = logged.entry.content?.event else { return false }
            // A corrected event stays linked to a relationship it no longer touches.
            let streams = Derivation.of(.event(event), replacing: nil, rulebook: rulebook).streams
            return streams.contains {
                $0 == stream || !stream.isRelationship && $0.actors.contains(stream.actors[0])
            }
        }
        .sorted { order($0) < order($1) }
    }

    private static func order(_ logged: LoggedEntry) -> (Day, Day, Position) {
        let bounds = logged.entry.content?.event?.occurred.bounds
        return (
            bounds?.beginEarliest ?? .distantPast, bounds?.beginLatest ?? .distantPast,
            logged.position ?? Position(rawValue: 0)
        )
    }
}
