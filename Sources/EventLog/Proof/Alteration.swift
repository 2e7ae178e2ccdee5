package import Annals

/// What is known of how an entry was altered after it was recorded.
package struct Alteration: Sendable {
    /// A part of an entry, what it was recorded as, and what it is now; nil for nothing.
    package struct Change: Hashable, Sendable {
        package let part: String
        package let recorded: String?
        package let now: String?
    }

    package let position: Position
    /// What the entry is called now; nil when it has no title.
    package let title: String?
    /// What was altered, beyond doubt: with that put back, the entry is what its digest or its leaf was made of.
    ///
    /// Nil when that cannot be found out.
    package let change: Change?
    /// What of the change answers still say, or say already; nil when no answer tells.
    package let answered: String?
    /// The parts that annals has nothing else to compare with, of which it must be one when nothing was found out.
    package let suspects: [String]
}

extension CanonicalField {
    /// What people call it.
    var part: String {
        switch self {
        case .event: "event's ID"
        case .revision: "revision"
        case .kind: "kind of entry"
        case .erases: "what it erases"
        case .occurred: "date"
        case .actors: "actors"
        case .recipients: "recipients"
        case .reported: "date it was reported"
        case .actor: "what it says of an actor"
        case .appendedBy: "who appended it"
        case .origin: "where it came from"
        case .reason, .type, .mode, .contexts, .modality, .title, .note, .effects, .sources, .grade, .tags:
            "\(self)"
        }
    }
}
