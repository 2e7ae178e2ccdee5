import Annals
import Postgres

/// A row of `annals.entry` as the server sent it: what is needed of it is taken from its bytes, without making an
/// entry of it.
struct EntryRow {
    let row: Row
    /// Where its columns begin in the row.
    let start: Int

    /// The columns it has besides the canonical fields, in their order after them.
    private enum Column: Int, CaseIterable {
        case salt, digest, titleHash, noteHash, reasonHash, acceptedAt, appendedAs, streams
        case beginEarliest, beginLatest, endEarliest, endLatest
    }

    private static let names = [
        "salt", "digest", "title_hash", "note_hash", "reason_hash", "appended_at", "appended_as", "streams",
        "begin_earliest", "begin_latest", "end_earliest", "end_latest",
    ]

    /// The columns, of an alias of the table.
    static func selection(of alias: String) -> String {
        (CanonicalField.allCases.map(\.column) + names).map { "\(alias).\($0)" }.joined(separator: ", ")
    }

    func place(of field: CanonicalField) -> Int { start + field.rawValue }

    private func place(of column: Column) -> Int { start + CanonicalField.allCases.count + column.rawValue }

    /// A value; nil where there is none, or one that is not of its type.
    private func value<Value: PostgresValue>(_ column: Column, as type: Value.Type = Value.self) -> Value? {
        try? row[place(of: column)]
    }

    /// Whether there is such a row: it comes from an outer join.
    var exists: Bool { (try? row[start, as: EventID.self]) != nil }

    var digest: Hash? { value(.digest, as: [UInt8].self).flatMap { Hash($0) } }
    var acceptedAt: Timestamp? { value(.acceptedAt) }
    var appendedAs: String? { value(.appendedAs) }
    var streams: [String]? { value(.streams) }

    /// The texts that enter its canonical bytes as hashes alone, but for those that are missing or erased.
    var hiddenTexts: [CanonicalField: String] {
        get throws {
            var texts: [CanonicalField: String] = [:]
            for field in CanonicalField.allCases where field.salt != nil {
                texts[field] = try row[place(of: field), as: String?.self]
            }
            return texts
        }
    }

    /// Whether the bounds beside its date are those of the date.
    var hasBoundsOfDate: Bool {
        do {
            let written = try row[place(of: .occurred), as: String?.self]
            let stored = try Self.bounds.map { try row[place(of: $0), as: Day?.self] }
            let bounds = written.flatMap { try? EDTF($0).bounds }
            return stored == [
                bounds?.beginEarliest, bounds?.beginLatest, bounds?.endEarliest, bounds?.endLatest,
            ]
        } catch {
            return false
        }
    }

    /// The bounds beside its date; nil when one is missing.
    var storedBounds: DateBounds? {
        guard let days = try? Self.bounds.map({ try row[place(of: $0), as: Day.self] }) else { return nil }
        return DateBounds(
            beginEarliest: days[0],
            beginLatest: days[1],
            endEarliest: days[2],
            endLatest: days[3]
        )
    }

    private static let bounds: [Column] = [.beginEarliest, .beginLatest, .endEarliest, .endLatest]

    /// Writes its canonical bytes.
    ///
    /// - Throws: `StoredJSON.Unreadable` when it has anything that annals does not write.
    func write(to writer: inout CanonicalWriter) throws(StoredJSON.Unreadable) {
        guard let salt = value(.salt, as: [UInt8].self), salt.count == CanonicalEntry.saltSize
        else { throw StoredJSON.Unreadable() }
        writer.begin(salt: salt)
        for field in CanonicalField.allCases { try write(field, to: &writer) }
    }

    /// What of its canonical bytes each field is, in their order, after what they all begin with.
    ///
    /// - Throws: the same.
    func segments() throws(StoredJSON.Unreadable) -> [[UInt8]] {
        var writer = CanonicalWriter()
        writer.begin(salt: value(.salt) ?? [])
        var segments: [[UInt8]] = []
        for field in CanonicalField.allCases {
            let start = writer.bytes.count
            try write(field, to: &writer)
            segments.append(Array(writer.bytes[start...]))
        }
        return segments
    }

    /// The salt that hides its texts.
    var salt: [UInt8] { value(.salt) ?? [] }

    private func write(
        _ field: CanonicalField,
        to writer: inout CanonicalWriter
    ) throws(StoredJSON.Unreadable) {
        let isWritten: Void? = try row.withBytes(at: place(of: field)) {
            value throws(StoredJSON.Unreadable) in
            switch field {
            case .event: writer.uuid(value)
            case .revision: writer.append(value[...])
            case .reason, .title, .note:
                // A text beside the hash of what it was erased from is nobody's.
                guard hash(of: field, { _ in }) == nil else { throw StoredJSON.Unreadable() }
                writer.hidden(value, field.salt ?? 0..<0)
            case .erases, .actors, .recipients, .contexts, .tags: try writer.list(array: value)
            case .effects: try writer.claims(StoredJSON(value))
            case .sources: try writer.sources(StoredJSON(value))
            case .actor: try writer.actor(StoredJSON(value))
            case .kind, .occurred, .type, .mode, .modality, .grade, .reported, .appendedBy, .origin:
                writer.text(value)
            }
        }
        guard isWritten == nil else { return }
        if hash(of: field, { writer.text($0) }) == nil { writer.missing(field) }
    }

    /// Of a text that was erased, the hash.
    private func hash(of field: CanonicalField, _ read: (UnsafeRawBufferPointer) -> Void) -> Void? {
        let column: Column? =
            switch field {
            case .title: .titleHash
            case .note: .noteHash
            case .reason: .reasonHash
            default: nil
            }
        return column.flatMap { row.withBytes(at: place(of: $0), read) }
    }
}
