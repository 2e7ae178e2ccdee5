package import Annals
import Postgres

/// Holds the log against itself, and against a checkpoint kept elsewhere: every byte an answer can rest on.
///
/// It recomputes what each entry's digest, leaf, bounds and streams must be from what it says, then the tree; asks how
/// entries, log and streams are linked; and compares the schema, which answers, with what this program sets up. It
/// reads at one moment, whoever appends meanwhile, and in one pass, so that its memory does not grow with the log.
package struct Verification {
    let log: Log
    /// How many of the last entries to look at; nil for all.
    private let last: Int64?
    private let progress: (_ done: Int64, _ total: Int64) -> Void

    /// What was verified.
    package struct Extent: Sendable {
        /// Which log; nil when it has lost its head.
        package fileprivate(set) var origin: String?
        /// The first position that was looked at.
        package fileprivate(set) var first = Position(rawValue: 1)
        /// Where the log ends.
        package fileprivate(set) var position = Position(rawValue: 0)
        /// The root over its leaves; nil when only the last entries were looked at.
        package fileprivate(set) var root: Hash?
        /// What did not run, or not to its end, and why.
        package fileprivate(set) var leftOut: [VerificationPart.LeftOut] = []
    }

    /// - Parameter last: to look at so many of the last entries alone; what is quick to look at is looked at all the
    ///   same.
    package init(
        _ log: Log,
        last: Int64? = nil,
        progress: @escaping (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
    ) {
        self.log = log
        self.last = last
        self.progress = progress
    }

    /// The parts it runs; the others are for who can replay.
    package var parts: [VerificationPart] {
        last == nil
            ? [.log, .links, .schema, .rulebook, .sessions, .indexes]
            : [.log, .schema, .rulebook, .sessions]
    }

    /// Reports everything that is wrong.
    ///
    /// A part that fails is left out, and the others go on.
    ///
    /// - Parameter checkpoint: of this log, which its head must continue.
    /// - Throws: when the user interrupts.
    package func run(
        against checkpoint: Checkpoint? = nil,
        _ found: (Finding) throws -> Void
    ) throws -> Extent {
        var extent = Extent()
        do {
            try log.connection.snapshot { try runInTransaction(&extent, against: checkpoint, found) }
        } catch let error as PostgresError where error.isConnectionLost {
            // What could not be asked any more is left out already.
            guard !extent.leftOut.isEmpty else { throw error }
        }
        return extent
    }

    /// The same in a transaction that is open, and shows one moment.
    package func runInTransaction(
        against checkpoint: Checkpoint? = nil,
        _ found: (Finding) throws -> Void
    ) throws -> Extent {
        var extent = Extent()
        try runInTransaction(&extent, against: checkpoint, found)
        return extent
    }

    private func runInTransaction(
        _ extent: inout Extent,
        against checkpoint: Checkpoint?,
        _ found: (Finding) throws -> Void
    ) throws {
        for part in parts {
            do {
                try log.connection.part {
                    switch part {
                    case .log: try checkLog(&extent, against: checkpoint, found)
                    case .links: try checkLinks(found)
                    case .schema: try checkSchema(found)
                    case .rulebook: try checkRulebook(found)
                    case .sessions: try checkSessions(found)
                    case .indexes: try checkIndexes(found)
                    case .projections: break
                    }
                }
            } catch let error as PostgresError where !error.isUsers {
                extent.leftOut.append(VerificationPart.LeftOut(part, because: error))
            } catch let error as LogError {
                extent.leftOut.append(VerificationPart.LeftOut(part, because: error))
            }
        }
    }

    private func checkLog(
        _ extent: inout Extent,
        against checkpoint: Checkpoint?,
        _ found: (Finding) throws -> Void
    ) throws {
        // Row after row in the order of the log, whatever the statistics say: nothing large is sorted.
        let ways = ["hashjoin", "mergejoin", "sort", "seqscan"]
        for way in ways { try log.connection.execute("set local enable_\(raw: way) = off") }
        let head = try sealedHead(found)
        extent.origin = head?.origin
        let end = head?.position.rawValue ?? 0
        var walk = LogWalk(comparing: checkpoint, after: last.map { max(end - $0, 0) } ?? 0, ofSize: end)
        extent.first = Position(rawValue: walk.last + 1)
        defer { extent.position = Position(rawValue: walk.last) }
        try log.connection.forEach(LogWalk.query(after: walk.last)) { row in
            try walk.check(row, found)
            if walk.last % 10_000 == 0 { progress(walk.last, max(end, walk.last)) }
        }
        if let head {
            try check(head, against: walk, found)
        } else {
            try found(Finding(.head, problem: "the log has no head"))
        }
        try checkWaiting(&walk, found)
        for way in ways { try log.connection.execute("set local enable_\(raw: way) = on") }
        if last == nil { extent.root = walk.tree.root }
        var comparison = walk.comparison
        for finding in comparison?.findings() ?? [] { try found(finding) }
    }

    private func sealedHead(_ found: (Finding) throws -> Void) throws -> SealedHead? {
        let heads = try log.connection.first("select count(*) as heads from annals.log_head") {
            row throws(PostgresError) in try row["heads", as: Int64.self]
        }
        if let heads, heads > 1 {
            try found(Finding(.head, problem: "the log has \(heads) heads, and can have but one"))
        }
        do {
            return try log.sealedHead()
        } catch PostgresError.decoding(let column, let reason) {
            try found(Finding(.head, problem: "the head of the log cannot be read: its \(column) \(reason)"))
            return nil
        }
    }

    private func check(_ head: SealedHead, against walk: LogWalk, _ found: (Finding) throws -> Void) throws {
        func report(_ problem: String) throws { try found(Finding(.head, problem: problem)) }
        let end = head.position.rawValue
        if walk.last < end { try found(LogWalk.gap(from: walk.last + 1, to: end)) }
        if walk.last > end {
            try found(
                Finding(
                    .head,
                    position: Position(rawValue: end + 1),
                    problem: "the head of the log is before it"
                )
            )
        }
        if walk.lastRecordedAt != head.recordedAt {
            try report("the head of the log has another time than its last entry")
        }
        // Of the last entries alone, the last subtrees; the root then is that over the head's own.
        let subtrees = walk.tree.subtrees.map(\.bytes)
        if subtrees != (last == nil ? head.frontier : head.frontier.suffix(subtrees.count)) {
            try report("the head of the log has another frontier than its leaves give")
        }
        let root = last == nil ? walk.tree.root : Frontier.root(over: head.frontier.compactMap { Hash($0) })
        if root != head.root {
            try report("the head of the log has another root than its leaves give")
        }
    }

    /// What is accepted and waits for its position must be what its digest was made of too.
    private func checkWaiting(_ walk: inout LogWalk, _ found: (Finding) throws -> Void) throws {
        let query: Query = """
            select \(raw: EntryRow.selection(of: "e")) from annals.outbox o join annals.entry e using (event_id, revision)
             order by o.accepted_at, o.event_id
            """
        try log.connection.forEach(query) { row in
            let event = try? row[0, as: EventID.self]
            _ = try walk.check(EntryRow(row: row, start: 0)) { kind, problem in
                try found(Finding(kind, event: event, problem: problem))
            }
        }
    }

    /// How entries, log, outbox and streams are linked: the query of `annals.verify_links()`, not as the
    /// database has it but as this program does.
    private func checkLinks(_ found: (Finding) throws -> Void) throws {
        let parts = EmbeddedSchema.text(of: "functions/verify_links.sql")
            .split(separator: "$$", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw PostgresError.refused("the query of verify_links is missing") }
        try log.connection.forEach(Query(raw: String(parts[1]))) { row in
            try found(Finding(.link, position: try row[0], event: try row[1], problem: try row[2]))
        }
    }
}
