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
        let days = Dictionary(grouping: now + before, by: \.lane.stream).mapValues { effects in
            Set(effects.map { $0.day(orElse: today) }).sorted()
        }
        let places = days.sorted { $0.key < $1.key }.flatMap { stream, days in
            days.map { Place(stream: stream, day: $0) }
        }
        let old = try answers.lanes(at: places, known: Position(rawValue: position.rawValue - 1))
        let new = try answers.lanes(at: places, known: position)
        var told: Set<LaneID> = []
        return zip(places, zip(old, new)).flatMap { place, lanes in
            LaneChange.between(lanes.0, lanes.1, on: place.day).filter { told.insert($0.lane).inserted }
        }
    }
}

extension Effect {
    /// A day on which it shows: when it has certainly begun, else when it may have.
    fileprivate func day(orElse today: Day) -> Day {
        [bounds.beginLatest, bounds.beginEarliest].first(where: \.isFinite) ?? today
    }
}
