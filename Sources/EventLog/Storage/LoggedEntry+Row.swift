package import Annals
import FoundationEssentials
package import Postgres

extension LoggedEntry {
    /// The columns ``init(_:position:recordedAt:rulebook:)`` reads, of `annals.entry` under an alias.
    ///
    /// Where a text was erased it is the mark of that.
    package static func columns(of alias: String) -> String {
        let own = [
            "event_id", "revision", "erases", "streams", "versions", "appended_by", "appended_as", "origin",
        ]
        let columns = own.map { "\(alias).\($0)" } + ["\(text("reason", of: alias)) as reason"]
        return (columns + [EntryContent.columns(of: alias)]).joined(separator: ", ")
    }

    /// A text of `annals.entry` under an alias as SQL, or the mark where it was erased.
    package static func text(_ column: String, of alias: String) -> String {
        "case when \(alias).\(column)_hash is null then \(alias).\(column) else '\(ErasedText.mark)' end"
    }

    /// Reads an entry, checking it again: what the log holds must still make sense.
    package init(_ row: Row, position: Position?, recordedAt: Timestamp?, rulebook: Rulebook) throws {
        let event: EventID = try row["event_id"]
        let revision = Int(try row["revision", as: Int32.self])
        func unreadable(_ reason: String) -> LogError {
            .unreadable(event: event, revision: revision, reason: reason)
        }
        let kind = Entry.Kind(rawValue: try row["kind"])
        guard let kind else { throw unreadable("its kind is not known") }
        self.position = position
        self.recordedAt = recordedAt
        let content = try EntryContent.of(kind, row, rulebook: rulebook, unreadable)
        entry = Entry(
            event: event,
            revision: revision,
            kind: kind,
            reason: try row["reason"],
            erases: try row["erases", as: [String]?.self].map { names in
                try names.map { name in
                    guard let text = ErasedText(name) else {
                        throw unreadable("\(name) is not a text that can be erased")
                    }
                    return text
                }
            } ?? [],
            content: content
        )
        streams = try row["streams", as: [String].self].map { name in
            guard let stream = StreamID(name) else { throw unreadable("\(name) is not a stream") }
            return stream
        }
        versions = try row["versions", as: [Int64].self].map { Version(rawValue: $0) }
        appendedBy = try row["appended_by"]
        appendedAs = try row["appended_as"]
        origin = try row["origin"]
        flaw = nil
    }

    /// What is left of an entry that cannot be read: it says nothing, and stops nobody who reads those around it.
    ///
    /// `annals verify` finds it; a retraction of its event takes it out of the way.
    private init(
        unreadable row: Row,
        position: Position?,
        recordedAt: Timestamp?,
        because flaw: String
    ) throws {
        self.position = position
        self.recordedAt = recordedAt
        let revision = Int(try row["revision", as: Int32.self])
        entry = Entry(
            event: try row["event_id"],
            revision: revision,
            kind: (try? row["kind", as: String.self]).flatMap { Entry.Kind(rawValue: $0) } ?? .corrected,
            reason: try? row["reason", as: String?.self],
            content: nil
        )
        streams = ((try? row["streams", as: [String].self]) ?? []).compactMap { StreamID($0) }
        versions = ((try? row["versions", as: [Int64].self]) ?? []).map { Version(rawValue: $0) }
        appendedBy = try row["appended_by"]
        appendedAs = try row["appended_as"]
        origin = try row["origin"]
        self.flaw = flaw
    }

    /// Reads an entry, or what is left of one that cannot be read.
    package static func reading(
        _ row: Row,
        position: Position?,
        recordedAt: Timestamp?,
        rulebook: Rulebook
    ) throws -> LoggedEntry {
        let flaw: String
        do {
            return try LoggedEntry(row, position: position, recordedAt: recordedAt, rulebook: rulebook)
        } catch LogError.unreadable(_, _, let reason) {
            flaw = reason
        } catch PostgresError.decoding(let column, let reason) {
            flaw = "\(column): \(reason)"
        }
        return try LoggedEntry(unreadable: row, position: position, recordedAt: recordedAt, because: flaw)
    }
}

