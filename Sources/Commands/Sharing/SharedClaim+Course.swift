import Annals
import EventLog
import Formats
import Projections

extension SharedClaim {
    /// What events claim of a lane: one claim for each event and value, however often it came and went.
    static func all(
        of lane: Course.Lane,
        within days: ClosedRange<Day>,
        _ events: [EventID: SharedEvent],
        _ rulebook: Rulebook
    ) -> [SharedClaim] {
        var claims: [EventID: SharedClaim] = [:]
        var order: [EventID] = []
        for stretch in lane.stretches {
            guard let drawn = stretch.state.drawn, let event = events[drawn.event] else { continue }
            let spell = Spell(
                first: stretch.days.lowerBound == days.lowerBound ? nil : stretch.days.lowerBound,
                last: stretch.days.upperBound == days.upperBound ? nil : stretch.days.upperBound,
                certainty: stretch.state.certainty,
                alternatives: stretch.state.alternatives.map(\.value).filter { $0 != drawn.value }
            )
            let id = identity(of: drawn.value, in: lane.lane, by: drawn.event)
            if claims[id] == nil {
                order.append(id)
                claims[id] = SharedClaim(drawn.value, in: lane.lane, by: event, rulebook)
            }
            claims[id]?.spells.append(spell)
        }
        return order.compactMap { claims[$0] }
    }

    /// What an event said in one of its entries, and says no more.
    static func revoked(in history: [LoggedEntry], _ rulebook: Rulebook) -> [SharedClaim] {
        guard let last = SharedEvent(history) else { return [] }
        let said = history.filter { $0.entry.revision < last.revision }
        let now =
            last.isRetracted
            ? [] : Derivation.of(.event(last.event), replacing: nil, rulebook: rulebook).effects
        var seen = Set(now.map { identity(of: $0.value.name, in: $0.lane, by: last.id) })
        return said.reversed().flatMap { logged -> [SharedClaim] in
            guard let event = logged.entry.content?.event else { return [] }
            var told = last
            told.event = event
            return Derivation.of(.event(event), replacing: nil, rulebook: rulebook).effects.compactMap {
                effect in
                let id = identity(of: effect.value.name, in: effect.lane, by: last.id)
                guard effect.lane.stream.isRelationship, seen.insert(id).inserted else { return nil }
                return SharedClaim(effect, by: told, isRevoked: true)
            }
        }
    }

    /// The same if it held on any of some days, or is of nothing that held; nil otherwise.
    func within(_ days: ClosedRange<Day>) -> SharedClaim? {
        let holds = spells.contains { spell in
            spell.first ?? .distantPast <= days.upperBound && spell.last ?? .distantFuture >= days.lowerBound
        }
        return holds ? self : nil
    }

    private init?(_ value: String, in lane: LaneID, by event: SharedEvent, _ rulebook: Rulebook) {
        let effects = Derivation.of(.event(event.event), replacing: nil, rulebook: rulebook).effects
        guard let effect = effects.first(where: { $0.lane == lane && $0.value.name == value }) else {
            return nil
        }
        self.init(effect, by: event)
    }

    private init(_ effect: Effect, by event: SharedEvent, isRevoked: Bool = false) {
        let lane = effect.lane
        let ends = [lane.from ?? lane.stream.actors.first, lane.to ?? lane.stream.actors.last].compactMap(
            \.self
        )
        self.init(
            id: Self.identity(of: effect.value.name, in: lane, by: event.id),
            lane: lane,
            fromID: ends.first?.uuid ?? event.id,
            toID: ends.last?.uuid ?? event.id,
            value: effect.value.name,
            level: effect.value.level,
            begin: effect.begin,
            end: effect.end,
            begins: effect.bounds.beginEarliest...effect.bounds.beginLatest,
            spells: [],
            event: event,
            isRevoked: isRevoked
        )
    }

    /// One identity for all that an event says so of a lane.
    private static func identity(of value: String, in lane: LaneID, by event: EventID) -> EventID {
        let texts =
            ["claim", event.description, lane.stream.name, lane.facet.rawValue, lane.key]
            + [lane.from?.slug ?? "", lane.claimant, value]
        // The length of each keeps a slash in a key from making two of them one.
        return EventID(naming: texts.map { "\($0.utf8.count):\($0)" }.joined(separator: "/"))
    }
}
