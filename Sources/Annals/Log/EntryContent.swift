/// What an entry says: something of the world, or of an actor.
public enum EntryContent: Hashable, Sendable {
    case event(Event)
    case actor(ActorEntry)

    /// The event, if it is one.
    public var event: Event? {
        if case .event(let event) = self { event } else { nil }
    }

    /// What it says of an actor, if it does.
    public var actor: ActorEntry? {
        if case .actor(let actor) = self { actor } else { nil }
    }
}
