import Annals
import EventLog
import Projections

/// What reading commands answer from the projections, and an audit from the log alone.
extension Question {
    /// The two readings of the clocks that are compared.
    var range: ClockRange { ClockRange(before: before ?? clocks, after: clocks) }

    /// Those it is about, each once; nil for everybody.
    var subjects: [ActorID]? { actors.isEmpty ? nil : Set(actors.map(\.actor)).sorted() }

    /// Who stood how with whom.
    func ties(on ground: some Ground) throws -> [Tie] {
        try ground.ties(asOf: clocks.asOf, of: subjects, facet: facet)
    }

    /// What each facet rests on.
    func evidence(on ground: some Ground) throws -> [Evidence] {
        try ground.evidence(of: actors.stream(), asOf: clocks.asOf, facet: facet)
    }

    /// What changed, and why.
    func changes(on ground: some Ground) throws -> [CausedChange] {
        let changes = range.isOfWorld ? try changesOfWorld(on: ground) : try changesOfKnowledge(on: ground)
        return changes.filter { facet == nil || $0.change.lane.facet == facet }
    }

    /// The relationships too busy to be compared on every day, and from which day to which others were looked at.
    func spread(on ground: some Ground) throws -> [StreamID: ClosedRange<Day>] {
        guard !range.isOfOneDay else { return [:] }
        let diff = Diff(on: ground)
        return try compared(on: ground).reduce(into: [:]) { spread, stream in
            spread[stream] = try diff.spread(
                of: stream,
                from: range.before.known,
                to: clocks.known,
                upTo: clocks.at
            )
        }
    }

    private func changesOfWorld(on ground: some Ground) throws -> [CausedChange] {
        let (first, last, known) = (range.before.at, clocks.at, clocks.known)
        let diff = Diff(on: ground)
        guard actors.count < 2 else {
            return try diff.world(of: actors.stream(), from: first, to: last, known: known)
        }
        var changes: [CausedChange] = []
        try diff.world(of: subjects, from: first, to: last, known: known) { changes += $0 }
        return changes
    }

    private func changesOfKnowledge(on ground: some Ground) throws -> [CausedChange] {
        let diff = Diff(on: ground, spread: spread)
        return try compared(on: ground).flatMap { stream in
            try diff.knowledge(
                of: stream,
                from: range.before.known,
                to: clocks.known,
                on: range.isOfOneDay ? clocks.at : nil,
                upTo: clocks.at
            )
        }
    }

    /// The streams of which something else may be known.
    private func compared(on ground: some Ground) throws -> [StreamID] {
        if actors.count == 2 { return [try actors.stream()] }
        return try ground.touched(from: range.before.known, to: clocks.known, of: subjects)
    }
}
