import Annals
import Support
import Testing

@testable import Pictures

/// A graph as textbooks have them, to be laid out.
struct Shape: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let actors: [ActorID]
    let bonds: [NetworkPicture.Bond]

    init(_ name: String, _ count: Int, _ pairs: [(Int, Int)]) throws {
        let actors = try (0..<count).map { try #require(ActorID("actor-\(1_000 + $0)")) }
        testDescription = "\(name) of \(count)"
        self.actors = actors
        bonds = pairs.map { one, other in
            NetworkPicture.Bond(one: actors[min(one, other)], other: actors[max(one, other)], weight: 1)
        }
    }

    static func star(_ count: Int) throws -> Shape {
        try Shape("a star", count, (1..<count).map { (0, $0) })
    }

    static func path(_ count: Int) throws -> Shape {
        try Shape("a path", count, (1..<count).map { ($0 - 1, $0) })
    }

    static func ring(_ count: Int) throws -> Shape {
        try Shape("a ring", count, (0..<count).map { ($0, ($0 + 1) % count) })
    }

    static func clique(_ count: Int) throws -> Shape {
        try Shape("a clique", count, (0..<count).flatMap { one in (0..<one).map { ($0, one) } })
    }

    static func strangers(_ count: Int) throws -> Shape {
        try Shape("strangers", count, [])
    }

    /// Pairs with a small star among them, and some who are alone.
    static func scattered() throws -> Shape {
        try Shape("scattered", 30, [(0, 1), (2, 3), (4, 5), (10, 11), (10, 12), (10, 13), (10, 14)])
    }

    /// Each actor tied to some of those before it, a few of them to many.
    static func random(_ count: Int, seed: UInt64) throws -> Shape {
        var random = SplitMix64(seed: seed)
        let pairs = (1..<max(count, 1)).flatMap { actor in
            (0..<Int.random(in: 0...3, using: &random)).map { _ in
                (Bool.random(using: &random) ? actor / 8 : Int.random(in: 0..<actor, using: &random), actor)
            }
        }
        return try Shape("random \(seed)", count, pairs)
    }

    static func all() throws -> [Shape] {
        try [
            strangers(0), strangers(1), strangers(2), strangers(20), path(2), path(3), path(30), ring(3),
            ring(20), star(5), star(60), clique(4), clique(30), scattered(), random(54, seed: 1),
            random(54, seed: 2),
        ]
    }
}
