import Annals
import EventLog
import Glibc
import Postgres
import Support
import Synchronization
import Testing

/// The whole of annals under fire: programs write, readers follow, and programs, sessions and servers are killed
/// at random.
///
/// ```
/// make hammer EVENTS=1000000
/// HAMMER_SEED=42 scripts/test --filter HammerTests
/// ```
@Suite struct `a log under the hammer` {
    @Test func `keeps all that was acknowledged, once and in order, whatever is killed`() throws {
        let plan = Plan()
        print("hammer: \(plan.events) entries, HAMMER_SEED=\(plan.seed)")
        let arena = try Arena()
        defer { arena.remove() }
        try Writer.introduceActors(arena.client)
        try arena.connect().run(script: Followers.copySchema)

        let ledger = Ledger()
        let hasFailed = Atomic(false)
        let isOver = Atomic(false)
        let followers = Followers(arena: arena) { isOver.load(ordering: .relaxed) }
        let polling = Background { try followers.poll() }
        let listening = Background { try followers.listen() }
        let copying = Background { try followers.copy(seed: plan.seed) }
        let striking = Background { () throws -> [Plan.Strike.Target: Int] in
            var striker = Striker(arena, seed: plan.seed)
            var struck: [Plan.Strike.Target: Int] = [:]
            for strike in plan.strikes {
                while ledger.count < strike.acknowledged {
                    if hasFailed.load(ordering: .relaxed) { return struck }
                    usleep(20_000)
                }
                usleep(strike.delay)
                while !striker.strike(strike.target) {
                    if hasFailed.load(ordering: .relaxed) || ledger.count >= plan.events { return struck }
                    usleep(5_000)
                }
                struck[strike.target, default: 0] += 1
            }
            return struck
        }
        let writing = Result {
            try together(plan.writers) { number in
                var writer = Writer(number, arena.client, ledger, seed: plan.seed)
                do {
                    while ledger.count < plan.events, !hasFailed.load(ordering: .relaxed) {
                        try writer.write(batch: plan.batch)
                    }
                } catch {
                    hasFailed.store(true, ordering: .relaxed)
                    throw error
                }
            }
        }
        let struck = try striking.value()
        try arena.cluster.start(logger: TestDatabase.silent)
        isOver.store(true, ordering: .relaxed)
        try writing.get()

        let connection = try arena.connect()
        let heard = try listening.value()
        var findings = try Findings(connection)
        findings.compare(with: ledger)
        findings.compare(with: try polling.value(), of: "the polling follower")
        findings.compare(with: heard.reading, of: "the listening follower")
        findings.add(heard.flaws, of: "the listening follower")
        let crashes = try copying.value()
        try findings.compareWithCopy(connection)
        #expect(findings.flaws == [], "HAMMER_SEED=\(plan.seed)")
        for proof in [["verify", "--log-only"], ["replay", "--check"]] {
            let end = try arena.client.annals(proof)
            #expect(end.status == 0, "HAMMER_SEED=\(plan.seed), \(proof)\n\(end.output)\(end.errors)")
        }
        #expect(heard.heard > 0)
        print(
            "hammer: \(ledger.count) entries acknowledged; killed:",
            Plan.Strike.Target.allCases.map { "\(struck[$0] ?? 0) \($0)" }.joined(separator: ", "),
            "; \(heard.heard) notifications heard, \(crashes) crashes of a follower"
        )
    }
}
