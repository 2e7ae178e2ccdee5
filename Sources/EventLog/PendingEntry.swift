package import Annals

/// An entry to append, with who appends it and what it replaces.
package struct PendingEntry: Sendable {
    /// The entry.
    package let entry: Entry
    /// What the event said before it; nil for its first entry, and for one of a retracted event.
    package let replaced: EntryContent?
    /// What the event said when it last said anything; set for the redaction of a retracted event, which says
    /// nothing and replaces nothing, and still stands in the event's streams.
    let lastSaid: EntryContent?
    /// Who appends it.
    package let appendedBy: String
    /// Where it comes from: `cli`, or a file's name and SHA-256.
    package let origin: String

    package init(
        _ entry: Entry,
        replacing replaced: EntryContent?,
        lastSaid: EntryContent? = nil,
        appendedBy: String,
        origin: String
    ) {
        self.entry = entry
        self.replaced = replaced
        self.lastSaid = lastSaid
        self.appendedBy = appendedBy.composed
        self.origin = origin.composed
    }

    /// The streams it touches.
    package func streams(_ rulebook: Rulebook) -> [StreamID] {
        Derivation.of(entry.content, replacing: replaced ?? lastSaid, rulebook: rulebook).streams
    }
}
