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

    /// When it happened, as EDTF.
    public var on: Change<String?> = .keep
    /// Who acted, by any of their names.
    public var actors: Change<[String]> = .keep
    /// Towards whom, by any of their names.
    public var recipients: Change<[String]> = .keep
    /// The PLOVER type.
    public var type: Change<String?> = .keep
    /// The PLOVER mode.
    public var mode: Change<String?> = .keep
    /// The PLOVER contexts.
    public var contexts: Change<[String]> = .keep
    /// What happened, in a line.
    public var title: Change<String?> = .keep
    /// More about it.
    public var note: Change<String?> = .keep
    /// How it is claimed.
    public var modality: Change<String?> = .keep
    /// The Admiralty code.
    public var grade: Change<String?> = .keep
    /// When the source reported it, as EDTF.
    public var reported: Change<String?> = .keep
    /// Free labels.
    public var tags: Change<[String]> = .keep
    /// What it sets.
    public var effects: Change<[EffectDraft]?> = .keep
    /// Where it was read.
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
