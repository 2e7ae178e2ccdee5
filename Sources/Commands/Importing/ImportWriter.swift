import Annals
import EventLog
import Formats
import Postgres

/// Writes chunk after chunk, each in a transaction of its own.
struct ImportWriter {
    let session: Session
    let author: String
    let origin: String

    /// Writes a chunk, and does something else while the server is at it.
    func write<Value>(_ chunk: ImportChunk, meanwhile body: () throws -> Value) throws -> (
        ImportOutcome, Value
    ) {
        let rows = chunk.versioned
        let known = rows.isEmpty ? [:] : try session.log.revisions(of: Array(Set(rows.map(\.event))))
        let changes = ImportChanges(rows, after: known)
        let new = try changes.recorded.map { id, event in
            let new = PendingEntry(recording: event, as: id, by: author, origin: origin)
            return try ReadyEntry(new, rulebook: session.log.rulebook)
        }
        let (done, value) = try session.log.importEntries(chunk.entries + new, meanwhile: body)
        if !changes.entries.isEmpty {
            let pending = changes.entries.map { next, before in
                PendingEntry(next, replacing: before, appendedBy: author, origin: origin)
            }
            _ = try session.append(pending, expecting: [:])
        }
        var outcome = changes.outcome
        outcome.recorded = done.count
        outcome.report(clashing: done.clashing, of: chunk)
        return (outcome, value)
    }

    /// What writing a chunk would come to.
    static func rehearse(_ chunk: ImportChunk, in log: Log) throws -> ImportOutcome {
        let events = Array(chunk.recorded.keys) + Set(chunk.versioned.map(\.event))
        let known = try log.revisions(of: events)
        let changes = ImportChanges(chunk.versioned, after: known)
        var outcome = changes.outcome
        var clashing: [EventID] = []
        for (id, row) in chunk.recorded {
            guard let before = known[id] else {
                outcome.recorded += 1
                continue
            }
            if !before.beganAs(row.event) { clashing.append(id) }
        }
        outcome.report(clashing: clashing, of: chunk)
        return outcome
    }
}

/// What became of the events of a chunk, or would.
struct ImportOutcome {
    var recorded = 0
    var corrected = 0
    var retracted = 0
    /// To be withdrawn, and not there.
    var absent = 0
    private(set) var problems: [Failure.Item] = []

    /// Reports rows whose events the log has with other content.
    fileprivate mutating func report(clashing events: [EventID], of chunk: ImportChunk) {
        for (line, event) in events.map({ (chunk.recorded[$0]?.line, $0) }).sorted(by: {
            ($0.0 ?? 0) < ($1.0 ?? 0)
        }) {
            problems.append(
                Failure.Item(
                    line: line,
                    problem: Problem(
                        "event",
                        "the log has this row as event \(event), and with other content",
                        help:
                            "correct that with annals correct, or give the row another id: files of a format share theirs"
                    )
                )
            )
        }
    }
}

extension Revisions {
    /// Whether an event is what it was recorded as; of a text erased since nobody can tell any more.
    fileprivate func beganAs(_ event: Event) -> Bool {
        guard case .event(let first) = entries[0].content else { return false }
        var erased: [ErasedText] = first.title == ErasedText.mark ? [.title] : []
        if first.note == ErasedText.mark { erased.append(.note) }
        return EntryContent.event(event).erasing(erased) == .event(first)
    }
}

extension PendingEntry {
    /// Records an event that is new.
    init(recording event: Event, as id: EventID, by author: String, origin: String) {
        let entry = Entry(event: id, revision: 1, kind: .recorded, reason: nil, content: .event(event))
        self.init(entry, replacing: nil, appendedBy: author, origin: origin)
    }
}
