import Annals
import EventLog
import Postgres

extension LoggedEntry {
    /// An entry as JSON with what erased what it says no more, text by text.
    func json(_ erasures: Erasures) -> JSONValue {
        let erased = erasures.of(entry).map {
            (key: $0.text.name, value: JSONValue.number(Int($0.position.rawValue)))
        }
        guard case .object(let members) = json, !erased.isEmpty else { return json }
        return .object(members + [("erased", .object(erased))])
    }

    /// An entry as JSON: its place in the log, and everything it says.
    var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("position", .optional(position.map { Int($0.rawValue) })),
            ("recorded_at", .optional(recordedAt?.description)),
            ("event", .string(entry.event.description)),
            ("revision", .number(entry.revision)),
            ("kind", .string(entry.kind.rawValue)),
            ("because", .optional(entry.reason)),
            ("by", .string(appendedBy)),
            ("appended_as", .string(appendedAs)),
            ("origin", .string(origin)),
            (
                "streams",
                .object(zip(streams, versions).map { (key: $0.name, value: .number(Int($1.rawValue))) })
            ),
        ]
        if entry.kind == .redacted {
            members.append(("erases", .array(entry.erases.map { .string($0.name) })))
        }
        if let flaw { members.append(("unreadable", .string(flaw))) }
        if let event = entry.content?.event { members += event.members }
        if let actor = entry.content?.actor {
            members += [
                ("actor", .string(actor.actor.slug)),
                ("name", .optional(actor.name)),
                ("kind_of_actor", .optional(actor.kind?.rawValue)),
                ("aliases", .array(actor.aliases.map { .string($0) })),
                ("codes", .array(actor.codes.map { .string($0) })),
            ]
        }
        return .object(members)
    }
}

extension Event {
    fileprivate var members: [(key: String, value: JSONValue)] {
        let draft = EventDraft(self)
        func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
        return [
            ("on", .string(occurred.text)),
            ("actors", strings(draft.actors)),
            ("recipients", strings(draft.recipients)),
            ("type", .optional(draft.type)),
            ("mode", .optional(draft.mode)),
            ("contexts", strings(draft.contexts)),
            ("title", .string(title)),
            ("note", .optional(note)),
            ("modality", .string(modality.rawValue)),
            ("grade", .string(grade.code)),
            ("reported", .optional(draft.reported)),
            ("tags", strings(tags)),
            ("effects", effects.map { .array($0.map(\.json)) } ?? .null),
            (
                "sources",
                .array(
                    sources.map { source in
                        [
                            "title": .string(source.title), "publisher": .optional(source.publisher),
                            "url": .optional(source.url), "published": .optional(source.published),
                            "locator": .optional(source.locator),
                        ]
                    }
                )
            ),
        ]
    }
}

extension ClaimedEffect {
    fileprivate var json: JSONValue {
        let draft = EffectDraft(self)
        return [
            "facet": .optional(draft.facet), "key": .optional(draft.key), "from": .optional(draft.from),
            "to": .optional(draft.to), "value": .optional(draft.value), "begin": .optional(draft.begin),
            "end": .optional(draft.end), "claimant": .optional(draft.claimant),
            "terms": .array(draft.terms.map { .string($0) }),
        ]
    }
}
