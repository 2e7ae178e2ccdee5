package import Annals

/// Which entries of the log are asked for.
package struct EntryFilter: Hashable, Sendable {
    /// What they touch.
    package enum Subject: Hashable, Sendable {
        case anything
        /// A relationship, or what concerns one actor alone.
        case stream(StreamID)
        /// Any stream an actor is in.
        case everything(of: ActorID)
    }

    /// What they touch.
    package let subject: Subject
    /// Who appended them; nil for anybody.
    package let author: String?
    /// What they do; empty for anything.
    package let kinds: Set<Entry.Kind>

    package init(_ subject: Subject, by author: String? = nil, kinds: Set<Entry.Kind> = []) {
        self.subject = subject
        self.author = author?.composed
        self.kinds = kinds
    }

    /// Whether an entry is among them.
    package func includes(_ logged: LoggedEntry) -> Bool {
        guard author == nil || author == logged.appendedBy, kinds.isEmpty || kinds.contains(logged.entry.kind)
        else { return false }
        switch subject {
        case .anything: return true
        case .stream(let stream): return logged.streams.contains(stream)
        case .everything(let actor): return logged.streams.contains { $0.actors.contains(actor) }
        }
    }
}
