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

    private func value<Value: PostgresValue>(_ column: Column) throws -> Value {
        try row[place(of: column)]
    }

    /// Whether there is such a row: it comes from an outer join.
    var exists: Bool { get throws { try row[start, as: EventID?.self] != nil } }

    var digest: Hash? { get throws { Hash(try value(.digest) as [UInt8]) } }
    var acceptedAt: Timestamp { get throws { try value(.acceptedAt) } }
    var appendedAs: String { get throws { try value(.appendedAs) } }
    var streams: [String] { get throws { try value(.streams) } }

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
        get throws {
            let written = try row[place(of: .occurred), as: String?.self]
            let bounds = written.flatMap { try? EDTF($0).bounds }
            let stored: [Day?] = [
                try value(.beginEarliest), try value(.beginLatest), try value(.endEarliest),
                try value(.endLatest),
            ]
            return stored == [
                bounds?.beginEarliest, bounds?.beginLatest, bounds?.endEarliest, bounds?.endLatest,
            ]
        }
    }

    /// Writes its canonical bytes.
    ///
    /// - Throws: `StoredJSON.Unreadable` when it has anything that annals does not write.
    func write(to writer: inout CanonicalWriter) throws {
        let salt: [UInt8] = try value(.salt)
        guard salt.count == CanonicalEntry.saltSize else { throw StoredJSON.Unreadable() }
        writer.begin(salt: salt)
        for field in CanonicalField.allCases { try write(field, to: &writer) }
    }

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
