import Annals
import EventLog

@testable import Projections

/// How streams stood as known at a position, swept over all effects known then, without a database.
struct Sweep {
    /// Where the log is known to.
    let position: Position
    private var known = KnownLanes()
    private let chronicle: Chronicle

    init(_ chronicle: Chronicle, known position: Position) {
        self.chronicle = chronicle
        self.position = position
        for (index, pending) in chronicle.entries.prefix(Int(position.rawValue)).enumerated() {
            known.learn(pending.entry, at: Position(rawValue: Int64(index + 1)))
        }
    }

    /// The effects of a lane.
    func effects(of lane: LaneID) -> [KnownEffect] { known.lanes(of: lane.stream)[lane] ?? [] }

    /// Every lane that has effects, in any order.
    func lanes(of stream: StreamID) -> [LaneID] { Array(known.lanes(of: stream).keys) }

    /// How a stream stood on each of some days.
    func states(of stream: StreamID, on days: [Day]) -> [[LaneState]] {
        let effects = known.lanes(of: stream).values.flatMap(\.self)
        return days.map { day in
            RelationshipState(
                stream: stream,
                asOf: AsOf(at: day, known: position),
                recordedAt: nil,
                rulebook: .one,
                version: Version(rawValue: 0),
                effects: effects,
                title: { chronicle.title(at: $0.position) }
            ).lanes
        }
    }

    /// How a stream stood on a day.
    func state(of stream: StreamID, on day: Day) -> [LaneState] { states(of: stream, on: [day])[0] }
}

extension ClosedRange<Day> {
    /// Each of the days.
    var all: [Day] { (lowerBound.rawValue...upperBound.rawValue).map { Day(rawValue: $0) } }
}
