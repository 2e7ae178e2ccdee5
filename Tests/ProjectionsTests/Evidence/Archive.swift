import Annals
import EventLog

@testable import Projections

/// All effects that were ever known up to a position, and by which entry each was replaced.
struct Archive {
    /// Where the log is known to.
    let position: Position
    private var effects: [KnownEffect] = []
    private var replacements: [Position: (position: Position, kind: Entry.Kind)] = [:]

    init(_ chronicle: Chronicle, known position: Position) {
        self.position = position
        var last: [EventID: Position] = [:]
        for (index, pending) in chronicle.entries.prefix(Int(position.rawValue)).enumerated() {
            let (entry, position) = (pending.entry, Position(rawValue: Int64(index + 1)))
            if let before = last.updateValue(position, forKey: entry.event) {
                replacements[before] = (position, entry.kind)
            }
            let derived = Derivation.of(entry.content, replacing: nil, rulebook: .one).effects
            effects += derived.enumerated().map { ordinal, effect in
                KnownEffect(effect: effect, position: position, ordinal: ordinal, event: entry.event)
            }
        }
    }

    /// The entry that replaced the one an effect came with; nil when it stands.
    func replacement(of known: KnownEffect) -> (position: Position, kind: Entry.Kind)? {
        replacements[known.position]
    }

    /// The effects of a lane that stand.
    func standing(of lane: LaneID) -> [KnownEffect] {
        effects.filter { $0.effect.lane == lane && replacements[$0.position] == nil }
    }

    /// The effects of a lane that are to be told of: what was replaced, and what stands and may have begun by a day.
    func told(of lane: LaneID, on day: Day) -> Set<KnownEffect> {
        Set(effects.filter { $0.effect.lane == lane && isTold($0, on: day) })
    }

    /// The lanes of a stream of which anything is to be told, in the order of answers.
    func lanes(of stream: StreamID, on day: Day) -> [LaneID] {
        let lanes = Set(
            effects.filter { $0.effect.lane.stream == stream && isTold($0, on: day) }.map(\.effect.lane)
        )
        return lanes.sorted { $0.order < $1.order }
    }

    private func isTold(_ known: KnownEffect, on day: Day) -> Bool {
        replacements[known.position] != nil || known.effect.bounds.beginEarliest <= day
    }
}
