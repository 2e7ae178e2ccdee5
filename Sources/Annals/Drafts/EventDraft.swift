/// An event as somebody wrote it, before anything was checked.
public struct EventDraft: Hashable, Sendable {
    public var on: String?
    public var actors: [String] = []
    public var recipients: [String] = []
    public var type: String?
    public var mode: String?
    public var contexts: [String] = []
    public var title: String?
    public var note: String?
    public var modality: String?
    public var grade: String?
    public var reported: String?
    public var tags: [String] = []
    public var effects: [EffectDraft]?
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
    public var facet: String?
    public var key: String?
    public var from: String?
    public var to: String?
    public var value: String?
    public var begin: String?
    public var end: String?
    public var claimant: String?
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
