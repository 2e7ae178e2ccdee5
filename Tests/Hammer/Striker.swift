import Glibc
import Postgres
import Support

/// Kills what the plan names, when it says so.
struct Striker {
    let arena: Arena
    let plan: Plan
    let ledger: Ledger
    let strikes: Strikes
    private var random: SplitMix64

    init(_ arena: Arena, _ plan: Plan, _ ledger: Ledger, _ strikes: Strikes) {
        self.arena = arena
        self.plan = plan
        self.ledger = ledger
        self.strikes = strikes
        random = SplitMix64(seed: plan.seed &* 1_000 &+ 900)
    }

    /// Strikes each target again and again until it is over.
    mutating func strike(until isOver: () -> Bool) {
        let clock = ContinuousClock()
        var due = Plan.Target.allCases.map { target in
            (target: target, at: clock.now + .microseconds(plan.pause(before: target, using: &random)))
        }
        while let next = due.indices.min(by: { due[$0].at < due[$1].at }) {
            guard Self.wait(until: { clock.now >= due[next].at }, unless: isOver) else { return }
            let target = due[next].target
            let answers = ledger.answers
            guard Self.wait(until: { strike(target) }, unless: isOver) else { return }
            strikes.note(target)
            due[next].at = clock.now + .microseconds(plan.pause(before: target, using: &random))
            // Now and then the next falls while this one is still being recovered from. But not always: on a slow
            // machine nobody would ever get anything done.
            guard Int.random(in: 0..<4, using: &random) > 0 else { continue }
            guard Self.wait(until: { ledger.answers >= answers + 8 }, unless: isOver) else { return }
        }
    }

    /// Waits for something; false when it was over before.
    private static func wait(until isThere: () -> Bool, unless isOver: () -> Bool) -> Bool {
        while !isOver() {
            if isThere() { return true }
            usleep(5_000)
        }
        return false
    }

    /// Strikes; false when nothing was there to be struck.
    private mutating func strike(_ target: Plan.Target) -> Bool {
        switch target {
        case .client: return arena.client.kill(using: &random)
        case .backend:
            guard let sessions = try? sessions(), let victim = sessions.randomElement(using: &random) else {
                return false
            }
            arena.processes.killSession(victim)
        case .server: arena.processes.killAll()
        case .postmaster: arena.processes.killFirst()
        }
        return true
    }

    /// The server's processes for sessions of writers.
    private func sessions() throws -> [pid_t] {
        try arena.connect().query(
            "select pid from pg_stat_activity where application_name = 'annals/append'"
        ) { row throws(PostgresError) in try row["pid"] }
    }
}