extension EntryContent {
    /// The columns ``of(_:_:prefix:rulebook:_:)`` reads, of `annals.entry` under an alias, each with a prefix.
    ///
    /// Columns left out are NULL; they must be of text or JSON.
    package static func columns(
        of alias: String,
        prefix: String = "",
        leavingOut omitted: Set<String> = []
    ) -> String {
        let stored = [
            "kind", "occurred", "actors", "recipients", "type", "mode", "contexts", "modality", "effects",
            "sources", "grade", "reported", "tags", "actor",
        ].map { (name: $0, sql: "\(alias).\($0)") }
        let texts = ["title", "note"].map { (name: $0, sql: LoggedEntry.text($0, of: alias)) }
        return (stored + texts).map { name, sql in
            "\(omitted.contains(name) ? "null::text" : sql) as \(prefix)\(name)"
        }.joined(separator: ", ")
    }

    /// What the columns of an entry of a kind say; nil for one that withdraws the event, or leaves it withdrawn.
    package static func of(
        _ kind: Entry.Kind,
        _ row: Row,
        prefix: String = "",
        rulebook: Rulebook,
        _ unreadable: (String) -> LogError
    ) throws -> EntryContent? {
        let saysNothing =
            switch kind {
            case .recorded, .corrected: false
            case .retracted: true
            case .redacted:
                try row[prefix + "occurred", as: String?.self] == nil
                    && row[prefix + "actor", as: String?.self] == nil
            }
        return saysNothing ? nil : try EntryContent(row, prefix: prefix, rulebook: rulebook, unreadable)
    }

    /// What the columns of an entry say.
    private init(
        _ row: Row,
        prefix: String = "",
        rulebook: Rulebook,
        _ unreadable: (String) -> LogError
    ) throws {
        func read<Value: PostgresValue>(_ name: String, as _: Value.Type) throws -> Value? {
            let column = prefix + name
            do {
                return try row[column, as: Value?.self]
            } catch .decoding(_, let reason) {
                throw unreadable("\(name): \(reason)")
            }
        }
        func text(_ name: String) throws -> String? {
            try read(name, as: String.self)
        }
        func list(_ name: String) throws -> [String] {
            try read(name, as: [String].self) ?? []
        }
        func json<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value? {
            guard let text = try text(name) else { return nil }
            guard let value = try? JSONDecoder().decode(type, from: Data(text.utf8)) else {
                throw unreadable("\(name): not what annals writes there")
            }
            return value
        }
        if let actor = try json("actor", as: StoredActor.self) {
            switch actor.draft.checked() {
            case .success(let entry): self = .actor(entry)
            case .failure(let problems): throw unreadable(problems.summary)
            }
            return
        }
        var draft = EventDraft()
        draft.on = try text("occurred")
        draft.actors = try list("actors")
        draft.recipients = try list("recipients")
        draft.type = try text("type")
        draft.mode = try text("mode")
        draft.contexts = try list("contexts")
        draft.title = try text("title")
        draft.note = try text("note")
        draft.modality = try text("modality")
        draft.grade = try text("grade")
        draft.reported = try text("reported")
        draft.tags = try list("tags")
        draft.effects = try json("effects", as: [StoredClaim].self)?.map(\.draft)
        draft.sources = try json("sources", as: [StoredSource].self)?.map(\.source) ?? []
        let checked = draft.checked(rulebook: rulebook) { slug in
            ActorID(slug).map { .success($0) } ?? .failure(Problem("actor", "\(slug) is not a slug"))
        }
        switch checked {
        case .success(let event): self = .event(event)
        case .failure(let problems): throw unreadable(problems.summary)
        }
    }
}

extension Problems {
    fileprivate var summary: String {
        list.map { "\($0.field): \($0.message)" }.joined(separator: "; ")
    }
}
