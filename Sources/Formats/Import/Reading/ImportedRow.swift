package import Annals

/// A row of somebody's table as an event, or as a change to one.
package struct ImportedRow: Hashable, Sendable {
    /// What a row comes to.
    package enum Content: Hashable, Sendable {
        /// An event, new or in a later version.
        case event(EventDraft)
        /// The event is withdrawn.
        case retraction(because: String)
        /// No event: a title slide, for one.
        case nothing(because: String)
    }

    /// The number of its first line, counted from 1.
    package let line: Int
    /// What it is in its source, the same however often it is imported: `gdelt:123456789`.
    package let key: String
    /// A number that grows with each version of it; nil where the source has none.
    package let version: UInt64?
    /// What it comes to.
    package let content: Content
    /// Whom the draft names.
    package let actors: [ImportedActor]
    /// What its reader should know.
    package let traps: [ImportTrap]

    /// A row read.
    package init(
        line: Int,
        key: String,
        version: UInt64? = nil,
        content: Content,
        actors: [ImportedActor] = [],
        traps: [ImportTrap] = []
    ) {
        self.line = line
        self.key = key
        self.version = version
        self.content = content
        self.actors = actors
        self.traps = traps
    }
}
