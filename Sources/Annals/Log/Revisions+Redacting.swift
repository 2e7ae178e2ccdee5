extension Revisions {
    /// Whether an entry has the text, not erased yet.
    public func has(_ text: ErasedText) -> Bool {
        entries.contains { ($0.written(text) ?? ErasedText.mark) != ErasedText.mark }
    }

    /// Whether the text was erased from an entry.
    public func lacks(_ text: ErasedText) -> Bool {
        entries.contains { $0.written(text) == ErasedText.mark }
    }

    /// The entry that erases texts and otherwise says what the event says now.
    public func redacting(_ texts: [ErasedText], because reason: String) -> Entry {
        Entry(
            event: latest.event,
            revision: latest.revision + 1,
            kind: .redacted,
            reason: reason,
            erases: texts,
            content: content?.erasing(texts)
        )
    }
}

extension Entry {
    /// What the entry has under the name of a text; nil when it has none.
    fileprivate func written(_ text: ErasedText) -> String? {
        switch text {
        case .title: content?.event?.title
        case .note: content?.event?.note
        case .reason(let revision): (revision ?? self.revision) == self.revision ? reason : nil
        }
    }
}

extension EntryContent {
    /// The same with the mark where one of the texts stands.
    public func erasing(_ texts: [ErasedText]) -> EntryContent {
        guard case .event(let event) = self else { return self }
        return .event(
            Event(
                occurred: event.occurred,
                actors: event.actors,
                recipients: event.recipients,
                type: event.type,
                mode: event.mode,
                contexts: event.contexts,
                title: texts.contains(.title) ? ErasedText.mark : event.title,
                note: texts.contains(.note) ? event.note.map { _ in ErasedText.mark } : event.note,
                modality: event.modality,
                effects: event.effects,
                sources: event.sources,
                grade: event.grade,
                reported: event.reported,
                tags: event.tags
            )
        )
    }
}
