/// Whether a change is one for the better.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
    case better, worse
    /// It is neither, or not known well enough to say.
    case unclear
}

extension Verdict {
    /// Compares the levels a lane may have before and after: better when the worst after is above the best before,
    /// worse when the best after is below the worst before.
    ///
    /// Unknown has no level: that a value becomes known says nothing of how it was.
    init(before: LaneState?, after: LaneState?) {
        guard let old = before?.levels, let new = after?.levels else {
            self = .unclear
            return
        }
        if new.lowerBound > old.upperBound {
            self = .better
        } else if new.upperBound < old.lowerBound {
            self = .worse
        } else {
            self = .unclear
        }
    }
}

extension LaneState {
    /// The levels it may have, from the worst to the best; nil when one of its values has none.
    fileprivate var levels: ClosedRange<Int>? {
        let levels = claims.compactMap(\.level)
        guard levels.count == claims.count, let worst = levels.min(), let best = levels.max() else {
            return nil
        }
        return worst...best
    }
}
