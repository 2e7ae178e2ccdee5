import Annals

extension Event {
    /// A checked event between actors, the first of whom acts on the others.
    ///
    /// - Parameter change: what to write differently before it is checked.
    static func sample(
        _ title: String = "Talks in Doha",
        between actors: String...,
        change: (inout EventDraft) -> Void = { _ in }
    ) throws -> Event {
        var draft = EventDraft()
        draft.on = "2020-02-29"
        draft.title = title
        draft.actors = Array(actors.prefix(1))
        draft.recipients = Array(actors.dropFirst())
        if actors.isEmpty {
            draft.actors = ["taliban"]
            draft.recipients = ["united-states"]
        }
        change(&draft)
        return try draft.checked(rulebook: .one) { slug in
            ActorID(slug).map { .success($0) } ?? .failure(Problem("actor", "\(slug) is not a slug"))
        }.get()
    }
}
