/// What an event says it does to a facet, in its author's words.
public struct ClaimedEffect: Hashable, Sendable {
    /// The facet.
    public let facet: Facet
    /// The slot: an agreement's name, a kind of aid; empty for none.
    public let key: String
    /// From whom, or one of the pair for a symmetric facet.
    public let from: ActorID
    /// To whom, or the other of the pair; nil for a facet of one actor.
    public let to: ActorID?
    /// What it becomes.
    public let value: String
    /// From when; nil for the event's own date.
    public let begin: IntervalEnd?
    /// Until when (its last day); nil for the event's own end, if it has one.
    public let end: IntervalEnd?
    /// Whose word it is; empty for the record's own.
    public let claimant: String
    /// Obligations of an agreement.
    public let terms: [Term]

    /// Obligations under an agreement, after COW and ATOP, and of a peace process.
    public enum Term: String, CaseIterable, Sendable {
        case defense, neutrality, nonaggression, entente, consultation, ceasefire, withdrawal
    }
}
