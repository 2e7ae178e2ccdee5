@testable import Annals

/// The actors the tests of this target know, and how a draft finds them.
enum Roster {
    private static let slugs = ["afghanistan", "iran", "pakistan", "qatar", "taliban", "united-states"]

    /// The actor of a slug.
    static func actor(_ slug: String) -> ActorID {
        guard let actor = ActorID(slug) else { preconditionFailure("\(slug) is not a slug") }
        return actor
    }

    /// The stream of one actor, or the relationship of two.
    static func stream(_ name: String) -> StreamID {
        guard let stream = StreamID(name) else { preconditionFailure("\(name) is not a stream") }
        return stream
    }

    /// The actor of a slug, or of the alias `us`, or what is wrong with the name.
    static func resolve(_ name: String) -> Result<ActorID, Problem> {
        let slug = name == "us" ? "united-states" : name
        guard slugs.contains(slug) || slug.hasPrefix("party-"), let actor = ActorID(slug) else {
            let near = NearName.of(name, among: slugs)
            return .failure(
                Problem("actor", "nobody is called \(name)", help: near.map { "did you mean \($0)?" })
            )
        }
        return .success(actor)
    }
}

extension ActorID {
    /// Some actor, where it does not matter which.
    static let example = Roster.actor("taliban")
}

extension EventDraft {
    /// A draft with what every event needs, and whatever else is written into it.
    static func written(_ write: (inout EventDraft) -> Void = { _ in }) -> EventDraft {
        var draft = EventDraft()
        draft.on = "2020-02-29"
        draft.title = "Doha agreement"
        draft.actors = ["united-states"]
        draft.recipients = ["taliban"]
        write(&draft)
        return draft
    }

    /// The event it describes.
    func event() throws(Problems) -> Event {
        try checked(rulebook: .one, resolve: Roster.resolve).get()
    }

    /// Everything wrong with it; empty when nothing is.
    func problems() -> [Problem] {
        if case .failure(let problems) = checked(rulebook: .one, resolve: Roster.resolve) {
            problems.list
        } else {
            []
        }
    }
}

extension EffectDraft {
    /// A draft with a facet and value, and whatever else is written into it.
    static func written(
        _ facet: String,
        _ value: String,
        key: String? = nil,
        from: String? = nil,
        to: String? = nil,
        _ write: (inout EffectDraft) -> Void = { _ in }
    ) -> EffectDraft {
        var draft = EffectDraft()
        draft.facet = facet
        draft.value = value
        draft.key = key
        draft.from = from
        draft.to = to
        write(&draft)
        return draft
    }
}
