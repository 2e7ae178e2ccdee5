import Annals

/// Who ever had to do with whom, by index: the graph a network is laid out from.
struct BondGraph {
    /// The actors, in the order of their slugs: whatever order they came in, the picture is the same.
    let actors: [ActorID]
    /// Whom each actor is tied to, in rising order.
    let neighbours: [[Int]]

    /// The graph of these bonds; those to an actor that is not there are left out.
    init(actors: some Sequence<ActorID>, bonds: some Sequence<NetworkPicture.Bond>) {
        self.actors = Set(actors).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(self.actors, 0...))
        var neighbours = self.actors.map { _ in Set<Int>() }
        for bond in bonds {
            guard let one = places[bond.one], let other = places[bond.other], one != other else { continue }
            neighbours[one].insert(other)
            neighbours[other].insert(one)
        }
        self.neighbours = neighbours.map { $0.sorted() }
    }

    /// The parts of the graph that nothing connects, largest first, then by their first actor.
    var components: [[Int]] {
        var isSeen = actors.map { _ in false }
        var components: [[Int]] = []
        for start in actors.indices where !isSeen[start] {
            isSeen[start] = true
            var component = [start]
            var next = 0
            while next < component.count {
                for neighbour in neighbours[component[next]] where !isSeen[neighbour] {
                    isSeen[neighbour] = true
                    component.append(neighbour)
                }
                next += 1
            }
            components.append(component.sorted())
        }
        return components.sorted { one, other in
            one.count != other.count ? one.count > other.count : one[0] < other[0]
        }
    }

    /// How far the actors of one component are to be apart: row by row, of each to all.
    ///
    /// The number of bonds between them, to the power of three quarters: each further bond counts a little less,
    /// so that stragglers do not stray and long chains bend.
    func distances(within component: [Int]) -> [[Double]] {
        steps(within: component).map { row in
            row.map { $0.squareRoot() * $0.squareRoot().squareRoot() }
        }
    }

    /// How many bonds apart they are.
    private func steps(within component: [Int]) -> [[Double]] {
        let places = Dictionary(uniqueKeysWithValues: zip(component, 0...))
        return component.map { start in
            var distances = [Double](repeating: .infinity, count: component.count)
            var queue = [start]
            places[start].map { distances[$0] = 0 }
            var next = 0
            while next < queue.count {
                let actor = queue[next]
                next += 1
                guard let here = places[actor] else { continue }
                for neighbour in neighbours[actor] {
                    guard let there = places[neighbour], distances[there] == .infinity else { continue }
                    distances[there] = distances[here] + 1
                    queue.append(neighbour)
                }
            }
            return distances
        }
    }
}
