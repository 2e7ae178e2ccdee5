/// A row of the log: an event or an actor recorded, corrected (a full replacement, with a reason),
/// retracted (with a reason), or redacted (a text of it erased, with a reason).
///
/// Entries are never changed or deleted, but for the texts a redaction erases.
public struct Entry: Hashable, Sendable {
    /// What an entry does.
    public enum Kind: String, CaseIterable, Sendable {
        case recorded, corrected, retracted, redacted
    }

    /// The event, the same through all its revisions.
    public let event: EventID
    /// 1 for the entry that recorded it, then 2, 3 and so on.
    public let revision: Int
    /// What it does.
    public let kind: Kind
    /// Why, for all but the entry that recorded it.
    public let reason: String?
    /// Which texts it erases; empty for all but a redaction.
    public let erases: [ErasedText]
    /// What it says; nil for a retraction, and for a redaction of an event that is retracted.
    public let content: EntryContent?

    /// An entry.
    public init(
        event: EventID,
        revision: Int,
        kind: Kind,
        reason: String?,
        erases: [ErasedText] = [],
        content: EntryContent?
    ) {
        self.event = event
        self.revision = revision
        self.kind = kind
        self.reason = reason
        self.erases = erases
        self.content = content
    }
}
