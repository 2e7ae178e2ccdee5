package import Annals
import Postgres

/// Holds the log against itself, and against a checkpoint kept elsewhere: every byte an answer can rest on.
///
/// It recomputes what each entry's digest, leaf, bounds and streams must be from what it says, then the tree, and
/// asks how entries, log and streams are linked. It reads at one moment, whoever appends meanwhile, and in one
/// pass, so that its memory does not grow with the log.
package struct Verification {
    let log: Log
    private let progress: (_ done: Int64, _ total: Int64) -> Void

    /// What was verified.
    package struct Extent: Hashable, Sendable {
        /// Which log; nil when it has lost its head.
        package let origin: String?
        /// Where it ends.
        package let position: Position
        /// The root over its leaves.
        package let root: Hash
    }

    /// What is said of an entry that nobody can read.
    package static let unreadable = "its content cannot be read"

    package init(
        _ log: Log,
        progress: @escaping (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
    ) {
        self.log = log
        self.progress = progress
    }

    /// Reports everything that is wrong.
    ///
    /// - Parameter checkpoint: of this log, which its head must continue.
    package func run(
        against checkpoint: Checkpoint? = nil,
        _ found: (Finding) throws -> Void
    ) throws -> Extent {
        try log.connection.snapshot { try runInTransaction(against: checkpoint, found) }
    }

    /// The same in a transaction that is open, and shows one moment.
    package func runInTransaction(
        against checkpoint: Checkpoint? = nil,
        _ found: (Finding) throws -> Void
    ) throws -> Extent {
        // Row after row in the order of the log, whatever the statistics say: nothing large is sorted.
        for way in ["hashjoin", "mergejoin", "sort", "seqscan"] {
            try log.connection.execute("set local enable_\(raw: way) = off")
        }
        let head = try log.sealedHead()
        var walk = LogWalk(comparing: checkpoint)
        try log.connection.forEach(LogWalk.query) { row in
            try walk.check(row, found)
            if walk.last % 10_000 == 0 { progress(walk.last, head?.position.rawValue ?? walk.last) }
        }
        if let head {
            try check(head, against: walk, found)
        } else {
            try found(Finding(position: nil, problem: "the log has no head"))
        }
        try checkWaiting(&walk, found)
        for way in ["hashjoin", "mergejoin", "sort", "seqscan"] {
            try log.connection.execute("set local enable_\(raw: way) = on")
        }
        try checkLinks(found)
        try checkCode(found)
        try checkGuards(found)
        var comparison = walk.comparison
        for finding in comparison?.findings() ?? [] { try found(finding) }
        return Extent(
            origin: head?.origin,
            position: Position(rawValue: walk.last),
            root: walk.tree.root
        )
    }

    private func check(_ head: SealedHead, against walk: LogWalk, _ found: (Finding) throws -> Void) throws {
        func report(_ problem: String) throws { try found(Finding(position: nil, problem: problem)) }
        let end = head.position.rawValue
        if walk.last < end { try found(LogWalk.gap(from: walk.last + 1, to: end)) }
        if walk.last > end {
            try found(
                Finding(position: Position(rawValue: end + 1), problem: "the head of the log is before it")
            )
        }
        if walk.lastRecordedAt != head.recordedAt {
            try report("the head of the log has another time than its last entry")
        }
        if walk.tree.subtrees.map(\.bytes) != head.frontier {
            try report("the head of the log has another frontier than its leaves give")
        }
        if walk.tree.root != head.root {
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
            let event: EventID = try row[0]
            _ = try walk.check(EntryRow(row: row, start: 0)) { problem in
                try found(Finding(position: nil, event: event, problem: problem))
            }
        }
    }

    /// How entries, log, outbox and streams are linked: the query of `annals.verify_links()`, not as the
    /// database has it but as this program does.
    private func checkLinks(_ found: (Finding) throws -> Void) throws {
        let file = EmbeddedSchema.files.first { $0.path == "functions/verify_links.sql" }
        let parts = file?.text.split(separator: "$$", omittingEmptySubsequences: false) ?? []
        guard parts.count == 3 else { throw PostgresError.refused("the query of verify_links is missing") }
        try log.connection.forEach(Query(raw: String(parts[1]))) { row in
            try found(Finding(position: try row[0], event: try row[1], problem: try row[2]))
        }
    }
}
