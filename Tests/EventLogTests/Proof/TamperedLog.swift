import Annals
import EventLog
import Postgres
import Support
import Testing

/// A log of every kind of entry, and a superuser who changes it behind its back.
///
/// #1 registers an actor; #2 records A, #3 B, #5 C and #7 D; #4 corrects A and #6 retracts B; one more waits.
struct TamperedLog {
    let log: Log
    /// What the log was before anybody tampered with it.
    let checkpoint: Checkpoint

    private static let ids = (0..<6).map { EventID(high: 0x018f_0000_0000_7000, low: 0xA0 + UInt64($0)) }

    init() throws {
        log = try TestDatabase().openLog()
        let qatar = try #require(ActorID("qatar"))
        let actor = ActorEntry(actor: qatar, name: "Qatar", kind: .state, aliases: ["QA"], codes: ["cow:634"])
        let first = PendingEntry.recording(try .rich("A"), as: Self.ids[1])
        let second = PendingEntry.recording(try .sample("B"), as: Self.ids[2])
        for entry in [
            .registering(actor, as: Self.ids[0]), first, second,
            first.correcting(to: try .rich("A, corrected")),
            .recording(try .sample("C", between: "china", "pakistan"), as: Self.ids[3]), second.retracting(),
            .recording(try .sample("D"), as: Self.ids[4]),
        ] {
            try log.record([entry])
        }
        checkpoint = try log.checkpoint()
        _ = try log.append([.recording(try .sample("E"), as: Self.ids[5])])
    }

    /// Another log.
    init(_ log: Log, _ checkpoint: Checkpoint) {
        self.log = log
        self.checkpoint = checkpoint
    }

    /// Changes the log as somebody can whom no trigger stops.
    func tamper(_ script: String) throws {
        try log.connection.run(
            script: "begin; set local session_replication_role = replica; \(script); commit"
        )
    }

    /// Makes digests, leaves and tree fit what the log says now, as nobody but a superuser could.
    func reseal() throws {
        try tamper(
            """
            update annals.entry e set digest = sha256(annals.canonical_bytes(e));
            update annals.outbox o set digest = e.digest, accepted_at = e.appended_at from annals.entry e
             where (e.event_id, e.revision) = (o.event_id, o.revision);
            update annals.log l set leaf = annals.leaf(e.digest, e.appended_at, l.recorded_at, e.appended_as) from annals.entry e
             where (e.event_id, e.revision) = (l.event_id, l.revision);
            update annals.log_head
               set position = (select count(*) from annals.log),
                   recorded_at = (select coalesce(max(recorded_at), '-infinity') from annals.log),
                   frontier = tree.grown, root = tree.root
              from annals.grow_tree(0, '{}', array(select leaf from annals.log order by position)) as tree
            """
        )
    }

    /// Something wrong, as both ways of finding it tell.
    struct Fault: Hashable {
        var position: Position?
        var event: EventID?
        let problem: String
    }

    /// What is wrong, as the program finds it.
    func findings(against checkpoint: Checkpoint? = nil) throws -> [Fault] {
        var faults: [Fault] = []
        let extent = try Verification(log).run(against: checkpoint) {
            faults.append(Fault(position: $0.position, event: $0.event, problem: $0.problem))
        }
        try #require(extent.leftOut.isEmpty, "\(extent.leftOut)")
        return faults
    }

    /// The sentences alone.
    func problems(against checkpoint: Checkpoint? = nil) throws -> [String] {
        try findings(against: checkpoint).map(\.problem)
    }

    /// What is wrong, as the database's own function finds it.
    func findingsInSQL() throws -> [Fault] {
        try log.connection.query("select position, event_id, problem from annals.verify_log()") {
            row throws(PostgresError) in
            Fault(position: try row[0], event: try row[1], problem: try row[2])
        }
    }
}

extension Event {
    /// An event with something in every column.
    static func rich(_ title: String) throws -> Event {
        try sample(title) { draft in
            draft.note = "a note"
            draft.type = "CONSULT"
            draft.mode = "visit"
            draft.contexts = ["diplomatic"]
            draft.grade = "B2"
            draft.reported = "2022"
            draft.tags = ["peace"]
            draft.sources = [
                Source(
                    title: "A \"report\"\n\t\\ § \u{1}",
                    publisher: "UN",
                    url: nil,
                    published: "2022",
                    locator: nil
                )
            ]
            var effect = EffectDraft()
            effect.facet = "agreement"
            effect.key = "doha-2020"
            effect.from = "taliban"
            effect.to = "united-states"
            effect.value = "signed"
            effect.terms = ["withdrawal"]
            draft.effects = [effect]
        }
    }
}
