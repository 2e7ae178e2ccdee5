/// A row of the log: an event or an actor recorded, corrected (a full replacement, with a reason) or
/// retracted (with a reason).
///
/// Entries are never changed or deleted.
public struct Entry: Hashable, Sendable {
    /// What an entry does.
    public enum Kind: String, CaseIterable, Sendable {
        case recorded, corrected, retracted
    }

    /// The event, the same through all its revisions.
    public let event: EventID
    /// 1 for the entry that recorded it, then 2, 3 and so on.
    public let revision: Int
    /// What it does.
    public let kind: Kind
    /// Why, for a correction or retraction.
    public let reason: String?
    /// What it says; nil for a retraction.
    public let content: EntryContent?

    /// An entry.
    public init(event: EventID, revision: Int, kind: Kind, reason: String?, content: EntryContent?) {
        self.event = event
        self.revision = revision
        self.kind = kind
        self.reason = reason
        self.content = content
    }
}
