package import Annals
package import EventLog
import Postgres

/// Makes an empty log what another was, of the CloudEvents that one was written as.
///
/// Every entry keeps its place, its times, its salt and so its leaf; every proof and every checkpoint of the other log
/// holds for this one. All of it in one transaction: it is there whole, verified, or not at all.
package struct Restore {
    let log: Log

    package init(_ log: Log) {
        self.log = log
    }

    /// Why the log is not made of what was given.
    package enum Refusal: Error {
        /// It has entries already.
        case notEmpty(Position)
        /// An entry is not what seals it, or does not follow the one before; counted from 1.
        case entry(Int, String)
        /// Some of these entries are not what the log was written as.
        case unreadable(ClosedRange<Int>, String)
        /// The whole does not hold together.
        case unsound([Finding])
    }

    /// Takes back what only was to be tried.
    private struct Rehearsed: Error {}

    /// Restores the events that `events` hands out, some thousands of lines at a time.
    ///
    /// - Parameter isRehearsal: whether to do all of it and take it back.
    /// - Returns: where the log ends.
    package func run(
        isRehearsal: Bool,
        progress: (_ done: Int64, _ total: Int64) -> Void,
        stage: (String) -> Void,
        events: (_ put: ([String]) throws -> Void) throws -> Void
    ) throws -> Position {
        var end = Position(rawValue: 0)
        do {
            try log.connection.transaction {
                end = try restore(progress, stage, events)
                if isRehearsal { throw Rehearsed() }
            }
        } catch is Rehearsed {}
        return end
    }

    private func restore(
        _ progress: (_ done: Int64, _ total: Int64) -> Void,
        _ stage: (String) -> Void,
        _ events: (_ put: ([String]) throws -> Void) throws -> Void
    ) throws -> Position {
        let connection = log.connection
        try connection.execute("set local role annals_owner")
        // Nobody may sequence, or apply, what is not there yet.
        try connection.execute("select pg_advisory_xact_lock(1634627169, 1024)")
        let head = try log.head()
        guard head.position.rawValue == 0, head.waiting == 0 else { throw Refusal.notEmpty(head.position) }
        var done = 0
        try events { lines in
            try put(lines, after: done)
            done += lines.count
        }
        stage("projecting")
        let end = Position(rawValue: Int64(done))
        try connection.execute("set local search_path = annals, pg_temp")
        try withoutActuallyEscaping(progress) { progress in
            try Replay(log, progress: progress).fill(upTo: end)
        }
        stage("verifying")
        var findings: [Finding] = []
        try withoutActuallyEscaping(progress) { progress in
            let extent = try Verification(log, progress: progress).runInTransaction { findings.append($0) }
            if let part = extent.leftOut.first { throw part.cause }
        }
        guard findings.isEmpty else { throw Refusal.unsound(findings) }
        return end
    }

    private func put(_ lines: [String], after done: Int) throws {
        do {
            try log.connection.execute("select annals.restore(\(lines)::text[]::jsonb[])")
        } catch {
            guard case .server(let message) = error else { throw error }
            if message.state == "AN007", let line = message.detail.flatMap({ Int($0) }) {
                throw Refusal.entry(done + line, message.message)
            }
            // A value of the wrong form, or one that is there twice.
            guard ["22", "23"].contains(message.state.rawValue.prefix(2)) else { throw error }
            throw Refusal.unreadable(done + 1...done + lines.count, message.message)
        }
    }
}
