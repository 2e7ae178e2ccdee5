package import Annals
package import Postgres

/// An entry with everything needed to prove that it is in the log.
package struct ProvenEntry: Sendable {
    /// Which log.
    package let origin: String
    /// The event.
    package let event: EventID
    /// Which of its entries.
    package let revision: Int
    /// What it says.
    package let says: CanonicalContent
    /// The texts it says by a hash alone, where nobody has erased them.
    package let texts: [CanonicalField: String]
    /// The salt of its title, note and reason, 16 bytes each.
    package let salt: [UInt8]
    /// When it was accepted.
    package let acceptedAt: Timestamp
    /// When it became known.
    package let recordedAt: Timestamp
    /// The database role that appended it.
    package let appendedAs: String
    /// Its place in the tree, and the way to the root.
    package let proof: InclusionProof
    /// The root the proof leads to.
    package let root: Hash

    /// The bytes its digest is made of.
    package var canonical: [UInt8] { says.bytes }
}

extension Log {
    /// Which log this is: what its checkpoints begin with.
    package func origin() throws -> String {
        guard let head = try sealedHead() else { throw LogError.unproven }
        return head.origin
    }

    /// The last entry of an event, or the one at a position, proven up to a checkpoint or the end of the log.
    ///
    /// - Returns: nil when there is no such entry, or not yet when the checkpoint was made.
    /// - Throws: `LogError.unproven` when what the entry says and the leaves beside it do not give the root, or
    ///   `LogError.unreadable` when that is nothing annals would say.
    package func provenEntry(named name: String, upTo checkpoint: Checkpoint?) throws -> ProvenEntry? {
        try connection.snapshot {
            guard let head = try sealedHead() else { throw LogError.unproven }
            let last = checkpoint?.position ?? head.position
            let known = checkpoint?.root ?? head.root
            guard let found = try place(of: name, upTo: last) else { return nil }
            let proof = try inclusionProof(of: found, inTreeTo: last)
            let entry = try connection.first(
                """
                select l.recorded_at, e.revision, e.salt, \(raw: EntryRow.selection(of: "e"))
                  from annals.log l join annals.entry e using (event_id, revision)
                 where l.position = \(found)
                """
            ) { row in
                let entry = EntryRow(row: row, start: 3)
                var writer = CanonicalWriter()
                do {
                    try entry.write(to: &writer)
                } catch is StoredJSON.Unreadable {
                    throw LogError.unproven
                }
                guard let acceptedAt = entry.acceptedAt, let appendedAs = entry.appendedAs else {
                    throw LogError.unproven
                }
                let recordedAt: Timestamp = try row[0]
                let (event, revision): (EventID, Int) = (try row[3], Int(try row[1, as: Int32.self]))
                let says = try content(of: writer.bytes, event, revision)
                // Of what is shown beside the proof, so that this is what is proven.
                let leaf = Hash.leaf(
                    digest: Hash(of: says.bytes),
                    acceptedAt: acceptedAt,
                    recordedAt: recordedAt,
                    appendedAs: appendedAs
                )
                guard let root = proof.root(of: leaf), root == known else {
                    throw LogError.unproven
                }
                return ProvenEntry(
                    origin: head.origin,
                    event: event,
                    revision: revision,
                    says: says,
                    texts: try entry.hiddenTexts,
                    salt: try row[2],
                    acceptedAt: acceptedAt,
                    recordedAt: recordedAt,
                    appendedAs: appendedAs,
                    proof: proof,
                    root: root
                )
            }
            return entry
        }
    }

    private func content(of bytes: [UInt8], _ event: EventID, _ revision: Int) throws -> CanonicalContent {
        do throws(CanonicalContent.Malformed) {
            return try CanonicalContent(bytes)
        } catch {
            throw LogError.unreadable(event: event, revision: revision, reason: error.description)
        }
    }

    private func place(of name: String, upTo last: Position) throws -> Position? {
        let position = Position(name)
        let event = EventID(name)
        return try connection.first(
            """
            select position from annals.log
             where (position = \(position) or event_id = \(event)) and position <= \(last)
             order by position desc limit 1
            """
        ) { row throws(PostgresError) in try row[0] }
    }
}
