import Annals
import EventLog
import Formats
import Projections

/// Turns what somebody wrote into entries to append, or into everything that is wrong with it.
///
/// Deciding only: it reads the log to know what is there, and writes nothing.
struct Intake {
    let log: Log
    let author: String
    let origin: String
    /// The id of what has none.
    let newID: (JSONLine) -> EventID

    /// An entry to append, and the line it comes from.
    struct Item {
        let line: Int
        let pending: PendingEntry
    }

    /// What an input comes to.
    struct Outcome {
        var items: [Item] = []
        /// Lines that ask for what the log has already: accepted once.
        var repeated: [(line: Int, entry: Entry)] = []
        var problems: [Failure.Item] = []
        /// The actors that it registers, and nobody knew.
        var newActors: Set<ActorID> = []
    }

    /// Reads numbered lines.
    func read(_ lines: [(number: Int, line: JSONLine)]) throws -> Outcome {
        var outcome = Outcome()
        var actors: [Int: ActorEntry] = [:]
        for case (let number, .actor(let draft)) in lines {
            switch draft.checked() {
            case .failure(let problems): outcome.report(problems, number)
            case .success(let entry): actors[number] = entry
            }
        }
        var revisions = try Targets(log, lines.compactMap(\.line.target))
        var roster = try Roster(
            log,
            naming: lines.flatMap(\.line.names) + revisions.names,
            registering: actors.values.map(\.actor)
        )
        // Actors first, wherever their lines stand: a batch may name an actor before it registers it.
        for (number, entry) in actors.sorted(by: { $0.key < $1.key }) {
            if let clash = roster.clash(of: entry) { outcome.report(Problems([clash]), number) }
            roster.add(entry)
        }
        var given: [EventID: Event] = [:]
        for (number, line) in lines {
            switch line {
            case .actor:
                guard let actor = actors[number] else { continue }
                let entry = recorded(.actor(actor), id: newID(line))
                if roster.isNew(actor.actor) { outcome.newActors.insert(actor.actor) }
                if roster.isNews(actor) {
                    outcome.add(entry, replacing: nil, number, self)
                } else {
                    outcome.repeated.append((line: number, entry: entry))
                }
            case .event(let id, let draft):
                switch (eventID(id, of: line), draft.checked(rulebook: log.rulebook, resolve: roster.resolve))
                {
                case (.success(let id), .success(let event)):
                    let entry = recorded(.event(event), id: id)
                    if let before = given.updateValue(event, forKey: id) {
                        outcome.repeats(entry, of: before, number)
                        continue
                    }
                    revisions.add(entry, after: nil)
                    outcome.add(entry, replacing: nil, number, self)
                case (let id, let event):
                    if case .failure(let problem) = id { outcome.report(Problems([problem]), number) }
                    if case .failure(let problems) = event { outcome.report(problems, number) }
                }
            case .correction(let target, let reason, let changes):
                decide(target, reason, number, &revisions, &outcome) { revisions, reason throws(Problems) in
                    try correct(revisions, changes, reason, roster)
                }
            case .retraction(let target, let reason):
                decide(target, reason, number, &revisions, &outcome) { revisions, reason throws(Problems) in
                    try retract(revisions, named: target, reason)
                }
            }
        }
        return outcome
    }

    private func recorded(_ content: EntryContent, id: EventID) -> Entry {
        Entry(event: id, revision: 1, kind: .recorded, reason: nil, content: content)
    }

    private func eventID(_ written: String?, of line: JSONLine) -> Result<EventID, Problem> {
        guard let written else { return .success(newID(line)) }
        if let id = EventID(written) { return .success(id) }
        return .failure(
            Problem(
                "id",
                "\"\(written.prefix(60))\" is not a UUID",
                field: "id",
                help: "write 32 hexadecimal digits as 8-4-4-4-12, or leave the id out"
            )
        )
    }

