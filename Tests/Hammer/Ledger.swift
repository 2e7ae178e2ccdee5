import Annals
import Synchronization

/// What writers were told was written, noted beside the log.
final class Ledger: Sendable {
    private struct State {
        /// Where annals said an entry is; 0 when it only said that it is there.
        var positions: [LogKey: Int64] = [:]
        var flaws: [String] = []
        var answers = 0
        var conflicts = 0
    }

    private let state = Mutex(State())

    /// How many entries were acknowledged.
    var count: Int { state.withLock(\.positions.count) }

    /// What was acknowledged, with the positions told.
    var positions: [LogKey: Int64] { state.withLock(\.positions) }

    /// What was wrong with acknowledgements.
    var flaws: [String] { state.withLock(\.flaws) }

    /// How often something was acknowledged, of whatever length.
    var answers: Int { state.withLock(\.answers) }

    /// How often something was refused because somebody else wrote meanwhile, as it had to be.
    var conflicts: Int { state.withLock(\.conflicts) }

    /// Notes what annals said of an entry.
    ///
    /// - Parameter position: nil when it does not say, as of a line that asks for what is there already.
    func note(_ key: LogKey, at position: Int64?) {
        state.withLock { state in
            let before = state.positions[key] ?? 0
            if let position, before > 0, before != position {
                state.flaws.append("\(key) was said to be at #\(before), then at #\(position)")
            }
            state.positions[key] = position ?? before
        }
    }

    /// Notes that something was acknowledged as a whole.
    func noteAnswer() {
        state.withLock { $0.answers += 1 }
    }

    /// Notes that something was refused because somebody else wrote meanwhile.
    func noteConflict() {
        state.withLock { $0.conflicts += 1 }
    }

    /// Notes that something was acknowledged as it must not be.
    func note(flaw: String) {
        state.withLock { $0.flaws.append(flaw) }
    }
}
