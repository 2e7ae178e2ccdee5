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
        var page = try page(after: Position(rawValue: 0), upTo: end)
        while let last = page.last {
            page = try apply(page, upTo: end)
            progress(last.rawValue, end.rawValue)
        }
    }

    /// Some entries of the log, one after the other, and what they mean.
    struct Page {
        fileprivate var positions: [Int64] = []
        fileprivate var events: [EventID] = []
        fileprivate var revisions: [Int32] = []
        fileprivate var derived: [StoredDerivation] = []

        /// The position of the last; nil when there are none.
        var last: Position? { positions.last.map(Position.init(rawValue:)) }
    }

    /// The first entries after a position.
    func page(after start: Position, upTo end: Position) throws -> Page {
        try derive(try rows(after: start, upTo: end))
    }

    /// Applies a page, into the tables first on the search path; while the server is at it, derives the next.
    ///
    /// - Returns: the next page.
    func apply(_ page: Page, upTo end: Position) throws -> Page {
        let following = try page.last.map { try rows(after: $0, upTo: end) } ?? []
        return try log.connection.execute(
            """
            select annals.apply(\(page.positions), \(page.events), \(page.revisions),
                                \(page.derived)::annals.derivation[])
            """
        ) { try derive(following) }
    }

    /// Entries as the log holds them, each beside the one it replaces.
    private func rows(after start: Position, upTo end: Position) throws -> [Row] {
        try log.connection.query(
            """
            select l.position, \(raw: Self.columns(of: "e")), \(raw: Self.columns(of: "p", prefix: "replaced_"))
              from annals.log l
              join annals.entry e on (e.event_id, e.revision) = (l.event_id, l.revision)
              left join annals.entry p on p.event_id = l.event_id and p.revision = nullif(l.revision, 1) - 1
             where l.position > \(start) and l.position <= \(end)
             order by l.position limit \(Int64(Self.page))
            """
        ) { $0 }
    }

    /// What of an entry effects are derived from: all but text for people and where it was read.
    private static func columns(of alias: String, prefix: String = "") -> String {
        LoggedEntry.columns(of: alias, prefix: prefix, leavingOut: ["reason", "note", "sources", "reported"])
    }

    private func derive(_ rows: [Row]) throws -> Page {
        var page = Page()
        for row in rows {
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
