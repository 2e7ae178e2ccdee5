import Annals
import EventLog
import Testing

/// Entries made for a test, kept in memory beside the log they are written to, so that answers can be worked
/// out a second time without the database.
///
/// The log of a test has one writer at a time, so that an entry's place in this list is its position.
struct Chronicle {
    /// The entries in the order they are written in: the first gets position #1.
    private(set) var entries: [PendingEntry] = []
    private var revisions: [EventID: Revisions] = [:]

    /// The position of the last entry.
    var head: Position { Position(rawValue: Int64(entries.count)) }

    /// Records an event.
    @discardableResult
    mutating func record(_ draft: EventDraft) throws -> EventID {
        record(.event(try draft.event()))
    }

    /// Registers an actor, renames it, gives it another name.
    @discardableResult
    mutating func say(_ actor: ActorDraft) throws -> EventID {
        record(.actor(try actor.checked().get()))
    }

    /// Records what has been checked.
    @discardableResult
    mutating func record(_ content: EntryContent) -> EventID {
        let event = EventID(high: 0, low: UInt64(entries.count + 1))
        add(Entry(event: event, revision: 1, kind: .recorded, reason: nil, content: content))
        return event
    }

    /// Replaces what an event says, or brings it back with it when it was retracted.
    mutating func correct(_ event: EventID, to draft: EventDraft) throws {
        try correct(event, to: .event(draft.event()))
    }

    /// Replaces what an event or an actor's entry says.
    mutating func correct(_ event: EventID, to content: EntryContent) throws {
        let before = try #require(revisions[event])
        if let entry = before.correcting(to: content, because: "correction \(entries.count)") { add(entry) }
    }

    /// Takes an event back.
    mutating func retract(_ event: EventID) throws {
        let before = try #require(revisions[event])
        if let entry = before.retracting(because: "retraction \(entries.count)") { add(entry) }
    }

    /// What an event says now; nil while it is retracted.
    func content(of event: EventID) -> EntryContent? { revisions[event]?.content }

    /// What it said when it last said anything.
    func lastContent(of event: EventID) -> EntryContent? { revisions[event]?.lastContent }

    private mutating func add(_ entry: Entry) {
        let before = revisions[entry.event]
        entries.append(
            PendingEntry(entry, replacing: before?.content, appendedBy: "tests", origin: "tests")
        )
        revisions[entry.event] = before?.adding(entry) ?? Revisions([entry])
    }
}

extension Chronicle {
    /// Writes the entries, so many at a time, and gives them their positions.
    func write(to log: Log, inBatchesOf size: Int = .max) throws {
        try log.write(entries, inBatchesOf: size)
    }

    /// The positions of the entries that touch a stream, first to last.
    func positions(in stream: StreamID) -> [Position] {
        entries.indices.filter { entries[$0].streams(.one).contains(stream) }.map {
            Position(rawValue: Int64($0 + 1))
        }
    }

    /// The title of the event an entry states.
    func title(at position: Position) -> String {
        entries[Int(position.rawValue) - 1].entry.content?.event?.title ?? ""
    }
}

extension Log {
    /// Appends entries, so many at a time, and gives them their positions.
    func write(_ entries: some Collection<PendingEntry>, inBatchesOf size: Int = .max) throws {
        var rest = entries[...]
        while !rest.isEmpty {
            try sequence(until: append(Array(rest.prefix(size))))
            rest = rest.dropFirst(size)
        }
    }
}

extension Chronicle {
    /// The entries with other events' ids, so that the same can be written twice.
    func withEvents(apartBy idSpace: UInt64) -> [PendingEntry] {
        entries.map { pending in
            let entry = pending.entry
            return PendingEntry(
                Entry(
                    event: EventID(high: idSpace, low: entry.event.low),
                    revision: entry.revision,
                    kind: entry.kind,
                    reason: entry.reason,
                    content: entry.content
                ),
                replacing: pending.replaced,
                appendedBy: pending.appendedBy,
                origin: pending.origin
            )
        }
    }
}
