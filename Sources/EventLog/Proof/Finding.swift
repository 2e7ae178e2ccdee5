package import Annals

/// Something wrong with the log, with what answers come from, or with how they are guarded.
package struct Finding: Hashable, Sendable {
    /// What sort of fault it is, for programs.
    package enum Kind: String, Sendable {
        /// An entry says something else than its digest was made of.
        case content
        /// An entry nobody can read.
        case unreadable
        /// The digest or a time of an entry is not what its leaf was made of.
        case seal
        /// The bounds beside an entry's date are not those of the date.
        case bounds
        /// An entry stands in other streams than it touches.
        case streams
        /// A position or an entry that is not there, or there twice.
        case missing
        /// Entries, log, outbox and streams are not linked as they should be.
        case link
        /// Where the log ends, and the tree over it.
        case head
        /// A thing of the schema that this program did not make so.
        case schema
        /// What the database says of the rulebook and of who answers is not what this program says.
        case rulebook
        /// A session that goes around the guards.
        case session
        /// An index does not have the rows of its table.
        case index
        /// The log is not what it was when a checkpoint was made.
        case checkpoint
    }

    package let kind: Kind
    /// Where in the log; nil for what has no position: the head, a stream, an entry that waits for one.
    package let position: Position?
    /// The event it is about, if it is about one.
    package let event: EventID?
    /// What is wrong, as a sentence about the log at that position.
    package let problem: String

    package init(_ kind: Kind, position: Position? = nil, event: EventID? = nil, problem: String) {
        self.kind = kind
        self.position = position
        self.event = event
        self.problem = problem
    }
}
