import Annals
import EventLog

extension PendingEntry {
    /// Records an event.
    static func recording(_ event: Event, as id: EventID = .now()) -> PendingEntry {
        let entry = Entry(event: id, revision: 1, kind: .recorded, reason: nil, content: .event(event))
        return PendingEntry(entry, replacing: nil, appendedBy: "ada", origin: "cli")
    }

    /// Records that an actor exists.
    static func registering(_ actor: ActorEntry, as id: EventID = .now()) -> PendingEntry {
        let entry = Entry(event: id, revision: 1, kind: .recorded, reason: nil, content: .actor(actor))
        return PendingEntry(entry, replacing: nil, appendedBy: "ada", origin: "cli")
    }

    /// Replaces what this entry says of its event.
    func correcting(to event: Event, because reason: String = "a better source") -> PendingEntry {
        next(.corrected, .event(event), reason)
    }

    /// Withdraws the event of this entry.
    func retracting(because reason: String = "it was another event") -> PendingEntry {
        next(.retracted, nil, reason)
    }

    /// Erases texts of the event of this entry, the last of it.
    func redacting(_ texts: ErasedText..., because reason: String = "a court ordered it") -> PendingEntry {
        redacting(texts, because: reason)
    }

    /// The same with a list.
    func redacting(_ texts: [ErasedText], because reason: String = "a court ordered it") -> PendingEntry {
        let redaction = Entry(
            event: entry.event,
            revision: entry.revision + 1,
            kind: .redacted,
            reason: reason,
            erases: texts,
            content: entry.content?.erasing(texts)
        )
        return PendingEntry(
            redaction,
            replacing: entry.content,
            lastSaid: entry.content ?? replaced,
            appendedBy: appendedBy,
            origin: origin
        )
    }

    private func next(_ kind: Entry.Kind, _ content: EntryContent?, _ reason: String) -> PendingEntry {
        let next = Entry(
            event: entry.event,
            revision: entry.revision + 1,
            kind: kind,
            reason: reason,
            content: content
        )
        return PendingEntry(next, replacing: entry.content, appendedBy: appendedBy, origin: origin)
    }
}

/// Several new events in one relationship, named by their number.
func samples(_ count: Int, between one: String = "taliban", _ other: String = "united-states") throws
    -> [PendingEntry]
{
    try (1...count).map { .recording(try .sample("event \($0)", between: one, other)) }
}

extension StreamID {
    /// A stream by the name the log writes, for tests that know it is one.
    static func named(_ name: String) throws -> StreamID {
        guard let stream = StreamID(name) else { throw NoSuchStream(name: name) }
        return stream
    }

    private struct NoSuchStream: Error { let name: String }
}
