/// What an entry says of an actor: that it exists, what it is called, what else finds it.
///
/// Entries add up in the order of the log: the last name and kind hold, aliases and codes gather. A
/// correction or retraction takes back what its entry said, so that "as we knew it" holds for names too.
public struct ActorEntry: Hashable, Sendable {
    /// Whom it is about.
    public var actor: ActorID
    /// The name shown, or nil to leave it as it was.
    public var name: String?
    /// What sort of actor, or nil to leave it as it was.
    public var kind: ActorKind?
    /// Other names that find the actor.
    public var aliases: [String]
    /// Codes by scheme, each `scheme:value` (`iso3:USA`, `cow:2`, `plover:USA`, `wikidata:Q30`).
    public var codes: [String]

    /// What an entry says of an actor.
    public init(actor: ActorID, name: String?, kind: ActorKind?, aliases: [String], codes: [String]) {
        self.actor = actor
        self.name = name
        self.kind = kind
        self.aliases = aliases
        self.codes = codes
    }

    /// Everything in this entry that finds the actor: its slug, name, aliases and codes.
    public var findableNames: [String] {
        [actor.slug] + (name.map { [$0] } ?? []) + aliases + codes
    }
}
