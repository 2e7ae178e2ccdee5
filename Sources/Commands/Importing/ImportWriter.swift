import Annals
import EventLog
import Formats
import Postgres

/// Writes chunk after chunk, each in a transaction of its own.
struct ImportWriter {
    let session: Session
    let author: String
    let origin: String

    /// What became of a chunk.
    struct Outcome {
        var recorded = 0
        var corrected = 0
        var retracted = 0
        var problems: [Failure.Item] = []
    }

    /// Writes a chunk, and does something else while the server is at it.
    func write<Value>(_ chunk: ImportChunk, meanwhile body: () throws -> Value) throws -> (Outcome, Value) {
        var outcome = Outcome()
        var entries = chunk.entries
        let changes = try changes(chunk.versioned, &entries, &outcome)
        let (done, value) = try session.log.importEntries(entries, meanwhile: body)
        outcome.recorded = done.count
        for event in done.clashing {
            outcome.problems.append(
                Failure.Item(
                    line: chunk.lines[event],
                    problem: Problem(
                        "event",
                        "the log has this row as event \(event), and with other content",
                        help: "correct that with annals correct, or give the row another id"
                    )
                )
            )
        }
        if !changes.isEmpty { _ = try session.append(changes, expecting: [:]) }
        return (outcome, value)
    }

    /// The corrections and retractions that rows with versions come to; those that are new join the entries.
    private func changes(
        _ rows: [ImportChunk.Versioned],
        _ entries: inout [ReadyEntry],
        _ outcome: inout Outcome
    ) throws -> [PendingEntry] {
        guard !rows.isEmpty else { return [] }
        var known = try session.log.revisions(of: Array(Set(rows.map(\.event))))
        var changes: [PendingEntry] = []
        for row in rows {
            guard let before = known[row.event] else {
                guard let event = row.content else {
                    outcome.problems.append(Failure.Item(line: row.line, problem: .nothingToWithdraw))
                    continue
                }
                let new = PendingEntry(recording: event, as: row.event, by: author, origin: origin)
                entries.append(try ReadyEntry(new, rulebook: session.log.rulebook))
                known[row.event] = Revisions([new.entry])
                continue
            }
            guard let next = next(row, after: before) else { continue }
            if next.kind == .retracted { outcome.retracted += 1 } else { outcome.corrected += 1 }
            known[row.event] = before.adding(next)
            changes.append(
                PendingEntry(
                    next,
                    replacing: before.content,
                    appendedBy: author,
                    origin: origin
                )
            )
        }
        return changes
    }

    /// What a row does to an event that is there; nil for nothing.
    private func next(_ row: ImportChunk.Versioned, after before: Revisions) -> Entry? {
        guard let event = row.content else {
            return before.content == nil ? nil : before.retracting(because: row.reason)
        }
        guard let said = before.lastContent?.event, row.version > ImportVersion.of(said) ?? 0,
            before.content == nil || !ImportVersion.sayTheSame(said, event)
        else { return nil }
        return before.correcting(to: .event(event), because: row.reason)
    }
}

extension PendingEntry {
    /// Records an event that is new.
    init(recording event: Event, as id: EventID, by author: String, origin: String) {
        let entry = Entry(event: id, revision: 1, kind: .recorded, reason: nil, content: .event(event))
        self.init(entry, replacing: nil, appendedBy: author, origin: origin)
    }
}

extension Problem {
    fileprivate static let nothingToWithdraw = Problem(
        "event",
        "the log has no such event to withdraw",
        help: "import the events before the list of what was deleted"
    )
}
