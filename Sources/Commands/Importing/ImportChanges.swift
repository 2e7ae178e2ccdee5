import Annals

/// What rows of a source that has versions of them do to events: those that are new are recorded, those that are
/// newer correct, those that withdraw retract, and all others change nothing.
struct ImportChanges {
    /// What is new.
    private(set) var recorded: [(EventID, Event)] = []
    /// Corrections and retractions, each with what it replaces.
    private(set) var entries: [(Entry, EntryContent?)] = []
    /// How many there are of each, but for what is new.
    private(set) var outcome = ImportOutcome()

    /// - Parameter known: what there is of the events.
    init(_ rows: [ImportChunk.Versioned], after known: [EventID: Revisions]) {
        var known = known
        for row in rows {
            guard let before = known[row.event] else {
                guard let event = row.content else {
                    outcome.absent += 1
                    continue
                }
                let first = Entry(
                    event: row.event,
                    revision: 1,
                    kind: .recorded,
                    reason: nil,
                    content: .event(event)
                )
                recorded.append((row.event, event))
                outcome.recorded += 1
                known[row.event] = Revisions([first])
                continue
            }
            guard let next = Self.next(row, after: before) else { continue }
            if next.kind == .retracted { outcome.retracted += 1 } else { outcome.corrected += 1 }
            known[row.event] = before.adding(next)
            entries.append((next, before.content))
        }
    }

    /// What a row does to an event that is there; nil for nothing.
    private static func next(_ row: ImportChunk.Versioned, after before: Revisions) -> Entry? {
        guard let event = row.content else {
            return before.content == nil ? nil : before.retracting(because: row.reason)
        }
        guard let said = before.lastContent?.event, row.version > ImportVersion.of(said) ?? 0,
            before.content == nil || !ImportVersion.sayTheSame(said, event)
        else { return nil }
        return before.correcting(to: .event(event), because: row.reason)
    }
}
