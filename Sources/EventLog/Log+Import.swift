package import Annals
import Postgres

/// What became of entries handed to the log by the thousand.
package struct Imported: Hashable, Sendable {
    /// Where the log ends now.
    package let head: Position
    /// How many are in the log now that were not.
    package let count: Int
    /// The events that the log has with other content, which were left out.
    package let clashing: [EventID]
}

extension Log {
    /// Records first revisions by the thousand: accepted, sequenced, applied and sealed in one transaction, in the
    /// order given.
    ///
    /// What the log has already with the same content is left out, so that the same again is safe. Others may append
    /// meanwhile to other streams; nobody else sequences until it is done, so that some thousands at a time are best.
    ///
    /// - Throws: `PostgresError` for anything the server says; nothing is written then.
    ///
    /// - Parameter body: what is done while the server is at it; without this session.
    package func importEntries<Value>(_ entries: [ReadyEntry], meanwhile body: () throws -> Value) throws -> (
        Imported, Value
    ) {
        let query: Query =
            "select head, imported, clashing from annals.import(\(entries.map(\.record))::annals.new_entry[])"
        let (done, value) = try connection.first(query, meanwhile: body) { row throws(PostgresError) in
            Imported(
                head: try row["head"],
                count: Int(try row["imported", as: Int32.self]),
                clashing: try row["clashing", as: [EventID]?.self] ?? []
            )
        }
        guard let done else { throw LogError.noSchema }
        return (done, value)
    }
}

/// An entry as the log stores it: derived, hashed and in the form in which it is sent.
package struct ReadyEntry: Sendable {
    let record: WrittenRecord

    package init(_ pending: PendingEntry, rulebook: Rulebook) throws {
        record = WrittenRecord(try StoredEntry(pending, rulebook: rulebook))
    }
}
