package import Annals

/// How two actors stood through some days, on the facet on which they stood worst.
package struct StandingCourse: Sendable {
    /// Some days on end through which they stood the same.
    package struct Stretch: Sendable {
        /// The days, both included.
        package let days: ClosedRange<Day>
        /// How they stood.
        package let standing: Standing
    }

    /// Between whom.
    package let stream: StreamID
    /// The stretches; where there is none, nothing is known.
    package let stretches: [Stretch]
}

extension Answers {
    /// How two actors stood through some days, on one facet or the one on which they stood worst, as known at a
    /// position.
    package func standings(
        of stream: StreamID,
        through days: ClosedRange<Day>,
        facet: Facet?,
        known: Position
    ) throws
        -> StandingCourse
    {
        let states = try courseStates(of: stream, through: days, known: known).states
        var stretches: [StandingCourse.Stretch] = []
        for (index, state) in states.enumerated() {
            let lanes = state.lanes.filter { facet == nil || $0.lane.facet == facet }
            guard let standing = Standing(lanes) else { continue }
            let first = state.asOf.at
            let last = index + 1 < states.count ? states[index + 1].asOf.at.advanced(by: -1) : days.upperBound
            if let before = stretches.last, before.days.upperBound.advanced(by: 1) == first,
                before.standing.isAlike(standing)
            {
                stretches[stretches.count - 1] = StandingCourse.Stretch(
                    days: before.days.lowerBound...last,
                    standing: before.standing
                )
            } else {
                stretches.append(StandingCourse.Stretch(days: first...last, standing: standing))
            }
        }
        return StandingCourse(stream: stream, stretches: stretches)
    }
}

extension Standing {
    /// Whether it says the same on the ground of the same entry.
    fileprivate func isAlike(_ other: Standing) -> Bool {
        worst.isAlike(other.worst) && worst.lane == other.worst.lane && mayBeWorse == other.mayBeWorse
    }
}
