package import Annals
package import EventLog

/// What changed between two days of the world, or between two states of our knowledge of it.
package struct Diff {
    let ground: any Ground
    private let spread: [StreamID: ClosedRange<Day>]?

    /// - Parameter spread: streams to be compared on days evenly spread from one to another, where it was decided
    ///   already which are; all others are then compared on every day on which anything can change.
    package init(on ground: any Ground, spread: [StreamID: ClosedRange<Day>]? = nil) {
        self.ground = ground
        self.spread = spread
    }

    /// What changed as the projections have it.
    package init(_ log: Log) {
        self.init(on: Answers(log))
    }

    /// The lanes that stand otherwise on one day than on another, as known at a position.
    ///
    /// That somebody else says the same, or says it anew, is no change of the world.
    package func world(of stream: StreamID, from first: Day, to last: Day, known: Position) throws
        -> [CausedChange]
    {
        let states = try ground.states(of: stream, on: [first, last], known: known)
        let changes = LaneChange.between(states[0].lanes, states[1].lanes, on: last, by: \.standing)
        return try caused(changes, since: first)
    }

    /// The same over every relationship, or those of some actors, in the order of their names.
    package func world(
        of actors: [ActorID]?,
        from first: Day,
        to last: Day,
        known: Position,
        _ body: ([CausedChange]) throws -> Void
    ) throws {
        var before: [StreamID: [LaneState]] = [:]
        try ground.network(asOf: AsOf(at: first, known: known), of: actors, facet: nil) { before[$0] = $1 }
        var changes: [LaneChange] = []
        try ground.network(asOf: AsOf(at: last, known: known), of: actors, facet: nil) { stream, lanes in
            let old = before.removeValue(forKey: stream) ?? []
            changes += LaneChange.between(old, lanes, on: last, by: \.standing)
        }
        changes += before.values.flatMap { LaneChange.between($0, [], on: last, by: \.standing) }
        let titles = try ground.titles(
            at: changes.flatMap { [$0.before, $0.after] }.flatMap { $0?.claims ?? [] }.map(\.position)
        )
        let ordered = Dictionary(grouping: changes.map { $0.titled(titles) }, by: \.lane.stream)
            .sorted { $0.key < $1.key }
        for (_, changes) in ordered {
            try body(try caused(changes, since: first))
        }
    }

    /// The lanes of which more, less or something else is known at one position than at another: on a day, or on any
    /// up to a day.
    package func knowledge(
        of stream: StreamID,
        from first: Position,
        to last: Position,
        on day: Day?,
        upTo today: Day
    ) throws -> [CausedChange] {
        if let day {
            let changes = try changes(of: stream, from: first, to: last, on: [day])[0]
            return try caused(changes.map { ($0, nil) }, after: first, upTo: last)
        }
        let days = try days(of: stream, [first, last], upTo: today)
        let changes = try changes(of: stream, from: first, to: last, on: days)
        return try caused(Self.stretches(changes, days), after: first, upTo: last)
    }

    /// From which day to which those are evenly spread on which a relationship is compared at two positions that is
    /// too busy for every day on which anything can change; nil for any other.
    package func spread(of stream: StreamID, from first: Position, to last: Position, upTo today: Day) throws
        -> ClosedRange<Day>?
    {
        if let spread { return spread[stream] }
        let window = try window(of: stream, [first, last], upTo: today)
        return try turning(of: stream, [first, last], within: window, most: Course.mostTurns) == nil
            ? window : nil
    }

    /// From the day before anything begins to the last on which anything changes, or today, at some positions.
    package func window(of stream: StreamID, _ known: [Position], upTo today: Day) throws -> ClosedRange<Day>
    {
        let spans = try known.compactMap { try ground.span(of: stream, known: $0) }
        let first = spans.map(\.lowerBound).min() ?? today
        let last = spans.map(\.upperBound).max() ?? today
        // Where dates are not of one day, the last change may come two days after the last of them.
        return min(first.advanced(by: -1), today)...max(last.advanced(by: 2), today)
    }

    private func changes(of stream: StreamID, from first: Position, to last: Position, on days: [Day]) throws
        -> [[LaneChange]]
    {
        let before = try ground.states(of: stream, on: days, known: first)
        let after = try ground.states(of: stream, on: days, known: last)
        return zip(days, zip(before, after)).map { day, states in
            LaneChange.between(states.0.lanes, states.1.lanes, on: day)
        }
    }

    /// The days on which anything can change at any of some positions; evenly spread ones when they are too many.
    private func days(of stream: StreamID, _ known: [Position], upTo today: Day) throws -> [Day] {
        if let days = spread?[stream] { return Course.evenDays(within: days, count: Course.mostTurns) }
        let window = try window(of: stream, known, upTo: today)
        let most = spread == nil ? Course.mostTurns : .max
        return try turning(of: stream, known, within: window, most: most)
            ?? Course.evenDays(within: window, count: Course.mostTurns)
    }

    private func turning(of stream: StreamID, _ known: [Position], within window: ClosedRange<Day>, most: Int)
        throws
        -> [Day]?
    {
        var found: Set<Day> = []
        for known in known {
            guard let days = try ground.turningDays(of: stream, within: window, known: known, most: most)
            else {
                return nil
            }
            found.formUnion(days)
        }
        return found.sorted()
    }

    /// Changes that stay the same from one of the days to the next, each as one; those of the first day were so all
    /// along, and those of the last stay so.
    private static func stretches(_ changes: [[LaneChange]], _ days: [Day]) -> [(
        LaneChange, ClosedRange<Day>?
    )] {
        var open: [LaneID: (change: LaneChange, first: Day)] = [:]
        var closed: [(LaneChange, ClosedRange<Day>?)] = []
        for (day, changes) in zip(days, changes) {
            let now = Dictionary(uniqueKeysWithValues: changes.map { ($0.lane, $0) })
            for (lane, (change, first)) in open where now[lane].map({ $0.isAlike(change) }) != true {
                closed.append((change, first...day.advanced(by: -1)))
                open[lane] = nil
            }
            for change in changes where open[change.lane] == nil {
                open[change.lane] = (change, day == days[0] ? .distantPast : day)
            }
        }
        closed += open.values.map { ($0.change, $0.first ... .distantFuture) }
        return closed.sorted { one, other in
            one.0.lane.order != other.0.lane.order
                ? one.0.lane.order < other.0.lane.order : one.0.day < other.0.day
        }
    }
}

extension LaneChange {
    fileprivate func isAlike(_ other: LaneChange) -> Bool {
        before?.gist == other.before?.gist && after?.gist == other.after?.gist
    }
}
