package import Annals

/// An event as others are told of it: what it says, and which entry said so last.
package struct SharedEvent: Hashable, Sendable {
    /// Its identity, the same through all its corrections.
    package var id: EventID
    /// What it says, or said before it was withdrawn.
    package var event: Event
    /// The identities of its actors and recipients, as ``SharedActor/uuid`` has them.
    package var involved: [EventID]
    /// The number of its last entry, from 1.
    package var revision: Int
    /// The place of that entry.
    package var position: Position
    /// When that entry was recorded.
    package var recorded: RecordedTime
    /// When the event was first recorded.
    package var created: RecordedTime
    /// Whether it is withdrawn.
    package var isRetracted: Bool

    /// An event, and where it stands in the log.
    package init(
        _ event: Event,
        id: EventID,
        involved: [EventID],
        revision: Int,
        position: Position,
        recorded: RecordedTime,
        created: RecordedTime,
        isRetracted: Bool = false
    ) {
        self.event = event
        self.id = id
        self.involved = involved
        self.revision = revision
        self.position = position
        self.recorded = recorded
        self.created = created
        self.isRetracted = isRetracted
    }
}

/// What a file of events says of itself.
package struct SharedRecord: Hashable, Sendable {
    /// The identity of a file that says this.
    package var id: EventID
    /// What it is about: `Taliban — United States`.
    package var title: String
    /// What somebody who only has the file has to know, a sentence each: our clock, the log and its position.
    package var notes: [String]
    /// What actors are called.
    package var names: [ActorID: String]
    /// From the first to the last day to be drawn, where something has no begin or no end.
    package var days: ClosedRange<Day>

    /// A record of this title.
    package init(
        id: EventID,
        title: String,
        notes: [String],
        names: [ActorID: String],
        days: ClosedRange<Day>
    ) {
        self.id = id
        self.days = days
        self.title = title
        self.notes = notes
        self.names = names
    }

    /// What an actor is called; its slug when nobody said.
    func name(_ actor: ActorID) -> String { names[actor] ?? actor.slug }
}
