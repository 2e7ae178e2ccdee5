package import Postgres

/// What an entry keeps of texts erased from it: SHA-256 over the text's salt and the text, 32 bytes each.
package struct ErasedHashes: Hashable, Sendable {
    /// Of its title; nil when that was not erased.
    package let title: [UInt8]?
    /// Of its note; nil when that was not erased.
    package let note: [UInt8]?
    /// Of its reason; nil when that was not erased.
    package let reason: [UInt8]?

    /// Of an entry nothing was erased from.
    package static let none = ErasedHashes(title: nil, note: nil, reason: nil)

    package init(title: [UInt8]?, note: [UInt8]?, reason: [UInt8]?) {
        self.title = title
        self.note = note
        self.reason = reason
    }

    /// Reads the columns `title_hash`, `note_hash` and `reason_hash` of `annals.entry`.
    package init(_ row: Row) throws(PostgresError) {
        self.init(title: try row["title_hash"], note: try row["note_hash"], reason: try row["reason_hash"])
    }
}
