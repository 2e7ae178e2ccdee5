/// What a correction changes; what it does not mention stays.
public struct EventChanges: Hashable, Sendable {
    /// A field left alone, or given a new value (which may be no value).
    public enum Change<Value: Hashable & Sendable>: Hashable, Sendable {
        case keep
        case set(Value)

        fileprivate func apply(to field: inout Value) {
            if case .set(let value) = self { field = value }
        }
    }

    public var on: Change<String?> = .keep
    public var actors: Change<[String]> = .keep
    public var recipients: Change<[String]> = .keep
    public var type: Change<String?> = .keep
    public var mode: Change<String?> = .keep
    public var contexts: Change<[String]> = .keep
    public var title: Change<String?> = .keep
    public var note: Change<String?> = .keep
    public var modality: Change<String?> = .keep
    public var grade: Change<String?> = .keep
    public var reported: Change<String?> = .keep
    public var tags: Change<[String]> = .keep
    public var effects: Change<[EffectDraft]?> = .keep
    public var sources: Change<[Source]> = .keep

    /// No changes yet.
    public init() {}

    /// The draft with these changes made.
    public func applied(to draft: EventDraft) -> EventDraft {
        var draft = draft
        on.apply(to: &draft.on)
        actors.apply(to: &draft.actors)
        recipients.apply(to: &draft.recipients)
        type.apply(to: &draft.type)
        mode.apply(to: &draft.mode)
        contexts.apply(to: &draft.contexts)
        title.apply(to: &draft.title)
        note.apply(to: &draft.note)
        modality.apply(to: &draft.modality)
        grade.apply(to: &draft.grade)
        reported.apply(to: &draft.reported)
        tags.apply(to: &draft.tags)
        effects.apply(to: &draft.effects)
        sources.apply(to: &draft.sources)
        return draft
    }
}
