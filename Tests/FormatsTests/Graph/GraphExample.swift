import Annals
import Formats
import Support
import Testing

/// Graphs to write.
enum GraphExample {
    /// Three actors, a war that ended in an agreement, and who recognised whom.
    static func small() throws -> (GraphFile, [GraphEdge]) {
        let graph = GraphFile(
            title: "Afghanistan",
            notes: ["As it stood through 2021-08-31, as we knew it now (#162).", "Rulebook 1."],
            at: try #require(Day("2020-06-01")),
            actors: [
                try actor("pakistan", "Pakistan", .state, ["cow:770", "iso3:PAK"]),
                try actor("taliban", "Taliban", .armedGroup, []),
                try actor("united-states", "United States", .state, ["iso3:USA"]),
            ]
        )
        return (
            graph,
            [
                try edge("taliban", "united-states", .hostility, [("2001-10-07", "2020-02-28", "war", -2)]),
                try edge(
                    "taliban",
                    "united-states",
                    .agreement,
                    key: "doha-2020",
                    [("2020-02-29", "2021-08-14", "in-force", 2), ("2021-08-15", nil, "ended", 0)]
                ),
                try edge(
                    "pakistan",
                    "taliban",
                    .recognition,
                    isDirected: true,
                    [(nil, "1997-05-24", "unrecognised", -1), ("1997-05-25", "2001-11-22", "de-jure", 2)]
                ),
            ]
        )
    }

    /// Actors and lanes nobody would think of.
    static func random(_ seed: UInt64, onlySymmetric: Bool = false) throws -> (GraphFile, [GraphEdge]) {
        var random = SplitMix64(seed: seed)
        let ids = try (0..<8).map { try #require(ActorID("actor-\($0)")) }
        let graph = GraphFile(
            title: NastyTexts.text(using: &random),
            notes: [NastyTexts.text(using: &random)],
            at: Day(rawValue: 0),
            actors: ids.map { id in
                GraphFile.Actor(
                    id: id,
                    name: NastyTexts.text(using: &random),
                    kind: ActorKind.allCases.randomElement(using: &random),
                    codes: [NastyTexts.text(using: &random)]
                )
            }
        )
        var edges: [GraphEdge] = []
        var kinds: Set<[String]> = []
        while edges.count < 30 {
            let ends = ids.shuffled(using: &random).prefix(2)
            let stream = try #require(StreamID(ends[0], ends[1]))
            let isDirected = !onlySymmetric && Bool.random(using: &random)
            let lane = LaneID(
                stream: stream,
                facet: try #require([.hostility, .aid, .agreement].randomElement(using: &random)),
                key: NastyTexts.text(using: &random),
                from: isDirected ? ends[0] : nil,
                to: isDirected ? ends[1] : nil,
                claimant: NastyTexts.text(using: &random)
            )
            guard kinds.insert([stream.name, "\(lane)"]).inserted else { continue }
            edges.append(try #require(GraphEdge(lane: lane, spells: spells(using: &random))))
        }
        return (graph, edges)
    }

    private static func spells(using random: inout SplitMix64) -> [GraphEdge.Spell] {
        var day = Day(rawValue: Int32.random(in: -9_000...0, using: &random))
        return (0..<Int.random(in: 0...4, using: &random)).map { index in
            let first = day.advanced(by: Int.random(in: 1...200, using: &random))
            day = first.advanced(by: Int.random(in: 0...2_000, using: &random))
            return GraphEdge.Spell(
                first: index == 0 && Bool.random(using: &random) ? nil : first,
                last: day,
                value: Bool.random(using: &random) ? NastyTexts.text(using: &random) : nil,
                level: [nil, -2, -1, 0, 1, 2].randomElement(using: &random) ?? nil,
                certainty: [.certain, .possible, .standing].randomElement(using: &random) ?? .certain,
                alternatives: Bool.random(using: &random) ? ["none", "office"] : [],
                grade: .unjudged,
                position: Position(rawValue: Int64.random(in: 1...200, using: &random)),
                event: EventID(high: random.next(), low: random.next()),
                title: NastyTexts.text(using: &random)
            )
        }
    }

    private static func actor(_ id: String, _ name: String, _ kind: ActorKind, _ codes: [String])
        throws -> GraphFile.Actor
    {
        GraphFile.Actor(id: try #require(ActorID(id)), name: name, kind: kind, codes: codes)
    }

    private static func edge(
        _ one: String,
        _ other: String,
        _ facet: Facet,
        key: String = "",
        isDirected: Bool = false,
        _ spells: [(first: String?, last: String?, value: String, level: Int)]
    ) throws -> GraphEdge {
        let (one, other) = (try #require(ActorID(one)), try #require(ActorID(other)))
        let lane = LaneID(
            stream: try #require(StreamID(one, other)),
            facet: facet,
            key: key,
            from: isDirected ? one : nil,
            to: isDirected ? other : nil,
            claimant: ""
        )
        return try #require(
            GraphEdge(
                lane: lane,
                spells: spells.map { spell in
                    GraphEdge.Spell(
                        first: spell.first.flatMap { Day($0) },
                        last: spell.last.flatMap { Day($0) },
                        value: spell.value,
                        level: spell.level,
                        certainty: .certain,
                        grade: Grade("B2") ?? .unjudged,
                        position: Position(rawValue: 43),
                        event: EventID(high: 1, low: 2),
                        title: "Doha agreement"
                    )
                }
            )
        )
    }
}

extension GraphFormat {
    /// The whole file as one text.
    static func text(_ graph: GraphFile, _ edges: [GraphEdge]) throws -> String {
        let pieces = Pieces()
        try write(graph, edges: { add in try edges.forEach(add) }, to: { pieces.text += $0 })
        return pieces.text
    }
}

private final class Pieces {
    var text = ""
}
