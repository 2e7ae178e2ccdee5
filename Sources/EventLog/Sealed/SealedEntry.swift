package import Annals
package import Postgres

/// An entry read from the log with what seals it, and whether that still fits.
package struct SealedEntry: Sendable {
    /// What is wrong with an entry the log holds.
    package enum Flaw: Hashable, Sendable {
        /// It no longer makes sense, and why.
        case unreadable(String)
        /// What it says does not give its digest.
        case digest
        /// Its digest, its two times and its role do not give its leaf in the Merkle tree.
        case leaf
    }

    /// Its place.
    package let position: Position
    /// The event.
    package let event: EventID
    /// Who appended it.
    package let appendedBy: String
    /// When it was recorded.
    package let recordedAt: Timestamp
    /// The names of the streams it touches.
    package let streams: [String]
    /// The entry; nil when it cannot be read.
    package let logged: LoggedEntry?
    /// What is left of texts erased from it, which its digest is made of in their place.
    package let erased: ErasedHashes
    /// What is wrong with it; nil when nothing is.
    package let flaw: Flaw?

    /// The columns it is read from, of `annals.entry` as `e` and `annals.log` as `l`.
    static let columns = """
        \(LoggedEntry.columns(of: "e")), e.salt, e.digest, e.appended_at, e.title_hash, e.note_hash, e.reason_hash,
        l.position, l.recorded_at, l.leaf
        """

    /// Reads a row and recomputes what seals it.
    init(_ row: Row, rulebook: Rulebook) throws {
        position = try row["position"]
        event = try row["event_id"]
        appendedBy = try row["appended_by"]
        recordedAt = try row["recorded_at"]
        streams = try row["streams"]
        erased = try ErasedHashes(row)
        (logged, flaw) = try Self.check(row, position, recordedAt, erased, rulebook)
    }

    private static func check(
        _ row: Row,
        _ position: Position,
        _ recordedAt: Timestamp,
        _ erased: ErasedHashes,
        _ rulebook: Rulebook
    ) throws -> (LoggedEntry?, Flaw?) {
        do {
            let logged = try LoggedEntry(row, position: position, recordedAt: recordedAt, rulebook: rulebook)
            return (logged, try flaw(of: logged, erased, row))
        } catch LogError.unreadable(_, _, let reason) {
            return (nil, .unreadable(reason))
        }
    }

    private static func flaw(of logged: LoggedEntry, _ erased: ErasedHashes, _ row: Row) throws -> Flaw? {
        let digest = Hash(try row["digest", as: [UInt8].self])
        let salt: [UInt8] = try row["salt"]
        guard let digest, salt.count == CanonicalEntry.saltSize,
            Hash(CanonicalEntry(PendingEntry(logged), salt: salt, erased: erased).digest) == digest
        else { return .digest }
        let leaf = Hash.leaf(
            digest: digest,
            acceptedAt: try row["appended_at"],
            recordedAt: try row["recorded_at"],
            appendedAs: logged.appendedAs
        )
        return try leaf.bytes == row["leaf", as: [UInt8].self] ? nil : .leaf
    }
}

extension PendingEntry {
    /// An entry of the log as it was handed to it, as far as its digest tells.
    fileprivate init(_ logged: LoggedEntry) {
        self.init(logged.entry, replacing: nil, appendedBy: logged.appendedBy, origin: logged.origin)
    }
}
