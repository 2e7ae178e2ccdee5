import Annals
import Formats
import FoundationEssentials

/// A line as FoundationEssentials decodes it: the oracle for our own reading.
struct DecodedLine: Decodable {
    struct Effect: Decodable {
        var facet, key, from, to, value, begin, end, claimant: String?
        var terms: [String]?
    }

    struct Source: Decodable {
        var title, publisher, url, published, locator: String?
    }

    var actor, name, kind: String?
    var aliases, codes: [String]?
    var id, correct, retract, because: String?
    var on, type, mode, title, note, modality, grade, reported: String?
    var actors, recipients, contexts, tags: [String]?
    var effects: [Effect]?
    var sources: [Source]?

    init(_ bytes: some Sequence<UInt8>) throws {
        self = try JSONDecoder().decode(DecodedLine.self, from: Data(bytes))
    }

    /// The line, for any kind but a correction, whose absent fields and nulls are one here.
    var line: JSONLine? {
        if let actor {
            var draft = ActorDraft()
            draft.actor = actor
            draft.name = name
            draft.kind = kind
            draft.aliases = aliases ?? []
            draft.codes = codes ?? []
            return .actor(draft)
        }
        if let retract { return .retraction(of: retract, because: because) }
        return correct == nil ? .event(id: id, event) : nil
    }

    /// The fields of an event, or of one a correction is made to.
    var event: EventDraft {
        var draft = EventDraft()
        draft.on = on
        draft.actors = actors ?? []
        draft.recipients = recipients ?? []
        draft.type = type
        draft.mode = mode
        draft.contexts = contexts ?? []
        draft.title = title
        draft.note = note
        draft.modality = modality
        draft.grade = grade
        draft.reported = reported
        draft.tags = tags ?? []
        draft.effects = effects?.map { effect in
            var draft = EffectDraft()
            draft.facet = effect.facet
            draft.key = effect.key
            draft.from = effect.from
            draft.to = effect.to
            draft.value = effect.value
            draft.begin = effect.begin
            draft.end = effect.end
            draft.claimant = effect.claimant
            draft.terms = effect.terms ?? []
            return draft
        }
        draft.sources = (sources ?? []).map {
            Annals.Source(
                title: $0.title ?? "",
                publisher: $0.publisher,
                url: $0.url,
                published: $0.published,
                locator: $0.locator
            )
        }
        return draft
    }

    /// Whether our reading says the same.
    func agrees(with line: JSONLine) -> Bool {
        guard case .correction(let target, let reason, let changes) = line else { return self.line == line }
        return target == correct && reason == because && changes.applied(to: EventDraft()) == event
    }
}
