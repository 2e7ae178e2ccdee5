/// What an entry touches: a relationship (`taliban/united-states`) or one actor (`taliban`).
public struct StreamID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The actors in slug order: two of a relationship, one of an actor's own stream.
    public let actors: [ActorID]

    /// The stream of one actor.
    public init(_ actor: ActorID) {
        actors = [actor]
    }

    /// The relationship of two actors, in either order; nil when they are the same actor.
    public init?(_ one: ActorID, _ other: ActorID) {
        guard one != other else { return nil }
        actors = one < other ? [one, other] : [other, one]
    }

    /// The stream of a name as the log writes it, or nil when it is not one.
    public init?(_ name: String) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map { ActorID(String($0)) }
        switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
        case (1, let actor?, _): self.init(actor)
        case (2, let one?, let other?):
            self.init(one, other)
            guard actors == [one, other] else { return nil }
        default: return nil
        }
    }

    /// The name in the log: slugs in order, joined by a slash.
    public var name: String { actors.map(\.slug).joined(separator: "/") }
    /// Whether it is a relationship between two actors.
    public var isRelationship: Bool { actors.count == 2 }

    /// The name in the log.
    public var description: String { name }

    /// Names in the order of their bytes.
    public static func < (one: StreamID, other: StreamID) -> Bool {
        one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
    }
}
