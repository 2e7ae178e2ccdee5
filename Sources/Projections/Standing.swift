import Annals

/// How two actors stand where one thing has to stand for all: on the facet on which they stand worst.
///
/// Levels are never averaged over facets. Of lanes that are equally bad a certain one comes before one that is not,
/// then the rulebook's order decides.
package struct Standing: Sendable {
    /// The lane they stand worst on.
    package let worst: LaneState
    /// Whether another of their lanes may turn out to be worse.
    package let mayBeWorse: Bool
    /// How many lanes of theirs are known.
    package let lanes: Int
}

extension Standing {
    /// Nil when no lane has a better or worse.
    package init?(_ lanes: [LaneState]) {
        let ranked = lanes.filter { $0.drawnLevel != nil }.min { one, other in
            one.badness != other.badness ? one.badness < other.badness : one.lane.order < other.lane.order
        }
        guard let ranked, let level = ranked.drawnLevel else { return nil }
        worst = ranked
        mayBeWorse = lanes.contains { lane in
            lane.claims.compactMap(\.level).contains { $0 < level }
        }
        self.lanes = lanes.count
    }

    /// −2 hostile to +2 allied.
    package var level: Int { worst.drawnLevel ?? 0 }
    /// Whether every reading of the dates gives this.
    package var isCertain: Bool { worst.certainty != .possible && !mayBeWorse }
}

extension LaneState {
    /// The value in force, or the best placed of those possible.
    package var drawn: ClaimedValue? { value ?? alternatives.first }

    fileprivate var drawnLevel: Int? { drawn?.level }

    fileprivate var badness: (Int, Int) { (drawnLevel ?? 0, certainty == .possible ? 1 : 0) }
}
