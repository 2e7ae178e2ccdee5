import Annals
import EventLog

/// The effects that stand, learnt entry by entry: what `annals.apply` does, without a database.
struct KnownLanes {
    private var effects: [EventID: [KnownEffect]] = [:]
    private var events: [StreamID: Set<EventID>] = [:]

    /// Learns the entry at a position.
    mutating func learn(_ entry: Entry, at position: Position) {
        for old in effects[entry.event] ?? [] { events[old.effect.lane.stream]?.remove(entry.event) }
        let derivation = Derivation.of(entry.content, replacing: nil, rulebook: .one)
        let new = derivation.effects.enumerated().map { ordinal, effect in
            KnownEffect(effect: effect, position: position, ordinal: ordinal, event: entry.event)
        }
        effects[entry.event] = new
        for one in new { events[one.effect.lane.stream, default: []].insert(entry.event) }
    }

    /// The lanes of a stream, each with its effects.
    func lanes(of stream: StreamID) -> [LaneID: [KnownEffect]] {
        let effects = (events[stream] ?? []).flatMap { self.effects[$0] ?? [] }
        return Dictionary(grouping: effects.filter { $0.effect.lane.stream == stream }, by: \.effect.lane)
    }
}

extension [KnownEffect] {
    /// The effects of a lane in a line each, for a failure to be read.
    var sketch: String {
        sorted { ($0.position, $0.ordinal) < ($1.position, $1.ordinal) }.map { known in
            let bounds = known.effect.bounds
            let days = [bounds.beginEarliest, bounds.beginLatest, bounds.endEarliest, bounds.endLatest]
            return "  \(known.position).\(known.ordinal) \(known.effect.value.name) "
                + days.map(\.description).joined(separator: " ") + (known.effect.lapses ? " lapses" : "")
        }.joined(separator: "\n")
    }
}
