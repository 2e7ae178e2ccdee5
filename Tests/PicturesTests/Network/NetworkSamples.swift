import Annals
import Support
import Testing

@testable import Pictures

extension NetworkPicture {
    /// Four actors, a war between two of them, a friendship, and one nothing is known of.
    static func sample() throws -> NetworkPicture {
        let names = [
            ("pakistan", "Pakistan", "state"), ("qatar", "Qatar", nil), ("taliban", "Taliban", "armed-group"),
            ("united-states", "United States", "state"),
        ]
        let actors = try names.map { slug, name, kind in
            Actor(id: try #require(ActorID(slug)), name: name, kind: kind)
        }
        let bonds = [(0, 2), (1, 2), (1, 3), (2, 3)].map { one, other in
            Bond(one: actors[one].id, other: actors[other].id, weight: 3)
        }
        return NetworkPicture(
            caption: .sample,
            actors: actors,
            ties: [
                Tie(
                    one: actors[0].id,
                    other: actors[2].id,
                    lane: ShownLane(name: "support", detail: "training"),
                    claim: .certain("active", level: 2),
                    lanes: 3
                ),
                Tie(
                    one: actors[2].id,
                    other: actors[3].id,
                    lane: ShownLane(name: "hostility"),
                    claim: .certain("war", level: -2),
                    lanes: 1
                ),
            ],
            everTied: bonds
        )
    }

    /// Actors with ties of any level between them, some certain.
    static func random(_ count: Int, seed: UInt64, name: (Int) -> String = { "Actor \($0)" }) throws
        -> NetworkPicture
    {
        var random = SplitMix64(seed: seed)
        let shape = try Shape.random(count, seed: seed)
        let kinds = ActorKind.allCases.map(\.rawValue)
        return NetworkPicture(
            caption: .sample,
            actors: shape.actors.enumerated().map { index, id in
                Actor(id: id, name: name(index), kind: kinds.randomElement(using: &random))
            },
            ties: Set(shape.bonds).sorted { ($0.one, $0.other) < ($1.one, $1.other) }.map { bond in
                var claim = ShownClaim.certain(
                    "so",
                    level: [nil, -2, -1, 0, 1, 2].randomElement(using: &random) ?? nil
                )
                if Bool.random(using: &random) { claim.certainty = .possible }
                return Tie(
                    one: bond.one,
                    other: bond.other,
                    lane: ShownLane(name: "aid"),
                    claim: claim,
                    lanes: Int.random(in: 1...3, using: &random)
                )
            },
            everTied: shape.bonds
        )
    }
}
