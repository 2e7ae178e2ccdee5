package import Annals

/// What an event says of one facet of a relationship, and when that held.
package struct SharedClaim: Hashable, Sendable {
    /// Its identity: the same whenever this event says this of this facet.
    package var id: EventID
    /// The facet, from whom to whom.
    package var lane: LaneID
    /// The identities of the two, as ``SharedActor/uuid`` has them.
    package var fromID, toID: EventID
    /// The value, by its name in the rulebook.
    package var value: String
    /// −2 hostile to +2 allied; nil where there is no better or worse.
    package var level: Int?
    /// Its begin and its end as written, in EDTF; an end nobody claimed is nil.
    package var begin: String
    package var end: String?
    /// The days on which it may have begun.
    package var begins: ClosedRange<Day>
    /// When it held, one after the other; none for one that holds no more, or never did.
    package var spells: [Spell]
    /// The event.
    package var event: SharedEvent
    /// Whether the event says so no more: it was withdrawn, or corrected.
    package var isRevoked: Bool

    /// Some days on end through which it held, or may have held.
    package struct Spell: Hashable, Sendable {
        /// The first of the days; nil when it always held.
        package var first: Day?
        /// The last of the days; nil when it holds on.
        package var last: Day?
        /// How sure that is.
        package var certainty: LaneAnswer.Certainty
        /// What may have held instead.
        package var alternatives: [String]

        /// Some days on end.
        package init(
            first: Day?,
            last: Day?,
            certainty: LaneAnswer.Certainty,
            alternatives: [String]
        ) {
            self.first = first
            self.last = last
            self.certainty = certainty
            self.alternatives = alternatives
        }
    }

    /// What an event says of a facet.
    package init(
        id: EventID,
        lane: LaneID,
        fromID: EventID,
        toID: EventID,
        value: String,
        level: Int?,
        begin: String,
        end: String?,
        begins: ClosedRange<Day>,
        spells: [Spell],
        event: SharedEvent,
        isRevoked: Bool = false
    ) {
        self.id = id
        self.lane = lane
        self.fromID = fromID
        self.toID = toID
        self.value = value
        self.level = level
        self.begin = begin
        self.end = end
        self.begins = begins
        self.spells = spells
        self.event = event
        self.isRevoked = isRevoked
    }

    /// The actor it runs from; of a symmetric facet the first in slug order.
    var from: ActorID { lane.from ?? lane.stream.actors[0] }
    /// The actor it runs to.
    var to: ActorID { lane.to ?? lane.stream.actors[lane.stream.actors.count - 1] }
    /// The facet with its key: `agreement doha-2020`.
    var facet: String { [lane.facet.rawValue, lane.key].filter { !$0.isEmpty }.joined(separator: " ") }
    /// The first day it held on; nil when it always did.
    var first: Day? { spells.first?.first }
    /// The last day it held on; nil when it holds on.
    var last: Day? { spells.last?.last }
    /// Whether something else held in between.
    var isInterrupted: Bool {
        zip(spells, spells.dropFirst()).contains { before, after in
            before.last?.advanced(by: 1) != after.first
        }
    }
    /// Whether it was not certain on any of its days.
    var isDoubtful: Bool { spells.contains { $0.certainty == .possible } }
}
