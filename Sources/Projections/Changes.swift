package import Annals
package import EventLog

/// What an entry changed in how things stood.
package struct Changes {
    let answers: Answers

    package init(_ log: Log) {
        answers = Answers(log)
    }

    /// What an entry at a position changed, lane by lane.
    ///
    /// The world is compared before and after the entry on the days it is about: when each of its effects has
    /// certainly begun, and those of what it replaces; for what has always been so, today.
    package func made(by entry: Entry, replacing: EntryContent?, at position: Position, today: Day) throws
        -> [LaneChange]
    {
        let rulebook = answers.log.rulebook
        let now = entry.content.map { Derivation.of($0, replacing: nil, rulebook: rulebook).effects } ?? []
        let before = replacing.map { Derivation.of($0, replacing: nil, rulebook: rulebook).effects } ?? []
        let effects = now + before
        var changes: [LaneChange] = []
        for stream in Set(effects.map(\.lane.stream)).sorted() {
            let days = Set(effects.filter { $0.lane.stream == stream }.map { $0.day(orElse: today) }).sorted()
            for day in days {
                let old = try answers.state(
                    of: stream,
                    asOf: AsOf(at: day, known: Position(rawValue: position.rawValue - 1))
                )
                let new = try answers.state(of: stream, asOf: AsOf(at: day, known: position))
                for change in LaneChange.between(old.lanes, new.lanes, on: day)
                where !changes.contains(where: { $0.lane == change.lane }) {
                    changes.append(change)
                }
            }
        }
        return changes
    }
}

extension Effect {
    /// A day on which it shows: when it has certainly begun, else when it may have.
    fileprivate func day(orElse today: Day) -> Day {
        [bounds.beginLatest, bounds.beginEarliest].first(where: \.isFinite) ?? today
    }
}
