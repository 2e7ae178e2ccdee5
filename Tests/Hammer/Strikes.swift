import Synchronization

/// What was killed so far.
final class Strikes: Sendable {
    private let counts = Mutex<[Plan.Target: Int]>([:])

    func note(_ target: Plan.Target) {
        counts.withLock { $0[target, default: 0] += 1 }
    }

    func count(of target: Plan.Target) -> Int {
        counts.withLock { $0[target] ?? 0 }
    }

    /// How often the target was struck that was struck least.
    var least: Int { Plan.Target.allCases.map(count).min() ?? 0 }
}
