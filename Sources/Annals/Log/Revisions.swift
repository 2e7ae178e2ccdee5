/// All entries of one event so far, first to last, and what the next one may be.
public struct Revisions: Hashable, Sendable {
    /// The entries, revision 1 first; never empty.
    public private(set) var entries: [Entry]

    /// The entries of an event, or nil when there are none.
    public init?(_ entries: [Entry]) {
        guard !entries.isEmpty else { return nil }
        self.entries = entries.sorted { $0.revision < $1.revision }
    }

    /// The last of them, which holds.
    public var latest: Entry { entries[entries.count - 1] }

    /// One of them; nil when there are not so many.
    public func entry(_ revision: Int) -> Entry? {
        entries.first { $0.revision == revision }
    }

    /// What the event says now; nil while it is retracted.
    public var content: EntryContent? { latest.content }

    /// The entry that withdrew the event; nil while it is not retracted.
    public var retraction: Entry? { content == nil ? entries.last { $0.kind == .retracted } : nil }

    /// What it said when it last said anything.
    public var lastContent: EntryContent? { content(before: latest.revision + 1) }

    /// What it said last before a revision.
    public func content(before revision: Int) -> EntryContent? {
        entries.last { $0.revision < revision && $0.content != nil }?.content
    }

    /// The same with one entry more.
    public func adding(_ entry: Entry) -> Revisions {
        var copy = self
        copy.entries.append(entry)
        return copy
    }

    /// The entry that replaces what the event says, or brings a retracted event back with it.
    ///
    /// Nil when that is exactly what the last entry did: a retry, to be accepted once.
    public func correcting(to content: EntryContent, because reason: String) -> Entry? {
        latest.kind == .corrected && latest.content == content && latest.reason == reason
            ? nil : next(.corrected, reason, content)
    }

    /// The entry that withdraws the event.
    ///
    /// Nil when it is withdrawn already, for exactly that reason.
    public func retracting(because reason: String) -> Entry? {
        retraction?.reason == reason ? nil : next(.retracted, reason, nil)
    }

    private func next(_ kind: Entry.Kind, _ reason: String, _ content: EntryContent?) -> Entry {
        Entry(
            event: latest.event,
            revision: latest.revision + 1,
            kind: kind,
            reason: reason,
            content: content
        )
    }
}
