import Annals

/// An entry as `annals.append` takes it: the columns of `annals.entry` under their own names, and what the
/// entry means for the projections.
struct StoredEntry: Encodable {
    var event_id: String
    var revision: Int
    var kind: String
    var reason: String?
    var erases: [String]?
    var occurred: String?
    var begin_earliest: String?
    var begin_latest: String?
    var end_earliest: String?
    var end_latest: String?
    var actors: [String]?
    var recipients: [String]?
    var type: String?
    var mode: String?
    var contexts: [String]?
    var modality: String?
    var title: String?
    var note: String?
    var effects: [StoredClaim]?
    var sources: [StoredSource]?
    var grade: String?
    var reported: String?
    var tags: [String]?
    var actor: StoredActor?
    var streams: [String]
    var appended_by: String
    var origin: String
    var salt: String
    var digest: String
    var derived: StoredDerivation

    init(_ pending: PendingEntry, rulebook: Rulebook) {
        let entry = pending.entry
        let derivation = Derivation.of(entry.content, replacing: pending.replaced, rulebook: rulebook)
        let canonical = CanonicalEntry(pending)
        event_id = entry.event.description
        revision = entry.revision
        kind = entry.kind.rawValue
        reason = entry.reason
        erases = entry.kind == .redacted ? entry.erases.map(\.name) : nil
        streams = pending.streams(rulebook).map(\.name)
        appended_by = pending.appendedBy
        origin = pending.origin
        salt = "\\x" + canonical.salt.hexadecimal
        digest = "\\x" + canonical.digest.hexadecimal
        derived = StoredDerivation(derivation)
        actor = entry.content?.actor.map(StoredActor.init)
        if let event = entry.content?.event { describe(event) }
    }

    private mutating func describe(_ event: Event) {
        occurred = event.occurred.text
        begin_earliest = event.occurred.bounds.beginEarliest.description
        begin_latest = event.occurred.bounds.beginLatest.description
        end_earliest = event.occurred.bounds.endEarliest.description
        end_latest = event.occurred.bounds.endLatest.description
        actors = event.actors.map(\.slug)
        recipients = event.recipients.map(\.slug)
        type = event.type?.rawValue
        mode = event.mode
        contexts = event.contexts.map(\.rawValue)
        modality = event.modality.rawValue
        title = event.title
        note = event.note
        effects = event.effects.map { $0.map(StoredClaim.init) }
        sources = event.sources.map(StoredSource.init)
        grade = event.grade.code
        reported = event.reported?.text
        tags = event.tags
    }
}
