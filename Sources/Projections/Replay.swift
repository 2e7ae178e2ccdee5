import Annals
package import EventLog
import Postgres

/// Rebuilds the projections from the log: derives every entry again and applies it with the same function
/// that applied it live, into tables of its own.
package struct Replay {
    let log: Log
    /// Told how much of a stage is done, of how much.
    let progress: (_ done: Int64, _ total: Int64) -> Void
    /// Told when it goes on to another stage.
    let stage: (ReplayStage) -> Void

    /// Entries read at once: enough to keep round trips few, little enough to keep memory flat.
    static let page = 2000

    package init(
        _ log: Log,
        progress: @escaping (_ done: Int64, _ total: Int64) -> Void = { _, _ in },
        stage: @escaping (ReplayStage) -> Void = { _ in }
    ) {
        self.log = log
        self.progress = progress
        self.stage = stage
    }

    /// Applies the log from its beginning up to a position, into the tables first on the search path.
    func fill(upTo end: Position) throws {
        stage(.replaying)
        var reached = Position(rawValue: 0)
        while reached < end {
            reached = try applyPage(after: reached, upTo: end)
            progress(reached.rawValue, end.rawValue)
        }
    }

    /// Applies the next entries of the log, into the tables first on the search path.
    ///
    /// - Returns: the last position applied.
    func applyPage(after start: Position, upTo end: Position) throws -> Position {
        let page = try derivations(after: start, upTo: end)
        guard let last = page.positions.last else { return end }
        try log.connection.execute(
            """
            select annals.apply(\(page.positions), \(page.events), \(page.revisions),
                                \(page.derived)::annals.derivation[])
            """
        )
        return Position(rawValue: last)
    }

    private struct Page {
        var positions: [Int64] = []
        var events: [EventID] = []
        var revisions: [Int32] = []
        var derived: [StoredDerivation] = []
    }

    private func derivations(after start: Position, upTo end: Position) throws -> Page {
        var page = Page()
        try log.connection.forEach(
            """
            select l.position, \(raw: LoggedEntry.columns(of: "e")),
                   \(raw: LoggedEntry.columns(of: "p", prefix: "replaced_"))
              from annals.log l
              join annals.entry e on (e.event_id, e.revision) = (l.event_id, l.revision)
              left join annals.entry p on p.event_id = l.event_id and p.revision = l.revision - 1
             where l.position > \(start) and l.position <= \(end)
             order by l.position limit \(Int64(Self.page))
            """
        ) { row in
            let event: EventID = try row["event_id"]
            let revision: Int32 = try row["revision"]
            func unreadable(_ reason: String) -> LogError {
                .unreadable(event: event, revision: Int(revision), reason: reason)
            }
            func content(_ prefix: String) throws -> EntryContent? {
                guard let name = try row[prefix + "kind", as: String?.self] else { return nil }
                guard let kind = Entry.Kind(rawValue: name) else { throw unreadable("its kind is not known") }
                return try EntryContent.of(kind, row, prefix: prefix, rulebook: log.rulebook, unreadable)
            }
            let derivation = Derivation.of(
                try content(""),
                replacing: try content("replaced_"),
                rulebook: log.rulebook
            )
            page.positions.append(try row["position"])
            page.events.append(event)
            page.revisions.append(revision)
            page.derived.append(StoredDerivation(derivation))
        }
        return page
    }
}
