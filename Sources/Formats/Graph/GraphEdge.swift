public import Annals

/// A lane as an edge of a graph, with what it said when.
public struct GraphEdge: Hashable, Sendable {
    /// The actor the facet runs from; of a symmetric one the first in slug order.
    public let from: ActorID
    /// The actor it runs to.
    public let to: ActorID
    /// Whether it runs in one direction only.
    public let isDirected: Bool
    /// The facet.
    public let facet: Facet
    /// The slot; empty for none.
    public let key: String
    /// Whose word; empty for the record's own.
    public let claimant: String
    /// What it said when, one after the other, no two on the same day; where there is none, it is unknown.
    public let spells: [Spell]

    /// The edge of a lane; nil for a lane of one actor alone.
    public init?(lane: LaneID, spells: [Spell]) {
        guard lane.stream.isRelationship else { return nil }
        from = lane.from ?? lane.stream.actors[0]
        to = lane.to ?? lane.stream.actors[1]
        isDirected = lane.from != nil
        facet = lane.facet
        key = lane.key
        claimant = lane.claimant
        self.spells = spells
    }

    /// What tells it from all other edges between the same actors: `agreement/doha-2020`, and after another slash
    /// the claimant.
    var kind: String {
        var parts = [facet.rawValue, key, claimant]
        while parts.last == "" { parts.removeLast() }
        return parts.map(Self.withoutSlash).joined(separator: "/")
    }

    /// A key or claimant may be any text; a slash in it is written as in a URL.
    private static func withoutSlash(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "/")) || text.utf8.contains(UInt8(ascii: "%")) else {
            return text
        }
        return text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "/": escaped += "%2F"
            case "%": escaped += "%25"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    /// What it said on a day; nil for nothing.
    func spell(on day: Day) -> Spell? {
        spells.first { $0.first ?? .distantPast <= day && day <= $0.last ?? .distantFuture }
    }

    /// Some days on end through which a lane said the same.
    public struct Spell: Hashable, Sendable {
        /// The first of the days; nil when it always stood.
        public var first: Day?
        /// The last of the days, included; nil when it holds on.
        public var last: Day?
        /// The value, by its name in the rulebook: `in-force`; nil when nothing certainly is.
        public var value: String?
        /// Of the value, or else of the best placed of those possible: −2 hostile to +2 allied; nil where there is
        /// no better or worse.
        public var level: Int?
        /// How sure it is.
        public var certainty: LaneAnswer.Certainty
        /// What it may be instead, best placed first.
        public var alternatives: [String]
        /// How good source and claim of the value are, or else of the best placed of those possible; so with the
        /// entry and its event.
        public var grade: Grade
        /// The entry it rests on.
        public var position: Position
        /// The event of that entry.
        public var event: EventID
        /// The title of the event.
        public var title: String

        /// What a lane said through some days.
        public init(
            first: Day?,
            last: Day?,
            value: String?,
            level: Int?,
            certainty: LaneAnswer.Certainty,
            alternatives: [String] = [],
            grade: Grade,
            position: Position,
            event: EventID,
            title: String
        ) {
            self.first = first
            self.last = last
            self.value = value
            self.level = level
            self.certainty = certainty
            self.alternatives = alternatives
            self.grade = grade
            self.position = position
            self.event = event
            self.title = title
        }

        /// What it said, in a word or two: `in-force`, `possibly in-force`.
        var words: String {
            value ?? alternatives.first.map { "possibly \($0)" } ?? ""
        }
    }
}
