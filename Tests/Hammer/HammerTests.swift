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

        let (ledger, strikes) = (Ledger(), Strikes())
        let hasFailed = Atomic(false)
        let isOver = Atomic(false)
        let clock = ContinuousClock()
        let start = clock.now
        let isWritten: @Sendable () -> Bool = {
            hasFailed.load(ordering: .relaxed)
                || ledger.count >= plan.events && strikes.least >= plan.leastStrikes
        }
        let followers = Followers(arena: arena) { isOver.load(ordering: .relaxed) }
        let polling = Background { try followers.poll() }
        let listening = Background { try followers.listen() }
        let copying = Background { try followers.copy(seed: plan.seed) }
        let striking = Background {
            var striker = Striker(arena, plan, ledger, strikes)
            striker.strike(until: isWritten)
        }
        try arena.connect().run(script: Intruder.role)
        let intruding = Background {
            var intruder = Intruder(arena, seed: plan.seed)
            intruder.intrude(until: isWritten)
            return intruder.deeds
        }
        let writing = Result {
            try together(plan.writers) { number in
                var writer = Writer(number, arena.client, ledger, seed: plan.seed)
                do {
                    while !isWritten() { try writer.write(plan) }
                } catch {
                    hasFailed.store(true, ordering: .relaxed)
                    throw error
                }
            }
        }
        try striking.value()
        let deeds = try intruding.value()
        try arena.cluster.start(logger: TestDatabase.silent)
        isOver.store(true, ordering: .relaxed)
        try writing.get()
        let written = clock.now

        let connection = try arena.connect()
        var findings = try Findings(connection)
        // These look on their own, all at once.
        let proofs = [["verify", "--log-only"], ["replay", "--check"]].map { arguments in
            Background { (arguments, try arena.client.annals(arguments)) }
        }
        findings.compare(with: ledger)
        findings.compare(with: try polling.value(), of: "the polling follower")
        let heard = try listening.value()
        findings.compare(with: heard.reading, of: "the listening follower")
        findings.add(heard.flaws, of: "the listening follower")
        let crashes = try copying.value()
        try findings.compareWithCopy(connection)
        #expect(findings.flaws == [], "HAMMER_SEED=\(plan.seed)")
        for proof in proofs {
            let (arguments, end) = try proof.value()
            #expect(end.status == 0, "HAMMER_SEED=\(plan.seed), \(arguments)\n\(end.output)\(end.errors)")
        }
        for target in Plan.Target.allCases { #expect(strikes.count(of: target) >= plan.leastStrikes) }
        #expect(heard.heard > 0)
        #expect(deeds > 0)
        print(
            "hammer: \(ledger.count) entries acknowledged, \(ledger.conflicts) conditions refused; killed:",
            Plan.Target.allCases.map { "\(strikes.count(of: $0)) \($0)" }.joined(separator: ", ") + ";",
            "\(heard.heard) notifications heard, \(crashes) crashes of a follower;",
            "\((written - start).components.seconds) s of writing,",
            "\((clock.now - written).components.seconds) s of looking it through"
        )
    }
}
