import Glibc
import Support

/// How much is written in a run of the hammer, by how many, and when what is killed.
///
/// `HAMMER_EVENTS` and `HAMMER_SEED` say otherwise; what is drawn from the seed is the same for every run with it,
/// but not what happens at the same moment.
struct Plan: Sendable {
    /// Ends at so many acknowledged entries.
    let events: Int
    /// What everything random is drawn from.
    let seed: UInt64
    /// The lines of a batch, on average.
    let batch: Int
    /// Programs that write at once.
    let writers = 3
    /// What is killed, and after how many acknowledged entries, in this order.
    let strikes: [Strike]

    struct Strike: Sendable {
        enum Target: CaseIterable { case client, backend, server, postmaster }

        let acknowledged: Int
        let target: Target
        /// Microseconds to wait then, so that it falls anywhere in the work under way.
        let delay: UInt32
    }

    init(environment: [String: String] = TemporaryDirectory.processEnvironment) {
        let events = environment["HAMMER_EVENTS"].flatMap(Int.init) ?? 5_000
        let seed = environment["HAMMER_SEED"].flatMap(UInt64.init) ?? .random(in: 0...999_999)
        var random = SplitMix64(seed: seed)
        func strikes(_ count: Int, _ target: Strike.Target) -> [Strike] {
            (0..<count).map { _ in
                Strike(
                    acknowledged: .random(in: 0..<events * 9 / 10, using: &random),
                    target: target,
                    delay: .random(in: 0...300_000, using: &random)
                )
            }
        }
        let all =
            strikes(max(4, events / 3_000), .client) + strikes(max(2, events / 20_000), .backend)
            + strikes(max(1, events / 40_000), .server) + strikes(max(1, events / 40_000), .postmaster)
        self.events = events
        self.seed = seed
        batch = min(400, max(10, events / 100))
        self.strikes = all.sorted { $0.acknowledged < $1.acknowledged }
    }
}
