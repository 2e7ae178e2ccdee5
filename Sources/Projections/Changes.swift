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
                for change in LaneChange.between(old, new, on: day)
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

/// A lane before and after.
package struct LaneChange: Hashable, Sendable {
    /// The lane.
    package let lane: LaneID
    /// The day the two are compared on.
    package let day: Day
    /// How it stood; nil for unknown.
    package let before: LaneState?
    /// How it stands; nil for unknown.
    package let after: LaneState?

    /// The lanes that differ between two states of one stream, in anything but the entry they rest on.
    static func between(_ old: RelationshipState, _ new: RelationshipState, on day: Day) -> [LaneChange] {
        let lanes = (new.lanes + old.lanes).map(\.lane)
        var seen: Set<LaneID> = []
        return lanes.filter { seen.insert($0).inserted }.compactMap { lane in
            let before = old.lanes.first { $0.lane == lane }
            let after = new.lanes.first { $0.lane == lane }
            return before?.gist == after?.gist
                ? nil : LaneChange(lane: lane, day: day, before: before, after: after)
        }
    }
}

extension LaneState {
    /// What a reader would call the state: value, since when, until when, how sure, what else.
    fileprivate var gist: [String] {
        [
            value?.value ?? "", value?.since.edtf ?? "", value?.modality ?? "", until?.edtf ?? "",
            certainty.rawValue,
        ]
            + alternatives.map { "\($0.value) \($0.since.edtf)" }
    }
}
