/// Something that happened or was claimed.
///
/// Recorded once, however many relationships it touches.
///
/// A value of this type has been checked: its date exists, its actors are known and differ, its effects fit
/// the rulebook. ``EventDraft`` is what people write; ``EventDraft/checked(rulebook:resolve:)`` leads here.
public struct Event: Hashable, Sendable {
    /// When it happened, as written.
    public let occurred: EDTF
    /// Who acted.
    public let actors: [ActorID]
    /// Towards whom; may be empty.
    public let recipients: [ActorID]
    /// The PLOVER type; nil for statements, which have none.
    public let type: EventType?
    /// The PLOVER mode, one of the type's.
    public let mode: String?
    /// The PLOVER contexts.
    public let contexts: [Context]
    /// What happened, in a line.
    public let title: String
    /// More about it.
    public let note: String?
    /// How it is claimed.
    public let modality: Modality
    /// What it sets; nil leaves that to the rulebook, an empty list means nothing.
    public let effects: [ClaimedEffect]?
    /// Where it was read.
    public let sources: [Source]
    /// How good source and claim are.
    public let grade: Grade
    /// When the source reported it.
    public let reported: EDTF?
    /// Free labels; `cameo:CODE` is read by the rulebook.
    public let tags: [String]
}
