import Annals
import Support
import Testing

@testable import Pictures

@Suite struct `The order of a matrix` {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `has camps together that are friends within and enemies without`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let shape = try Shape.strangers(15)
        let camps = shape.actors.shuffled(using: &random).enumerated().reduce(into: [:]) { camps, next in
            camps[next.element] = next.offset % 3
        }
        let picture = NetworkPicture(
            caption: .sample,
            actors: shape.actors.map { NetworkPicture.Actor(id: $0, name: $0.slug, kind: nil) },
            ties: shape.actors.flatMap { one in
                shape.actors.filter { one < $0 }.map { other in
                    NetworkPicture.Tie(
                        one: one,
                        other: other,
                        lane: ShownLane(name: "orientation"),
                        claim: .certain("so", level: camps[one] == camps[other] ? 2 : -2),
                        lanes: 1
                    )
                }
            },
            everTied: []
        )
        let order = MatrixOrder(picture).tied.map { camps[$0] }
        let changes = zip(order, order.dropFirst()).filter { $0 != $1 }.count
        #expect(order.count == 15 && changes == 2)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `has everybody once, and is the same whatever order they come in`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var picture = try NetworkPicture.random(30, seed: seed)
        let order = MatrixOrder(picture)
        #expect((order.tied + order.untied).sorted() == picture.actors.map(\.id).sorted())
        picture.actors.shuffle(using: &random)
        picture.ties.shuffle(using: &random)
        #expect(MatrixOrder(picture).tied == order.tied)
        #expect(MatrixOrder(picture).untied.sorted() == order.untied.sorted())
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `joins whom the means of all pairs, counted again each time, say to join`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let affinities = Self.affinities(12, using: &random)
        var groups = affinities.indices.map { Set([$0]) }
        let order = MatrixOrder.order(affinities)
        while groups.count > 1 {
            var best = (one: 0, other: 1, mean: -Double.infinity)
            for one in groups.indices {
                for other in groups.indices where other > one {
                    let pairs = groups[one].flatMap { one in groups[other].map { affinities[one][$0] } }
                    let mean = pairs.reduce(0, +) / Double(pairs.count)
                    if mean > best.mean + 1e-12 { best = (one, other, mean) }
                }
            }
            groups[best.one].formUnion(groups.remove(at: best.other))
            // Whoever is joined stands side by side in the end.
            let places = order.indices.filter { groups[best.one].contains(order[$0]) }
            #expect(places == Array(places[0]..<(places[0] + groups[best.one].count)))
        }
    }

    /// Affinities no two of which are the same.
    private static func affinities(_ count: Int, using random: inout SplitMix64) -> [[Double]] {
        var affinities = (0..<count).map { _ in [Double](repeating: 0, count: count) }
        for one in 0..<count {
            for other in 0..<one {
                affinities[one][other] = Double.random(in: -2...2, using: &random)
                affinities[other][one] = affinities[one][other]
            }
        }
        return affinities
    }
}

@Suite struct `A matrix` {
    @Test func `has each tie in both rows, and says of whom nothing is known`() throws {
        let elements = try Elements(NetworkPicture.sample().matrixSVG)
        let groups = elements.all.filter { $0.attributes["role"] == "group" }.map {
            $0.attributes["aria-label"]
        }
        #expect(groups == ["Taliban", "Pakistan", "United States", "Legend"])
        let told = elements.all.filter { $0.attributes["role"] == "img" }.compactMap {
            $0.attributes["aria-label"]
        }
        #expect(
            told.map { $0.prefix { $0 != ":" } } == [
                "Taliban and Pakistan", "Taliban and United States", "Pakistan and Taliban",
                "United States and Taliban",
            ]
        )
        #expect(
            elements.named("text").map(\.text).contains(
                "Nothing is known between any of these and another: Qatar."
            )
        )
    }

    @Test func `in a page leaves it to the table who is left out`() throws {
        let elements = try Elements(NetworkPicture.sample().matrixHTML)
        let note = "1 actor is left out, of whom nothing is known with anybody; the table of actors has it."
        #expect(elements.named("p").map(\.text).contains(note))
        #expect(elements.named("th").map(\.text).contains("Qatar"))
    }

    @Test func `of which nothing is known says so`() throws {
        var picture = try NetworkPicture.sample()
        picture.ties = []
        let texts = try Elements(picture.matrixSVG).named("text").map(\.text)
        #expect(texts.contains("Nothing is known of any two of them."))
    }

    @Test(arguments: [2, 24, 25, 72, 73, 150])
    func `has room for its names and five heights in every square`(_ count: Int) {
        let layout = MatrixLayout(names: (0..<count).map { String(repeating: "W", count: $0) })
        #expect(layout.cell >= 14 && layout.cell > layout.style.size)
        for index in 0..<count {
            let name = layout.fitting(String(repeating: "W", count: index))
            #expect(layout.style.width(name) <= layout.names - 8)
        }
        #expect(layout.box(count - 1, count - 1).x + layout.cell <= layout.width)
    }
}
