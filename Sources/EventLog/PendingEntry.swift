package import Annals

/// An entry to append, with who appends it and what it replaces.
package struct PendingEntry: Sendable {
    /// The entry.
    package let entry: Entry
    /// What the event said before it; nil for its first entry, and for one that brings a retracted event back.
    package let replaced: EntryContent?
    /// Who appends it.
    package let appendedBy: String
    /// Where it comes from: `cli`, or a file's name and SHA-256.
    package let origin: String

    package init(_ entry: Entry, replacing replaced: EntryContent?, appendedBy: String, origin: String) {
        self.entry = entry
        self.replaced = replaced
        self.appendedBy = appendedBy
        self.origin = origin
    }

    /// The streams it touches.
    package func streams(_ rulebook: Rulebook) -> [StreamID] {
        Derivation.of(entry.content, replacing: replaced, rulebook: rulebook).streams
    }
}
