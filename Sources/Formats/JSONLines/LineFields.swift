import Annals

/// The fields of a line before it is clear what kind of line it is, for its keys may stand in any order.
struct LineFields {
    private var actor = ActorDraft()
    private var id: String?
    private var target = ""
    private var because: String?
    private var changes = EventChanges()
    private var keys = FieldReader.Keys<JSONLine.Key>()

    /// Reads the whole line.
    mutating func read(from reader: inout FieldReader) throws(Problem) {
        try readObject(from: &reader)
        try reader.finish()
    }

    /// Reads the object that comes next.
    mutating func readObject(from reader: inout FieldReader) throws(Problem) {
        let kind = try reader.kind()
        guard kind == .object else {
            throw Problem(
                "json",
                "a line must be an object, got \(kind.name)",
                help: "write one object { } a line, with no list around them and no commas between them"
            )
        }
        try reader.openObject()
        while let key = try reader.nextKey(&keys) { try read(key, from: &reader) }
    }

    /// What the line says; nil after reporting that its fields do not belong together.
    func line(reportingTo reader: inout FieldReader) -> JSONLine? {
        let kind = kind(reportingTo: &reader)
        let known = kind?.keys ?? JSONLine.Key.allCases
        reader.report(unknown: keys, of: kind?.name ?? "a line", known: known)
        switch kind {
        case .actor: return .actor(actor)
        case .event: return .event(id: id, changes.applied(to: EventDraft()))
        case .correction: return .correction(of: target, because: because, changes)
        case .retraction: return .retraction(of: target, because: because)
        case nil: return nil
        }
    }

    private mutating func read(_ key: JSONLine.Key, from reader: inout FieldReader) throws(Problem) {
        switch key {
        case .actor: actor.actor = try reader.requiredText() ?? ""
        case .name: actor.name = try reader.text()
        case .kind: actor.kind = try reader.text()
        case .aliases: actor.aliases = try reader.texts()
        case .codes: actor.codes = try reader.texts()
        case .id: id = try reader.text()
        case .correct, .retract: target = try reader.requiredText(numberPrefix: "#") ?? ""
        case .because: because = try reader.text()
        case .on: changes.on = .set(try reader.text())
        case .actors: changes.actors = .set(try reader.texts())
        case .recipients: changes.recipients = .set(try reader.texts())
        case .type: changes.type = .set(try reader.text())
        case .mode: changes.mode = .set(try reader.text())
        case .contexts: changes.contexts = .set(try reader.texts())
        case .title: changes.title = .set(try reader.text())
        case .note: changes.note = .set(try reader.text())
        case .modality: changes.modality = .set(try reader.text())
        case .grade: changes.grade = .set(try reader.text())
        case .reported: changes.reported = .set(try reader.text())
        case .tags: changes.tags = .set(try reader.texts())
        case .effects: changes.effects = .set(try reader.objects(EffectDraft.read))
        case .sources: changes.sources = .set(try reader.objects(Source.read) ?? [])
        }
    }

    /// The kind of line that all keys agree on; nil after reporting that they do not.
    private func kind(reportingTo reader: inout FieldReader) -> JSONLine.Kind? {
        let heads = keys.seen.filter(\.isHead)
        guard heads.count <= 1 else {
            let listed = heads.map { "\"\($0.rawValue)\"" }.joined(separator: " and ")
            reader.report(Problem("field", "\(listed) stand in one line", help: "write a line for each"))
            return nil
        }
        let kind: JSONLine.Kind? =
            switch heads.first {
            case .actor: .actor
            case .correct: .correction
            case .retract: .retraction
            default: keys.seen.contains(where: JSONLine.Kind.event.allows) ? .event : nil
            }
        guard let kind else {
            reader.report(
                Problem(
                    "field",
                    "the line is no actor, event, correction or retraction",
                    help: "give it \"actor\", or \"on\" and \"title\", or \"correct\", or \"retract\""
                )
            )
            return nil
        }
        reportStrangers(in: kind, to: &reader)
        return kind
    }

    /// Reports the keys that belong to another kind of line, all in one problem: the mistake is one.
    private func reportStrangers(in kind: JSONLine.Kind, to reader: inout FieldReader) {
        let strangers = keys.seen.filter { !kind.allows($0) }
        guard let first = strangers.first else { return }
        let listed = strangers.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        let owners = JSONLine.Kind.allCases.filter { $0.allows(first) }.map(\.name).joined(separator: " or ")
        let help =
            switch (kind, first) {
            case (.actor, _): "write a line for each; an event's actors are \"actors\":[…]"
            case (.event, .because): "say what is corrected, as in \"correct\":\"#57\""
            case (.retraction, _): "to change an event instead, write \"correct\""
            default: "write a line for each, or leave the field out"
            }
        reader.report(
            Problem(
                "field",
                "\(kind.name) has no \(listed), which \(owners) has",
                field: first.rawValue,
                help: help
            )
        )
    }
}
