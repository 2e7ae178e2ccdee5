package import Annals

/// How lanes ran through some days: what each said, one stretch after the other.
package struct Course: Sendable {
    /// Some days on end through which a lane said the same.
    package struct Stretch: Sendable {
        /// The days, both included.
        package let days: ClosedRange<Day>
        /// What it said.
        package let state: LaneState
    }

    /// A lane, and what it said when; where there is nothing, it is unknown.
    package struct Lane: Sendable {
        package let lane: LaneID
        package let stretches: [Stretch]
    }

    /// The days.
    package let days: ClosedRange<Day>
    /// The lanes that say anything on any of them, in the rulebook's order of facets.
    package let lanes: [Lane]
    /// Whether every change shows on its day; otherwise only some days were looked at, evenly spread.
    package let isExact: Bool

    /// So many turns at most are followed one by one; of a busier stream as many days are looked at instead, which is
    /// more than a screen has columns.
    package static let mostTurns = 600

    /// The course through the states on some days, each of which holds until the next.
    init(_ states: [RelationshipState], within days: ClosedRange<Day>, isExact: Bool) {
        self.days = days
        self.isExact = isExact
        var open: [LaneID: (state: LaneState, first: Day)] = [:]
        var stretches: [LaneID: [Stretch]] = [:]
        for state in states {
            let day = state.asOf.at
            let now = Dictionary(uniqueKeysWithValues: state.lanes.map { ($0.lane, $0) })
            for (lane, before) in open where now[lane].map({ $0.isAlike(before.state) }) != true {
                stretches[lane, default: []].append(
                    Stretch(days: before.first...day.advanced(by: -1), state: before.state)
                )
                open[lane] = nil
            }
            for state in state.lanes where open[state.lane] == nil { open[state.lane] = (state, day) }
        }
        for (lane, last) in open {
            stretches[lane, default: []].append(
                Stretch(days: last.first...days.upperBound, state: last.state)
            )
        }
        lanes = stretches.map { Lane(lane: $0, stretches: $1) }.sorted { $0.lane.order < $1.lane.order }
    }

    /// So many days at most from the first of some to the last, evenly spread.
    static func evenDays(within days: ClosedRange<Day>, count: Int) -> [Day] {
        let length = Int(days.upperBound.rawValue) - Int(days.lowerBound.rawValue)
        guard length > 0 else { return [days.lowerBound] }
        let steps = min(length, count - 1)
        return (0...steps).map { days.lowerBound.advanced(by: $0 * length / steps) }
    }
}

extension Answers {
    /// How a stream stood through some days, as known at a position.
    package func course(of stream: StreamID, through days: ClosedRange<Day>, known: Position) throws -> Course
    {
        let (states, isExact) = try courseStates(of: stream, through: days, known: known)
        return Course(states, within: days, isExact: isExact)
    }

    /// The states that make a course: on the days on which they can change, or on evenly spread ones when those are
    /// too many.
    func courseStates(of stream: StreamID, through days: ClosedRange<Day>, known: Position) throws -> (
        states: [RelationshipState], isExact: Bool
    ) {
        let turning = try turningDays(of: stream, within: days, known: known, most: Course.mostTurns)
        let looked = turning ?? Course.evenDays(within: days, count: Course.mostTurns)
        return (try states(of: stream, on: looked, known: known), turning != nil)
    }
}

extension LaneState {
    /// Whether it says the same on the ground of the same entry.
    func isAlike(_ other: LaneState) -> Bool {
        gist == other.gist && value?.position == other.value?.position
    }
}
