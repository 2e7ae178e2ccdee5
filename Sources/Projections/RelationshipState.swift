package import Annals
package import Postgres

/// How a relationship, or one actor, stood on a day, as known at a position.
package struct RelationshipState: Hashable, Sendable {
    /// The relationship or actor.
    package let stream: StreamID
    /// Both clocks.
    package let asOf: AsOf
    /// When the position was recorded; nil for #0.
    package let recordedAt: Timestamp?
    /// The rulebook the answer was made with.
    package let rulebook: Int
    /// How many entries of the stream were known.
    package let version: Version
    /// Every lane that has or may have a value, in the rulebook's order of facets.
    package let lanes: [LaneState]
}

extension RelationshipState {
    /// Decides, lane by lane, among effects known then; all those of the stream, or as few as can matter.
    init(
        stream: StreamID,
        asOf: AsOf,
        recordedAt: Timestamp?,
        rulebook: Rulebook,
        version: Version,
        effects: [KnownEffect],
        title: (KnownEffect) -> String
    ) {
        self.init(
            stream: stream,
            asOf: asOf,
            recordedAt: recordedAt,
            rulebook: rulebook.version,
            version: version,
            lanes: Self.lanes(of: effects, on: asOf.at, rulebook: rulebook, title: title)
        )
    }

    /// The lanes of one stream, decided among effects of it, in the rulebook's order of facets.
    static func lanes(
        of effects: [KnownEffect],
        on day: Day,
        rulebook: Rulebook,
        title: (KnownEffect) -> String
    ) -> [LaneState] {
        let lanes = Dictionary(grouping: effects, by: \.effect.lane).compactMap { lane, effects in
            LaneAnswer.of(effects, by: rulebook.rule(lane.facet).method, on: day).map { answer in
                LaneState(lane, answer, on: day, rulebook: rulebook, title: title)
            }
        }
        return lanes.sorted { $0.lane.order < $1.lane.order }
    }
}

extension LaneID {
    /// The rulebook's order of facets, then key, direction and claimant.
    var order: (Int, String, String, String) {
        (Facet.allCases.firstIndex(of: facet) ?? 0, key, from?.slug ?? "", claimant)
    }
}
