import Annals
import FoundationEssentials
import Postgres

/// An entry that is not what was recorded, with everything that may still tell what was.
struct AlteredEntry {
    let position: Position
    let row: EntryRow
    let leaf: Hash?
    let recordedAt: Timestamp
    /// Each field that is a text, or a list of them, as it is now.
    private let texts: [CanonicalField: String]
    private let lists: [CanonicalField: [String]]
    let claims: [StoredClaim]?
    /// What the projections say of it.
    let effects: [EffectTexts]
    /// What the other revisions of the event, and the entries around it, say.
    let others: [Other]

    /// What an effect says in the projections; empty for nothing.
    struct EffectTexts {
        let claim: StoredClaim
        let grade: String
        let modality: String
    }

    /// Another entry.
    struct Other {
        let isSameEvent: Bool
        let texts: [CanonicalField: String]
        let lists: [CanonicalField: [String]]
        let recordedAt: Timestamp?

        init(_ row: Row) throws(PostgresError) {
            isSameEvent = try row["same"]
            recordedAt = try? row["recorded_at"]
            texts = AlteredEntry.texts(of: row)
            lists = AlteredEntry.lists(of: row)
        }
    }

    static let textFields: [CanonicalField] = [
        .kind, .reason, .occurred, .type, .mode, .modality, .title, .note, .grade, .reported, .appendedBy,
        .origin,
    ]
    static let listFields: [CanonicalField] = [.erases, .actors, .recipients, .contexts, .tags]

    func text(_ field: CanonicalField) -> String? { texts[field] }
    func list(_ field: CanonicalField) -> [String]? { lists[field] }

    fileprivate static func texts(of row: Row) -> [CanonicalField: String] {
        values(textFields) { field in try? row[field.column, as: String?.self] }
    }

    fileprivate static func lists(of row: Row) -> [CanonicalField: [String]] {
        values(listFields) { field in try? row[field.column, as: [String]?.self] }
    }

    private static func values<Value>(
        _ fields: [CanonicalField],
        _ read: (CanonicalField) -> Value?
    ) -> [CanonicalField: Value] {
        Dictionary(uniqueKeysWithValues: fields.compactMap { field in read(field).map { (field, $0) } })
    }
}

extension AlteredEntry {
    /// How far around it other entries are looked at: what many of them share, it may have had too.
    private static let reach: Int64 = 20

    /// Reads it; nil when the log has nothing at that position, or its content cannot be read.
    static func at(_ position: Position, in connection: Connection) throws -> AlteredEntry? {
        let own = try connection.first(
            """
            select \(raw: EntryRow.selection(of: "e")), l.leaf as sealed, l.recorded_at,
                   e.effects::text as claims
              from annals.log l join annals.entry e on (e.event_id, e.revision) = (l.event_id, l.revision)
             where l.position = \(position) limit 1
            """
        ) { row throws(PostgresError) in row }
        guard let own, let event = try? own["event_id", as: EventID.self],
            let revision = try? own["revision", as: Int32.self]
        else { return nil }
        let others = try connection.query(
            """
            select e.event_id = \(event) as same, \(raw: (textFields + listFields).map { "e." + $0.column }.joined(separator: ", ")),
                   l.recorded_at
              from annals.log l join annals.entry e on (e.event_id, e.revision) = (l.event_id, l.revision)
             where l.position <> \(position)
               and (e.event_id = \(event) or l.position between \(position.rawValue - reach) and \(position.rawValue + reach))
             order by l.position limit 500
            """
        ) { row throws(PostgresError) in try Other(row) }
        let effects = try connection.query(
            """
            select facet, nullif(key, '') as key, coalesce(nullif(from_actor, ''), split_part(stream, '/', 1)) as from_actor,
                   nullif(coalesce(nullif(to_actor, ''), split_part(stream, '/', 2)), '') as to_actor,
                   value, begin_edtf, end_edtf,
                   nullif(claimant, '') as claimant, grade, modality
              from annals.effect where event_id = \(event) and revision = \(revision) order by ordinal
            """
        ) { row throws(PostgresError) in try EffectTexts(row) }
        return AlteredEntry(
            position: position,
            row: EntryRow(row: own, start: 0),
            leaf: (try? own["sealed", as: [UInt8].self]).flatMap { Hash($0) },
            recordedAt: (try? own["recorded_at"]) ?? .minusInfinity,
            texts: texts(of: own),
            lists: lists(of: own),
            claims: (try? own["claims", as: String?.self])
                .flatMap { text in
                    text.flatMap { try? JSONDecoder().decode([StoredClaim].self, from: Data($0.utf8)) }
                },
            effects: effects,
            others: others
        )
    }
}

extension AlteredEntry.EffectTexts {
    fileprivate init(_ row: Row) throws(PostgresError) {
        claim = StoredClaim(
            facet: try row["facet"],
            key: try row["key"],
            from: try row["from_actor"],
            to: try row["to_actor"],
            value: try row["value"],
            begin: try row["begin_edtf"],
            end: try row["end_edtf"],
            claimant: try row["claimant"],
            terms: []
        )
        grade = try row["grade"]
        modality = try row["modality"]
    }
}