    private func decide(
        _ target: String,
        _ reason: String?,
        _ number: Int,
        _ revisions: inout Targets,
        _ outcome: inout Outcome,
        _ next: (Targets.Found, String) throws(Problems) -> Entry?
    ) {
        do throws(Problems) {
            let found = try revisions.find(target)
            let reason = try Reason.checked(reason)
            guard let entry = try next(found, reason) else {
                outcome.repeated.append((line: number, entry: found.revisions.latest))
                return
            }
            revisions.add(entry, after: found.revisions)
            outcome.add(entry, replacing: found.revisions.content, number, self)
        } catch {
            outcome.report(error, number)
        }
    }

    private func correct(
        _ found: Targets.Found,
        _ changes: EventChanges,
        _ reason: String,
        _ roster: Roster
    ) throws(Problems) -> Entry? {
        guard let event = found.revisions.lastContent?.event else {
            throw Problems([
                Problem(
                    "correct",
                    "that entry registers an actor",
                    help: "rename it or add a name with annals actor, or retract the entry"
                )
            ])
        }
        let changed = changes.applied(to: EventDraft(event))
        let corrected: Event
        switch changed.checked(rulebook: log.rulebook, resolve: roster.resolve) {
        case .success(let event): corrected = event
        case .failure(let problems): throw problems
        }
        let entry = found.revisions.correcting(to: .event(corrected), because: reason)
        if entry != nil, found.revisions.content == .event(corrected) {
            throw Problems([
                Problem(
                    "correct",
                    "this changes nothing",
                    help: "give the fields that change, as in --on 2020-02-29"
                )
            ])
        }
        return entry
    }

    private func retract(_ found: Targets.Found, named target: String, _ reason: String) throws(Problems)
        -> Entry?
    {
        if let revision = found.revision, found.revisions.entry(revision)?.kind == .retracted {
            return try retract(retraction: revision, of: found.revisions, named: target, reason)
        }
        guard found.revisions.retraction != nil else {
            return found.revisions.retracting(because: reason)
        }
        guard found.revisions.retracting(because: reason) != nil else { return nil }
        throw Problems([
            Problem(
                "retract",
                "\(Printable.line(target, most: 40)) is retracted already",
                help:
                    "to bring it back, retract the retraction by its position (see annals log), or correct it"
            )
        ])
    }

    /// Retracting a retraction, by its own position, brings back what the event said.
    ///
    /// Sent again, it is accepted once, whatever has become of the event since: it is not the event that it names.
    private func retract(
        retraction revision: Int,
        of revisions: Revisions,
        named target: String,
        _ reason: String
    ) throws(Problems) -> Entry? {
        guard let content = revisions.content(before: revision) else { return nil }
        // Erasing a text of it left it withdrawn.
        let later = revisions.entries.filter { $0.revision > revision }
        guard let next = later.first(where: { $0.kind != .redacted || $0.content != nil }) else {
            return revisions.correcting(to: content, because: reason)
        }
        guard next.content == content, next.reason == reason else {
            throw Problems([
                Problem(
                    "retract",
                    "\(Printable.line(target, most: 40)) is a retraction that was taken back already",
                    help: "to withdraw the event again, name the event: annals retract \(next.event)"
                )
            ])
        }
        return nil
    }
}

extension Intake.Outcome {
    fileprivate mutating func add(_ entry: Entry, replacing: EntryContent?, _ line: Int, _ intake: Intake) {
        let pending = PendingEntry(
            entry,
            replacing: replacing,
            appendedBy: intake.author,
            origin: intake.origin
        )
        items.append(Intake.Item(line: line, pending: pending))
    }

    /// The same id twice in one input: accepted once when the content is the same.
    fileprivate mutating func repeats(_ entry: Entry, of before: Event, _ line: Int) {
        if entry.content == .event(before) {
            repeated.append((line: line, entry: entry))
            return
        }
        report(
            Problems([
                Problem(
                    "id",
                    "event \(entry.event) stands in this input before, with other content",
                    field: "id",
                    help:
                        "give one of them another id, or correct the first: {\"correct\":\"\(entry.event)\", …}"
                )
            ]),
            line
        )
    }

    fileprivate mutating func report(_ problems: Problems, _ line: Int) {
        self.problems += problems.list.map { Failure.Item(line: line, problem: $0) }
    }
}
