package import Annals

/// Two actors of whom something is known, and how they stand.
package struct Tie: Sendable {
    /// The two.
    package let stream: StreamID
    /// How they stand.
    package let standing: Standing
}

extension Ground {
    /// Who stood how with whom, by both clocks, on one facet or the one on which two stood worst: everybody, one
    /// actor with everybody, or several among each other.
    package func ties(asOf: AsOf, of actors: [ActorID]?, facet: Facet?) throws -> [Tie] {
        var ties: [Tie] = []
        try network(asOf: asOf, of: actors, facet: facet) { stream, lanes in
            guard stream.isRelationship, let standing = Standing(lanes) else { return }
            ties.append(Tie(stream: stream, standing: standing))
        }
        let titles = try titles(at: ties.flatMap(\.standing.worst.claims).map(\.position))
        return ties.map { Tie(stream: $0.stream, standing: $0.standing.titled(titles)) }
    }
}

extension Standing {
    fileprivate func titled(_ titles: [Position: String]) -> Standing {
        Standing(worst: worst.titled(titles), mayBeWorse: mayBeWorse, lanes: lanes)
    }
}
