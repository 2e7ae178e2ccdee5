import Glibc
import Postgres
import Support

/// Kills what the plan names, when it says so.
struct Striker {
    let arena: Arena
    private var random: SplitMix64

    init(_ arena: Arena, seed: UInt64) {
        self.arena = arena
        random = SplitMix64(seed: seed &* 1_000 &+ 900)
    }

    /// Strikes at the next moment it can; false when nothing was there to be struck.
    mutating func strike(_ target: Plan.Strike.Target) -> Bool {
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
