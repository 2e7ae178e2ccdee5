import Annals
import EventLog
import Postgres
import Support
import Testing

/// The hammer finds what it is there to find.
@Suite struct `the hammer on a log that is broken` {
    private static let sequencers: [BrokenSequencer?] = [nil] + BrokenSequencer.allCases

    /// One draws its number and is held before its commit; another, in another relationship, is not.
    @Test(arguments: sequencers)
    func `misses what was numbered first and committed last`(_ broken: BrokenSequencer?) throws {
        let stage = try Stage(broken)
        let first = try stage.write("first held after its number", between: "actor-1", "actor-2")
        try stage.waitUntilHeld(first)
        try stage.write("second", between: "actor-3", "actor-4").value()
        try stage.release("after its number")
        try first.value()
        let findings = try stage.findings()
        if broken == .byNumber {
            #expect(findings.contains { $0.contains("was acknowledged without a position") })
            #expect(findings.contains { $0.contains("the log: ") && $0.hasSuffix(" is not in it") })
        } else if broken == nil {
            #expect(findings == [])
        }
    }

    /// The one whose transaction began first draws its number last.
    @Test(arguments: sequencers)
    func `misses what has the lower number and the younger transaction`(_ broken: BrokenSequencer?) throws {
        let stage = try Stage(broken)
        let older = try stage.write("older held before its number", between: "actor-1", "actor-2")
        try stage.waitUntilHeld(older)
        let younger = try stage.write("younger held after its number", between: "actor-3", "actor-4")
        try stage.waitUntilHeld(younger, of: 2)
        try stage.release("before its number")
        try older.value()
        try stage.release("after its number")
        try younger.value()
        let findings = try stage.findings()
        if broken == .byNumberBehindOldestTransaction {
            #expect(findings.contains { $0.contains("was acknowledged without a position") })
            #expect(findings.contains { $0.contains("the log: ") && $0.hasSuffix(" is not in it") })
        } else if broken == nil {
            #expect(findings == [])
        }
    }

    @Test(arguments: sequencers)
    func `sees the entries of a stream in another order than theirs`(_ broken: BrokenSequencer?) throws {
        let stage = try Stage(broken)
        try stage.write("one", "two", "three", between: "actor-1", "actor-2").value()
        let findings = try stage.findings()
        if broken == .inOrderOfIDs {
            #expect(findings.contains { $0.contains("is version 3 of actor-1/actor-2, where 1 was to come") })
        } else if broken == nil {
            #expect(findings == [])
        }
    }

    /// Nothing is lost when the server itself makes sure of every commit, as every session of annals has it do, whatever
    /// the database is set to; with `synchronous_commit` off for each commit it says first and does later.
    @Test(arguments: [
        nil, "alter database annals set synchronous_commit = off",
        """
        create function annals.hurry() returns trigger language plpgsql as
            'begin perform set_config(''synchronous_commit'', ''off'', true); return new; end';
        create trigger hurry before insert on annals.entry for each row execute function annals.hurry();
        create trigger hurry before insert on annals.log for each row execute function annals.hurry();
        """,
    ])
    func `misses what was acknowledged before it was durable`(_ change: String?) throws {
        let arena = try Arena()
        defer { arena.remove() }
        try Writer.introduceActors(arena.client)
        if let change { try arena.connect().run(script: change) }
        let ledger = Ledger()
        var writer = Writer(0, arena.client, ledger, seed: 1)
        try arena.stopBackgroundWriting()
        for _ in 1...3 { try writer.write(10) }
        arena.processes.killAll()

        try arena.cluster.start(logger: TestDatabase.silent)
        var findings = try Findings(try arena.connect())
        findings.compare(with: ledger)
        if change?.contains("hurry") == true {
            #expect(findings.flaws.contains { $0.hasPrefix("the log: ") && $0.hasSuffix(" is not in it") })
        } else {
            #expect(findings.flaws == [])
        }
    }
}
