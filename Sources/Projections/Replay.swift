package import Annals
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
    /// Told of an entry that cannot be read, which then counts as one that says nothing; nil for none to be allowed.
    private let unreadable: ((Position, EventID, _ reason: String) -> Void)?

    /// Entries read at once: enough that what many of them share is looked up once, little enough to keep memory
    /// flat.
    private let pageSize: Int

    package init(
        _ log: Log,
        pageSize: Int = 5_000,
        progress: @escaping (_ done: Int64, _ total: Int64) -> Void = { _, _ in },
        stage: @escaping (ReplayStage) -> Void = { _ in },
        unreadable: ((Position, EventID, _ reason: String) -> Void)? = nil
    ) {
        self.log = log
        self.pageSize = pageSize
        self.progress = progress
        self.stage = stage
        self.unreadable = unreadable
    }

    /// Applies the log from its beginning up to a position, into the tables first on the search path.
    func fill(upTo end: Position) throws {
        stage(.replaying)
        var page = try page(after: Position(rawValue: 0), upTo: end)
        while let current = page {
            page = try apply(current, upTo: end)
            progress(current.last.rawValue, end.rawValue)
        }
    }

    /// Some entries of the log, one after the other, and what they mean.
    struct Page {
        /// The position of the last.
        let last: Position
        /// The statement that applies them.
        fileprivate let application: Query
    }

    /// The first entries after a position; nil when there are none.
    func page(after start: Position, upTo end: Position) throws -> Page? {
        try derive(try rows(after: start, upTo: end))
    }

    /// Applies a page, into the tables first on the search path; while the server is at it, derives the next.
    ///
    /// - Returns: the next page.
    func apply(_ page: Page, upTo end: Position) throws -> Page? {
        let following = try rows(after: page.last, upTo: end)
        return try log.connection.execute(page.application) { try derive(following) }
    }

    /// Entries as the log holds them, each beside the one it replaces.
    private func rows(after start: Position, upTo end: Position) throws -> [Row] {
        guard start < end else { return [] }
        return try log.connection.query(
            """
            select l.position, l.event_id, l.revision, \(raw: Self.columns(of: "e")),
                   \(raw: Self.columns(of: "p", prefix: "replaced_"))
              from annals.log l
              join annals.entry e on (e.event_id, e.revision) = (l.event_id, l.revision)
              left join annals.entry p on p.event_id = l.event_id and p.revision = nullif(l.revision, 1) - 1
             where l.position > \(start) and l.position <= \(end)
             order by l.position limit \(Int64(pageSize))
            """
        ) { $0 }
    }

    /// What of an entry effects are derived from: all but text for people and where it was read.
    private static func columns(of alias: String, prefix: String = "") -> String {
        EntryContent.columns(of: alias, prefix: prefix, leavingOut: ["note", "sources", "reported"])
    }

    private func derive(_ rows: [Row]) throws -> Page? {
        guard let last = rows.last else { return nil }
        var positions: [Int64] = []
        var events: [EventID] = []
        var revisions: [Int32] = []
        var derived: [StoredDerivation] = []
        for row in rows {
            let event: EventID = try row["event_id"]
            let revision: Int32 = try row["revision"]
            let position: Position = try row["position"]
            let derivation = Derivation.of(
                try content(of: row, event, revision) { unreadable?(position, event, $0) },
                // Whether that can be read was told where it stands itself.
                replacing: try content(of: row, event, revision - 1, prefix: "replaced_") { _ in },
                rulebook: log.rulebook
            )
            positions.append(position.rawValue)
            events.append(event)
            revisions.append(revision)
            derived.append(StoredDerivation(derivation))
        }
        return Page(
            last: try last["position"],
            application: """
                select annals.project(\(positions), \(events), \(revisions), \(derived)::annals.derivation[])
                """
        )
    }

    /// What an entry says; nil for nothing, and for what cannot be read, if that is allowed.
    private func content(
        of row: Row,
        _ event: EventID,
        _ revision: Int32,
        prefix: String = "",
        _ tell: (_ reason: String) -> Void
    ) throws -> EntryContent? {
        func isUnreadable(_ reason: String) -> LogError {
            .unreadable(event: event, revision: Int(revision), reason: reason)
        }
        do {
            guard let name = try row[prefix + "kind", as: String?.self] else { return nil }
            guard let kind = Entry.Kind(rawValue: name) else { throw isUnreadable("its kind is not known") }
            return try EntryContent.of(kind, row, prefix: prefix, rulebook: log.rulebook, isUnreadable)
        } catch LogError.unreadable(_, _, let reason) where unreadable != nil {
            tell(reason)
        } catch PostgresError.decoding(let column, let reason) where unreadable != nil {
            tell("\(column) \(reason)")
        }
        return nil
    }
}
