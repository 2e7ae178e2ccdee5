import Annals
import EventLog
import Formats
import Postgres
import Projections

/// One input appended as a whole: read, checked, accepted, sequenced, and told what it changed.
struct Batch {
    let session: Session
    let origin: String
    /// What each stream is expected to stand at; refused with exit code 75 otherwise.
    var expecting: [StreamID: Version] = [:]
    /// What the one relationship it touches is expected to stand at, when none was named.
    var expectingOfOnly: Version?
    var dryRun = false
    /// Whether it is one event from flags, whose problems have no line to name.
    var isOneCommand = false
    /// Whether to write the good lines of an input with bad ones.
    var keepGood = false
    /// The id of what has none: another each time, unless the same line is always to be the same.
    var newID: (JSONLine) -> EventID = { _ in .now() }
    /// Whether it only registers an actor, so that one who is there is in its way.
    var registersAlone = false
    /// The command that would send an event again with its id, where only that makes it safe.
    var retry: ((EventID) -> String)?

    /// Changes are worked out for at most so many entries: a long input is told as a whole.
    private static let mostTold = 25

    /// Appends lines.
    func append(_ lines: [(number: Int, line: JSONLine)], problems: [Failure.Item] = []) throws -> BatchReport
    {
        var tries = 0
        while true {
            do {
                return try appendOnce(lines, problems)
            } catch let error as RegisteredMeanwhile {
                tries += 1
                guard !registersAlone, tries < Self.mostTries else {
                    throw Failure(registered: error.actor, as: nil)
                }
                // Once that is known, the lines are read anew.
                try session.log.sequence()
            }
        }
    }

    /// Somebody else registered an actor at the same moment.
    private struct RegisteredMeanwhile: Error { let actor: ActorID }

    /// How often lines are read anew for actors that others registered at the same moment.
    private static let mostTries = 20

    private func appendOnce(_ lines: [(number: Int, line: JSONLine)], _ problems: [Failure.Item]) throws
        -> BatchReport
    {
        // Read before it is decided who is new, so that nobody can come between.
        let versions = try session.log.lastVersions(
            of: lines.compactMap(\.line.registered).map { StreamID($0) }
        )
        let intake = Intake(log: session.log, author: Environment.author, origin: origin, newID: newID)
        var outcome = try intake.read(lines)
        outcome.problems = (problems + outcome.problems).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
        let bad = Set(outcome.problems.compactMap(\.line))
        if isOneCommand {
            outcome.problems = outcome.problems.map { Failure.Item(line: nil, problem: $0.problem) }
        }
        guard outcome.problems.isEmpty || keepGood else {
            let total = lines.count + Set(problems.compactMap(\.line)).count
            throw Failure(.badData, outcome.problems, outcome: refusal(bad.count, of: total))
        }
        let items = outcome.items.filter { !bad.contains($0.line) }
        if Interrupt.isRaised { throw Failure.interrupted() }
        // Somebody's registration may have become known since the command looked for one.
        if registersAlone, let actor = lines.first?.line.registered, !outcome.newActors.contains(actor) {
            throw Failure(registered: actor, as: nil)
        }
        let new = Set(outcome.newActors.map { StreamID($0) })
        let expecting = try expected(of: items).merging(versions.filter { new.contains($0.key) }) {
            named,
            _ in named
        }
        return dryRun ? try rehearse(items, expecting, outcome) : try write(items, expecting, outcome)
    }

    /// The versions expected, with the one relationship found that was not named.
    private func expected(of items: [Intake.Item]) throws -> [StreamID: Version] {
        guard let version = expectingOfOnly else { return expecting }
        let streams = Set(items.flatMap { $0.pending.streams(session.log.rulebook) })
        guard let stream = streams.first, streams.count == 1 else {
            throw Failure(
                .usage,
                "version",
                "this touches \(streams.count) relationships, so --if-version must say which",
                help:
                    "write --if-version A/B=\(version): \(streams.sorted().prefix(5).map(\.name).joined(separator: ", "))"
            )
        }
        return expecting.merging([stream: version]) { named, _ in named }
    }

    private func refusal(_ bad: Int, of total: Int) -> String? {
        guard total > 1 else { return nil }
        return "\(bad) of \(total) lines rejected, nothing written"
            + (bad < total ? " (--keep-good writes the others)." : ".")
    }

    private func write(
        _ items: [Intake.Item],
        _ expecting: [StreamID: Version],
        _ outcome: Intake.Outcome
    ) throws -> BatchReport {
        let pending = items.map(\.pending)
        let accepted: [Accepted]
        do {
            accepted = pending.isEmpty ? [] : try session.append(pending, expecting: expecting)
        } catch LogError.conflict(let stream, let expected, let actual) {
            if self.expecting[stream] == nil,
                let actor = outcome.newActors.first(where: { StreamID($0) == stream })
            {
                throw RegisteredMeanwhile(actor: actor)
            }
            // Somebody may have been away for years.
            let since = try session.log.entries(of: stream, after: expected, limit: Failure.mostSince)
            throw Failure(stream, expected: expected, actual: actual, since: since)
        } catch var error as Undelivered {
            if let retry, let event = error.entries.first?.event { error.retry = retry(event) }
            throw error
        }
        return try report(written: items, accepted, outcome)
    }

