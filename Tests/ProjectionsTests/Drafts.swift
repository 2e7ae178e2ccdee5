import Annals
import Testing

extension EventDraft {
    /// A draft between two actors with what every event needs.
    static func event(
        on date: String,
        _ actors: [String],
        _ recipients: [String] = [],
        title: String = "Something happened",
        modality: String = "asserted",
        effects: [EffectDraft]? = []
    ) -> EventDraft {
        var draft = EventDraft()
        draft.on = date
        draft.actors = actors
        draft.recipients = recipients
        draft.title = title
        draft.modality = modality
        draft.effects = effects
        return draft
    }

    /// The event it describes, every slug being an actor.
    func event() throws -> Event {
        try checked(rulebook: .one) { name in
            ActorID(name).map(Result.success) ?? .failure(Problem("actor", "nobody is called \(name)"))
        }.get()
    }
}

extension EffectDraft {
    /// A draft of an effect.
    static func effect(
        _ facet: Facet,
        _ value: String,
        key: String? = nil,
        from: String? = nil,
        to: String? = nil,
        begin: String? = nil,
        end: String? = nil,
        claimant: String? = nil
    ) -> EffectDraft {
        var draft = EffectDraft()
        draft.facet = facet.rawValue
        draft.key = key
        draft.from = from
        draft.to = to
        draft.value = value
        draft.begin = begin
        draft.end = end
        draft.claimant = claimant
        return draft
    }
}

extension ActorDraft {
    /// A draft of what is said of an actor.
    static func actor(_ slug: String, name: String? = nil, aliases: [String] = [], codes: [String] = [])
        -> ActorDraft
    {
        var draft = ActorDraft()
        draft.actor = slug
        draft.name = name
        draft.kind = "state"
        draft.aliases = aliases
        draft.codes = codes
        return draft
    }
}

extension StreamID {
    /// The stream of a name as the log writes it.
    static func named(_ name: String) throws -> StreamID {
        try #require(StreamID(name))
    }
}

extension Day {
    /// The day written `YYYY-MM-DD`.
    static func written(_ text: String) throws -> Day {
        try #require(Day(text))
    }
}
