import Support

/// How much is written in a run of the hammer, by how many, in which pieces, and how often what is killed.
///
/// `HAMMER_EVENTS` and `HAMMER_SEED` say otherwise; what is drawn from the seed is the same for every run with it,
/// but not what happens at the same moment.
struct Plan: Sendable {
    /// Ends at so many acknowledged entries, at the earliest.
    let events: Int
    /// What everything random is drawn from.
    let seed: UInt64
    /// Programs that write at once.
    let writers = 3
    /// How often each target is killed at least, however fast the entries are written.
    let leastStrikes: Int

    /// What can be killed.
    enum Target: CaseIterable { case client, backend, server, postmaster }

    init(environment: [String: String] = TemporaryDirectory.processEnvironment) {
        events = environment["HAMMER_EVENTS"].flatMap(Int.init) ?? 5_000
        seed = environment["HAMMER_SEED"].flatMap(UInt64.init) ?? .random(in: 0...999_999)
        leastStrikes = events < 100_000 ? 1 : 3
    }

    /// How many lines a writer sends at once.
    ///
    /// Every other time it is one; starting the program for it costs as much as a hundred lines do. It is batches
    /// that make a log long, and these grow with it.
    func lines(using random: inout some RandomNumberGenerator) -> Int {
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1, 2: return 1
        case 3: return .random(in: 2...30, using: &random)
        default:
            let many = min(2_000, max(150, events / 100))
            return .random(in: many / 2...many * 3 / 2, using: &random)
        }
    }

    /// Microseconds until a target is struck again.
    ///
    /// By the clock, not by entries: what takes longer is struck more often.
    func pause(before target: Target, using random: inout some RandomNumberGenerator) -> Int {
        let long = min(40_000_000, max(6_000_000, events * 200))
        let usual =
            switch target {
            case .client: long / 15
            case .backend: long / 2
            case .server, .postmaster: long
            }
        return .random(in: usual / 2...usual * 3 / 2, using: &random)
    }
}
