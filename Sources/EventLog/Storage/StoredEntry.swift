import Annals
import FoundationEssentials
import Postgres

/// An entry as `annals.append` takes it, with what it means for the projections: an `annals.new_entry`.
struct StoredEntry: PostgresRecord {
    private let pending: PendingEntry
    private let derivation: Derivation
    private let streams: [StreamID]
    private let canonical: CanonicalEntry
    private let effects, sources, actor: JSONB?

    init(_ pending: PendingEntry, rulebook: Rulebook) throws {
        let content = pending.entry.content
        self.pending = pending
        derivation = Derivation.of(content, replacing: pending.replaced, rulebook: rulebook)
        // Deriving is the dearest part of this; only a redaction has streams it does not itself derive.
        streams = pending.lastSaid == nil ? derivation.streams : pending.streams(rulebook)
        canonical = CanonicalEntry(pending)
        effects = try content?.event?.effects.map { try JSONB(encoding: $0.map(StoredClaim.init)) }
        sources = try (content?.event).map { try JSONB(encoding: $0.sources.map(StoredSource.init)) }
        actor = try (content?.actor).map { try JSONB(encoding: StoredActor($0)) }
    }

    func write(to fields: inout RecordFields) {
        let entry = pending.entry
        let event = entry.content?.event
        let bounds = event?.occurred.bounds
        fields.append(entry.event)
        fields.append(Int32(entry.revision))
        fields.append(entry.kind.rawValue)
        fields.append(entry.reason)
        fields.append(entry.kind == .redacted ? entry.erases.map(\.name) : nil)
        fields.append(event?.occurred.text)
        fields.append(bounds?.beginEarliest)
        fields.append(bounds?.beginLatest)
        fields.append(bounds?.endEarliest)
        fields.append(bounds?.endLatest)
        fields.append(event?.actors.map(\.slug))
        fields.append(event?.recipients.map(\.slug))
        fields.append(event?.type?.rawValue)
        fields.append(event?.mode)
        fields.append(event?.contexts.map(\.rawValue))
        fields.append(event?.modality.rawValue)
        fields.append(event?.title)
        fields.append(event?.note)
        fields.append(effects)
        fields.append(sources)
        fields.append(event?.grade.code)
        fields.append(event?.reported?.text)
        fields.append(event?.tags)
        fields.append(actor)
        fields.append(streams.map(\.name))
        fields.append(pending.appendedBy)
        fields.append(pending.origin)
        fields.append(canonical.salt)
        fields.append(canonical.digest)
        fields.append(StoredDerivation(derivation))
    }
}

extension JSONB {
    fileprivate init(encoding value: some Encodable) throws {
        self.init(String(decoding: try JSONEncoder().encode(value), as: UTF8.self))
    }
}
