extension Event {
    /// Who acted towards whom: every actor with every recipient; without recipients, every pair of actors.
    public var pairs: [(from: ActorID, to: ActorID)] {
        if recipients.isEmpty {
            return actors.indices.flatMap { first in
                actors[(first + 1)...].map { (from: actors[first], to: $0) }
            }
        }
        return actors.flatMap { actor in recipients.filter { $0 != actor }.map { (from: actor, to: $0) } }
    }

    /// The streams its participants touch; those its effects name come on top.
    var streams: [StreamID] {
        let pairs = pairs.compactMap { StreamID($0.from, $0.to) }
        return pairs.isEmpty ? actors.map { StreamID($0) } : pairs
    }

    /// What it adds to the monthly counts; nothing without a PLOVER type, which alone can be scored.
    var activity: [Activity] {
        guard let type, modality.mayHaveEffects else { return [] }
        let first = occurred.bounds.beginEarliest.components
        let last = occurred.bounds.beginLatest.components
        let month =
            if let first, let last, first.year == last.year, first.month == last.month {
                Day(year: first.year, month: first.month, day: 1) ?? .distantPast
            } else {
                Day.distantPast
            }
        func one(_ stream: StreamID, _ from: ActorID, _ to: ActorID?) -> Activity {
            Activity(
                stream: stream,
                from: from,
                to: to,
                month: month,
                quadClass: type.quadClass,
                events: 1,
                scoreInTenths: type.scoreInTenths(mode: mode)
            )
        }
        let pairs = pairs
        if pairs.isEmpty { return actors.map { one(StreamID($0), $0, nil) } }
        return pairs.compactMap { pair in
            StreamID(pair.from, pair.to).map { one($0, pair.from, pair.to) }
        }
    }
}
