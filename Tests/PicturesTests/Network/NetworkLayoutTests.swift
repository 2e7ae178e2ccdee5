import Annals
import Support
import Testing

@testable import Pictures

@Suite struct `A network is laid out` {
    @Test(arguments: try Shape.all())
    func `with all actors inside, none in another’s field`(_ shape: Shape) throws {
        let layout = NetworkLayout(actors: shape.actors, bonds: shape.bonds)
        let places = try shape.actors.map { try #require(layout.places[$0]) }
        let field = NetworkLayout.field
        for (index, place) in places.enumerated() {
            #expect(place.x >= field.width / 2 && place.x <= layout.width - field.width / 2)
            #expect(place.y >= field.height / 2 && place.y <= layout.height - field.height / 2)
            for other in places[..<index] {
                let isClear =
                    abs(place.x - other.x) >= field.width || abs(place.y - other.y) >= field.height
                #expect(isClear, "\(place) and \(other)")
            }
        }
    }

    @Test(arguments: try Shape.all())
    func `the same whatever order the actors and bonds come in`(_ shape: Shape) {
        var random = SplitMix64(seed: 7)
        let layout = NetworkLayout(actors: shape.actors, bonds: shape.bonds)
        let shuffled = NetworkLayout(
            actors: shape.actors.shuffled(using: &random),
            bonds: shape.bonds.shuffled(using: &random)
        )
        #expect(layout == shuffled)
    }

    @Test func `with a bond to somebody who is not there left out`() throws {
        let shape = try Shape.path(3)
        let nobody = try #require(ActorID("nobody"))
        let bond = NetworkPicture.Bond(one: shape.actors[0], other: nobody, weight: 1)
        #expect(
            NetworkLayout(actors: shape.actors, bonds: shape.bonds + [bond])
                == NetworkLayout(actors: shape.actors, bonds: shape.bonds)
        )
    }

    @Test(arguments: [3, 10, 40])
    func `with a chain in its order`(_ count: Int) throws {
        let shape = try Shape.path(count)
        let places = StressMajorisation.places(
            BondGraph(actors: shape.actors, bonds: shape.bonds).distances(within: Array(0..<count))
        )
        for index in places.indices {
            for far in places.indices where abs(far - index) > 2 {
                let next = index < far ? index + 1 : index - 1
                let isNearer = (places[next] - places[index]).length < (places[far] - places[index]).length
                #expect(isNearer, "\(index), \(next) and \(far)")
            }
        }
    }

    @Test func `with the middle of a star in the middle`() throws {
        let shape = try Shape.star(60)
        let layout = NetworkLayout(actors: shape.actors, bonds: shape.bonds)
        let middle = try #require(layout.places[shape.actors[0]])
        #expect(abs(middle.x - layout.width / 2) < layout.width / 10)
        #expect(abs(middle.y - layout.height / 2) < layout.height / 10)
    }

    @Test func `with friends of friends farther than friends`() throws {
        let shape = try Shape.random(80, seed: 5)
        let graph = BondGraph(actors: shape.actors, bonds: shape.bonds)
        let layout = NetworkLayout(actors: shape.actors, bonds: shape.bonds)
        var lengths: [Bool: [Double]] = [:]
        let component = try #require(graph.components.first)
        for one in component {
            for other in component where other < one {
                let apart =
                    try #require(layout.places[graph.actors[one]])
                    - #require(layout.places[graph.actors[other]])
                lengths[graph.neighbours[one].contains(other), default: []].append(apart.length)
            }
        }
        let means = lengths.mapValues { $0.reduce(0, +) / Double($0.count) }
        #expect(try #require(means[true]) < 0.75 * #require(means[false]))
    }
}

@Suite struct `The graph of bonds` {
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `is as far from one actor to another as relaxing every bond says`(_ seed: UInt64) throws {
        let shape = try Shape.random(20, seed: seed)
        let graph = BondGraph(actors: shape.actors, bonds: shape.bonds)
        // Bellman and Ford: slow, and hard to get wrong.
        var steps = graph.actors.indices.map { one in
            graph.actors.indices.map { $0 == one ? 0 : Double.infinity }
        }
        for _ in graph.actors {
            for bond in shape.bonds {
                let one = try #require(graph.actors.firstIndex(of: bond.one))
                let other = try #require(graph.actors.firstIndex(of: bond.other))
                for start in graph.actors.indices {
                    steps[start][one] = min(steps[start][one], steps[start][other] + 1)
                    steps[start][other] = min(steps[start][other], steps[start][one] + 1)
                }
            }
        }
        #expect(graph.components.joined().sorted() == Array(graph.actors.indices))
        for component in graph.components {
            let distances = graph.distances(within: component)
            for (row, one) in component.enumerated() {
                for (column, other) in component.enumerated() {
                    let root = steps[one][other].squareRoot()
                    #expect(distances[row][column] == root * root.squareRoot())
                }
                let strangers = Set(graph.actors.indices).subtracting(component)
                #expect(strangers.allSatisfy { steps[one][$0] == .infinity })
            }
        }
    }
}
