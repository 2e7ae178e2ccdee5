package import Annals
package import EventLog
package import Postgres

/// What the entries of a stream say, folded one after the other in the order of the log.
///
/// It answers as ``Answers`` does, from the log alone: what the projections are held against.
package struct StreamRecord {
    private let stream: StreamID
    private let rulebook: Rulebook
    private var standing: [EventID: Standing] = [:]
    private var count: Int64 = 0

    /// What an event says of the stream, as its last entry so far has it.
    private struct Standing {
        let title: String
        let effects: [KnownEffect]
    }

    package init(_ stream: StreamID, rulebook: Rulebook) {
        self.stream = stream
        self.rulebook = rulebook
    }

    /// Learns the next entry of the stream.
    package mutating func learn(_ logged: LoggedEntry) {
        guard let position = logged.position else { return }
        count += 1
        let event = logged.entry.event
        let derived = Derivation.of(logged.entry.content, replacing: nil, rulebook: rulebook).effects
        let effects = derived.enumerated().filter { $1.lane.stream == stream }.map { ordinal, effect in
            KnownEffect(effect: effect, position: position, ordinal: ordinal, event: event)
        }
        standing[event] =
            effects.isEmpty
            ? nil : Standing(title: logged.entry.content?.event?.title ?? "", effects: effects)
    }

    /// How the stream stood on a day, as known at the position everything up to which has been learnt.
    package func state(asOf: AsOf, recordedAt: Timestamp?) -> RelationshipState {
        RelationshipState(
            stream: stream,
            asOf: asOf,
            recordedAt: recordedAt,
            rulebook: rulebook,
            version: Version(rawValue: count),
            effects: standing.values.flatMap(\.effects),
            title: { standing[$0.event]?.title ?? "" }
        )
    }
}
