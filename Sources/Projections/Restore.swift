package import Annals
package import EventLog
import Postgres

/// Makes an empty log what another was, of the CloudEvents that one was written as; or goes on with it.
///
/// Every entry keeps its place, its times, its salt and so its leaf; every proof and every checkpoint of the other log
/// holds for this one. All of it in one transaction: it is there whole, verified, or not at all.
package struct Restore {
    let log: Log
    /// Whether to take what has no last line, and so may lack entries after its end.
    let takesPart: Bool
    /// Reads the checkpoint in the last line, and checks whose it is.
    let readCheckpoint: (String) throws -> Checkpoint

    package init(_ log: Log, takesPart: Bool, readCheckpoint: @escaping (String) throws -> Checkpoint) {
        self.log = log
        self.takesPart = takesPart
        self.readCheckpoint = readCheckpoint
    }

    /// What became of the log.
    package struct Outcome: Hashable, Sendable {
        /// Where it ends.
        package let end: Position
        /// How many entries it did not have.
        package let restored: Int64
        /// Whether a checkpoint in the last line says that these are all.
        package let isWhole: Bool
    }

    /// Takes back what only was to be tried.
    private struct DryRun: Error {}

    /// Restores the events that `events` hands out, some thousands of lines at a time.
    ///
    /// - Parameter isDryRun: whether to do all of it and take it back.
    /// - Throws: ``Refusal``; nothing is written then.
    package func run(
        isDryRun: Bool,
        progress: (_ done: Int64, _ total: Int64) -> Void,
        stage: (String) -> Void,
        events: (_ put: ([String]) throws -> Void) throws -> Void
    ) throws -> Outcome {
        var outcome: Outcome?
        do {
            try log.connection.transaction {
                outcome = try restore(progress, stage, events)
                if isDryRun { throw DryRun() }
            }
        } catch is DryRun {}
        guard let outcome else { throw Refusal.empty }
        return outcome
    }

    private func restore(
        _ progress: (_ done: Int64, _ total: Int64) -> Void,
        _ stage: (String) -> Void,
        _ events: (_ put: ([String]) throws -> Void) throws -> Void
    ) throws -> Outcome {
        let connection = log.connection
        try connection.execute("set local role annals_owner")
        // Nobody may sequence, or apply, what is not there yet; nor accept what is restored just now.
        try connection.execute("select pg_advisory_xact_lock(1634627169, 1024)")
        try connection.execute(
            "lock table annals.stream, annals.stream_entry, annals.entry in share row exclusive mode"
        )
        let start = try log.head()
        guard start.waiting == 0 else { throw Refusal.goesOn(start.position, waiting: start.waiting) }
        var lines = RestoredLines(log: log)
        try events { try lines.put($0) }
        guard let end = lines.end else { throw Refusal.empty }
        guard end >= start.position else { throw Refusal.goesOn(start.position, waiting: 0) }
        try refuseErased()
        if let note = lines.note {
            try check(readCheckpoint(note), end)
        } else if !takesPart {
            throw Refusal.cutOff(end)
        }
        if lines.restored > 0 {
            stage("projecting")
            try project(upTo: end, isFirst: start.position.rawValue == 0, progress)
            stage("verifying")
            try verify(progress)
            try log.note(verifiedUpTo: end, isWhole: false, problems: 0)
        }
        return Outcome(end: end, restored: lines.restored, isWhole: lines.note != nil)
    }

    /// Refuses entries that lack a text, where the entry that erased it is not among them.
    private func refuseErased() throws {
        do {
            try log.connection.execute("set constraints all immediate")
        } catch {
            guard case .server(let message) = error, message.state == "AN003" else { throw error }
            throw Refusal.erasedLater(message.message)
        }
    }

    /// Holds the log that was restored to the checkpoint in the last line.
    private func check(_ checkpoint: Checkpoint, _ end: Position) throws {
        guard let head = try log.sealedHead() else { throw LogError.unproven }
        guard checkpoint.origin == head.origin else {
            throw Refusal.misfit("the checkpoint in its last line is of another log, \(checkpoint.origin)")
        }
        guard checkpoint.position == end else {
            throw Refusal.misfit(
                "its last line is of a log that ends at \(checkpoint.position), and its entries end at \(end)"
            )
        }
        guard checkpoint.root == head.root, checkpoint.recordedAt == head.recordedAt else {
            throw Refusal.misfit("its entries do not give what its last line says of them: some are others")
        }
    }

    private func project(
        upTo end: Position,
        isFirst: Bool,
        _ progress: (_ done: Int64, _ total: Int64) -> Void
    ) throws {
        let connection = log.connection
        if !isFirst {
            let tables = Replay.tableNames.map { "annals." + $0 }.joined(separator: ", ")
            try connection.execute("truncate \(raw: tables)")
        }
        try connection.execute("set local search_path = annals, pg_temp")
        try withoutActuallyEscaping(progress) { progress in
            try Replay(log, progress: progress).fill(upTo: end)
        }
    }

    private func verify(_ progress: (_ done: Int64, _ total: Int64) -> Void) throws {
        var findings: [Finding] = []
        try withoutActuallyEscaping(progress) { progress in
            let extent = try Verification(log, progress: progress).runInTransaction { findings.append($0) }
            if let part = extent.leftOut.first { throw part.cause }
        }
        guard findings.isEmpty else { throw Refusal.unsound(findings) }
    }
}