    /// Tells what became of entries that are written, whatever becomes of telling it.
    private func report(
        written items: [Intake.Item],
        _ accepted: [Accepted],
        _ outcome: Intake.Outcome
    ) throws -> BatchReport {
        var trouble: Failure
        do {
            let positions = try positions(of: accepted)
            let waiting = accepted.filter { positions[$0.event]?[$0.revision] == nil }
            guard waiting.isEmpty else { throw Undelivered(.accepted, waiting, because: .passedOver) }
            do {
                return try report(items, accepted, positions, outcome)
            } catch {
                trouble = Failure(error)
                guard trouble.code != .interrupted else { throw Self.writtenAndStopped }
                Self.note(trouble)
                return try report(items, accepted, positions, outcome, tells: false)
            }
        } catch let error as PostgresError {
            trouble = Failure(error)
            guard trouble.code != .interrupted else { throw Self.writtenAndStopped }
            Self.note(trouble)
            return try report(items, accepted, [:], outcome, tells: false)
        }
    }

    /// Where entries are that are known, asked again of a server that was lost.
    private func positions(of accepted: [Accepted]) throws -> [EventID: [Int: Position]] {
        let patience = session.wait.begin()
        while true {
            do {
                return try session.log.positions(of: accepted)
            } catch let error as PostgresError where error.isConnectionLost && !patience.isOver {
                do { try session.reopen(starting: true, patience) } catch is Failure { throw error }
            }
        }
    }

    private static let writtenAndStopped = Failure.interrupted("All of it was written; see annals log.")

    private static func note(_ trouble: Failure) {
        let why = trouble.items.first?.problem.message ?? "no answer"
        Console.standard.note(
            "note: all of it was written; what it changed could not be asked: \(Printable.line(why))"
        )
    }

    /// Does everything and takes it back, so that what it tells is what would happen.
    private func rehearse(
        _ items: [Intake.Item],
        _ expecting: [StreamID: Version],
        _ outcome: Intake.Outcome
    ) throws -> BatchReport {
        try session.log.connection.undone {
            let accepted = try session.log.append(items.map(\.pending), expecting: expecting)
            session.log.connection.deadline = session.wait.begin().deadline
            defer { session.log.connection.deadline = nil }
            guard try session.log.sequence(until: accepted) else { throw Failure.late }
            return try report(items, accepted, session.log.positions(of: accepted), outcome)
        }
    }

    private func report(
        _ items: [Intake.Item],
        _ accepted: [Accepted],
        _ positions: [EventID: [Int: Position]],
        _ outcome: Intake.Outcome,
        tells: Bool = true
    ) throws -> BatchReport {
        let today = Day(rawValue: Environment.today.days)
        let changes = Changes(session.log)
        let tells = tells && accepted.count <= Self.mostTold
        let lines = try zip(items, accepted).map { item, accepted in
            let entry = item.pending.entry
            let position = positions[accepted.event]?[accepted.revision]
            let made: [LaneChange]? =
                if tells, !accepted.isDuplicate, let position {
                    try changes.made(by: entry, replacing: item.pending.replaced, at: position, today: today)
                } else {
                    nil
                }
            return BatchReport.Line(
                number: item.line,
                entry: entry,
                replaced: item.pending.replaced,
                isDuplicate: accepted.isDuplicate,
                position: position,
                versions: accepted.versions,
                changes: made
            )
        }
        return BatchReport(
            lines: lines,
            repeated: outcome.repeated,
            problems: outcome.problems,
            isRehearsal: dryRun,
            secondsAhead: session.logTime.secondsAhead
        )
    }
}

/// What became of an input.
struct BatchReport {
    /// What became of an entry.
    struct Line {
        let number: Int
        let entry: Entry
        /// What the event said before it.
        let replaced: EntryContent?
        let isDuplicate: Bool
        let position: Position?
        let versions: [StreamID: Version]
        /// What it changed; nil when that was not worked out.
        let changes: [LaneChange]?
    }

    let lines: [Line]
    let repeated: [(line: Int, entry: Entry)]
    let problems: [Failure.Item]
    let isRehearsal: Bool
    /// How far its time is ahead of the clocks, in seconds; nil up to a minute.
    let secondsAhead: Int?

    /// In a line: how many entries, where, how many were there already.
    var summary: String {
        let fresh = lines.filter { !$0.isDuplicate }
        let positions = fresh.compactMap(\.position).sorted()
        let range =
            switch (positions.first, positions.last) {
            case (let first?, let last?) where first == last: " (\(first))"
            case (let first?, let last?): " (\(first)–\(last))"
            default: ""
            }
        let duplicates = lines.count - fresh.count + repeated.count
        return
            "\(fresh.count) \(fresh.count == 1 ? "entry" : "entries") \(isRehearsal ? "would be " : "")appended\(range)"
            + (duplicates > 0 ? ", \(duplicates) there already" : "")
            + (problems.isEmpty ? "" : ", \(Set(problems.compactMap(\.line)).count) lines rejected")
    }
}

extension JSONLine {
    /// The actor it says something of, where it registers one.
    fileprivate var registered: ActorID? {
        if case .actor(let draft) = self { ActorID(draft.actor) } else { nil }
    }
}
