import Annals

/// An order of actors that has friends next to each other, so that camps show as blocks along the diagonal.
///
/// Those who stand best with each other are joined first, two groups by the mean of all that is between their members
/// (average linkage; Sokal and Michener 1958). Each group is a row already, and of the ways to put two rows end to end
/// that one is taken which has the best friends nearest to the joint (as Gruvaeus and Wainer 1972 did).
struct MatrixOrder {
    /// Those with a tie, friends next to each other.
    let tied: [ActorID]
    /// Those nothing is known of, in the order given.
    let untied: [ActorID]

    init(_ picture: NetworkPicture) {
        let there = Set(picture.actors.map(\.id))
        let ties = picture.ties.filter { there.contains($0.one) && there.contains($0.other) }
        let ends = Set(ties.flatMap { [$0.one, $0.other] })
        // By slug, whatever order they came in: of equally good orders always the same.
        let actors = ends.sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(actors, 0...))
        var affinities = actors.map { _ in [Double](repeating: 0, count: actors.count) }
        for tie in ties {
            guard let one = places[tie.one], let other = places[tie.other] else { continue }
            affinities[one][other] = Self.affinity(tie.claim)
            affinities[other][one] = Self.affinity(tie.claim)
        }
        tied = Self.order(affinities).map { actors[$0] }
        untied = picture.actors.map(\.id).filter { !ends.contains($0) }
    }

    /// How much two belong together: their level, half as much when it is not certain.
    ///
    /// To have to do with each other at all counts a little.
    private static func affinity(_ claim: ShownClaim) -> Double {
        let level = Double(claim.drawn?.level ?? 0) + 0.1
        return claim.certainty == .possible ? level / 2 : level
    }

    /// The order in which affine indices are near each other.
    static func order(_ affinities: [[Double]]) -> [Int] {
        var groups = affinities.indices.map { [$0] }
        // Sums of the affinities between the members of two groups, kept up to date.
        var sums = affinities
        while groups.count > 1 {
            var best = (one: 0, other: 1, mean: -Double.infinity)
            for one in groups.indices {
                for other in groups.indices where other > one {
                    let mean = sums[one][other] / Double(groups[one].count * groups[other].count)
                    if mean > best.mean { best = (one, other, mean) }
                }
            }
            groups[best.one] = joined(groups[best.one], groups[best.other], affinities)
            groups.remove(at: best.other)
            for index in sums.indices {
                sums[best.one][index] += sums[best.other][index]
                sums[index][best.one] = sums[best.one][index]
            }
            sums.remove(at: best.other)
            for index in sums.indices { sums[index].remove(at: best.other) }
        }
        return groups.first ?? []
    }

    /// Two rows end to end, either of them turned around if that is better; the first stays in front.
    private static func joined(_ one: [Int], _ other: [Int], _ affinities: [[Double]]) -> [Int] {
        let (turnedOne, turnedOther): ([Int], [Int]) = (one.reversed(), other.reversed())
        let ways = [(one, other), (one, turnedOther), (turnedOne, other), (turnedOne, turnedOther)]
        var best = (row: one + other, worth: -Double.infinity)
        for (first, second) in ways {
            let worth = worth(first, second, affinities)
            if worth > best.worth + 1e-9 { best = (first + second, worth) }
        }
        return best.row
    }

    /// The affinities across the joint of two rows, each the less the farther apart the two are.
    private static func worth(_ first: [Int], _ second: [Int], _ affinities: [[Double]]) -> Double {
        var worth = 0.0
        for (back, one) in first.reversed().enumerated() {
            for (forth, other) in second.enumerated() {
                worth += affinities[one][other] / Double(1 + back + forth)
            }
        }
        return worth
    }
}
