/// An event as somebody wrote it, before anything was checked.
public struct EventDraft: Hashable, Sendable {
    /// When it happened, as EDTF.
    public var on: String?
    /// Who acted, by any of their names.
    public var actors: [String] = []
    /// Towards whom, by any of their names.
    public var recipients: [String] = []
    /// The PLOVER type.
    public var type: String?
    /// The PLOVER mode.
    public var mode: String?
    /// The PLOVER contexts.
    public var contexts: [String] = []
    /// What happened, in a line.
    public var title: String?
    /// More about it.
    public var note: String?
    /// How it is claimed; nil for asserted.
    public var modality: String?
    /// The Admiralty code; nil for F6.
    public var grade: String?
    /// When the source reported it, as EDTF.
    public var reported: String?
    /// Free labels.
    public var tags: [String] = []
    /// What it sets; nil leaves that to the rulebook, an empty list claims nothing.
    public var effects: [EffectDraft]?
    /// Where it was read.
    public var sources: [Source] = []

    /// An empty draft.
    public init() {}

    /// What somebody would have written to record this event, for corrections to change.
    public init(_ event: Event) {
        on = event.occurred.text
        actors = event.actors.map(\.slug)
        recipients = event.recipients.map(\.slug)
        type = event.type?.rawValue
        mode = event.mode
        contexts = event.contexts.map(\.rawValue)
        title = event.title
        note = event.note
        modality = event.modality.rawValue
        grade = event.grade.code
        reported = event.reported?.text
        tags = event.tags
        effects = event.effects.map { $0.map(EffectDraft.init) }
        sources = event.sources
    }
}

/// An effect as somebody wrote it.
public struct EffectDraft: Hashable, Sendable {
    /// The facet.
    public var facet: String?
    /// The slot.
    public var key: String?
    /// From whom, or one of the pair.
    public var from: String?
    /// To whom, or the other of the pair.
    public var to: String?
    /// What it becomes.
    public var value: String?
    /// From when: a date or `..`; nil for the date of the event.
    public var begin: String?
    /// Until when: a date or `..`; nil for the end of the event, if it has one.
    public var end: String?
    /// Whose word it is; nil for the record's own.
    public var claimant: String?
    /// Obligations of an agreement.
    public var terms: [String] = []

    /// An empty draft.
    public init() {}

    /// What somebody would have written to claim this.
    public init(_ claim: ClaimedEffect) {
        facet = claim.facet.rawValue
        key = claim.key.isEmpty ? nil : claim.key
        from = claim.from.slug
        to = claim.to?.slug
        value = claim.value
        begin = claim.begin?.description
        end = claim.end?.description
        claimant = claim.claimant.isEmpty ? nil : claim.claimant
        terms = claim.terms.map(\.rawValue)
    }
}
