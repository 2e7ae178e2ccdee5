package import Annals
package import EventLog

/// What happened, in the order of the world.
package struct History {
    let log: Log

    package init(_ log: Log) {
        self.log = log
    }

    /// The events of a relationship, or of every stream an actor is in, each as its last entry says, without the
    /// retracted: found among the last entries of every event that touches the stream.
    package static func events(of stream: StreamID, among latest: [LoggedEntry], rulebook: Rulebook)
        -> [LoggedEntry]
    {
        sorted(
            latest.filter { logged in
                guard let event = logged.entry.content?.event else { return false }
                // A corrected event stays linked to a relationship it no longer touches.
                let streams = Derivation.of(.event(event), replacing: nil, rulebook: rulebook).streams
                return streams.contains {
                    $0 == stream || !stream.isRelationship && $0.actors.contains(stream.actors[0])
                }
            }
        )
    }

    /// Entries of events in the order of the world.
    static func sorted(_ events: [LoggedEntry]) -> [LoggedEntry] {
        events.compactMap { logged in HistoryPlace(logged).map { (place: $0, logged: logged) } }
            .sorted { $0.place < $1.place }
            .map(\.logged)
    }
}
