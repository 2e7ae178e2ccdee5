import Postgres

extension Log {
    /// Erases what a redaction says, by law, in every entry of its event before it, and appends it, in one
    /// transaction.
    ///
    /// The entries keep the hashes of their texts, so that every proof still holds. It is accepted then, and known
    /// once ``sequence(until:)`` has given it its position; done a second time it changes nothing.
    ///
    /// - Throws: `LogError.reused` when somebody appended to the event meanwhile, `.nothingToErase`;
    ///   `PostgresError` for anything the server says, as that this role may not erase.
    package func redact(_ redaction: PendingEntry) throws -> Accepted {
        let stored = try StoredEntry(redaction, rulebook: rulebook)
        do {
            let accepted = try connection.first(
                """
                select event_id, revision, duplicate, streams, versions
                  from annals.redact(\(stored)::annals.new_entry)
                """
            ) { row throws(PostgresError) in try Accepted(row) }
            guard let accepted else { throw LogError.nothingToErase("the redaction was not written") }
            return accepted
        } catch {
            throw LogError(error) ?? error
        }
    }

    /// Whether this role may erase texts.
    package func mayRedact() throws -> Bool {
        try connection.first(
            "select has_function_privilege('annals.redact(annals.new_entry)', 'execute') as may"
        ) { row throws(PostgresError) in try row["may", as: Bool.self] } == true
    }

    /// Clears the erased texts out of the table's files, where they lie until then as old versions of rows.
    ///
    /// - Returns: whether that was done; only the owner of the table may.
    package func vacuumEntries() throws -> Bool {
        let owns = try connection.first(
            """
            select pg_has_role(relowner, 'usage') as owns from pg_class where oid = 'annals.entry'::regclass
            """
        ) { row throws(PostgresError) in try row["owns", as: Bool.self] }
        guard owns == true else { return false }
        // No index holds a text.
        try connection.run(script: "vacuum (index_cleanup off) annals.entry")
        return true
    }
}
