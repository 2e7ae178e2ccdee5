import Annals

extension EventChanges {
    /// The changes that make an empty draft this one.
    init(stating draft: EventDraft) {
        self.init()
        on = Self.stating(draft.on)
        actors = Self.stating(draft.actors)
        recipients = Self.stating(draft.recipients)
        type = Self.stating(draft.type)
        mode = Self.stating(draft.mode)
        contexts = Self.stating(draft.contexts)
        title = Self.stating(draft.title)
        note = Self.stating(draft.note)
        modality = Self.stating(draft.modality)
        grade = Self.stating(draft.grade)
        reported = Self.stating(draft.reported)
        tags = Self.stating(draft.tags)
        effects = Self.stating(draft.effects)
        sources = Self.stating(draft.sources)
    }

    /// Writes the fields that change as members of an object.
    func write(to writer: inout JSONWriter) {
        Self.write(.on, on, to: &writer)
        Self.write(.actors, actors, to: &writer)
        Self.write(.recipients, recipients, to: &writer)
        Self.write(.type, type, to: &writer)
        Self.write(.mode, mode, to: &writer)
        Self.write(.contexts, contexts, to: &writer)
        Self.write(.title, title, to: &writer)
        Self.write(.note, note, to: &writer)
        Self.write(.modality, modality, to: &writer)
        Self.write(.grade, grade, to: &writer)
        Self.write(.reported, reported, to: &writer)
        Self.write(.tags, tags, to: &writer)
        if case .set(let effects) = effects {
            writer.member(JSONLine.Key.effects.rawValue) { writer in
                guard let effects else { return writer.null() }
                writer.list { writer in
                    for effect in effects { effect.write(to: &writer) }
                }
            }
        }
        if case .set(let sources) = sources {
            writer.member(JSONLine.Key.sources.rawValue) { writer in
                writer.list { writer in
                    for source in sources { source.write(to: &writer) }
                }
            }
        }
    }

    private static func stating<Value>(_ value: Value?) -> Change<Value?> {
        value == nil ? .keep : .set(value)
    }

    private static func stating<Element>(_ list: [Element]) -> Change<[Element]> {
        list.isEmpty ? .keep : .set(list)
    }

    private static func write(_ key: JSONLine.Key, _ change: Change<String?>, to writer: inout JSONWriter) {
        guard case .set(let text) = change else { return }
        writer.member(key.rawValue) { writer in
            if let text { writer.string(text) } else { writer.null() }
        }
    }

    private static func write(_ key: JSONLine.Key, _ change: Change<[String]>, to writer: inout JSONWriter) {
        guard case .set(let texts) = change else { return }
        writer.member(key.rawValue) { $0.strings(texts) }
    }
}
