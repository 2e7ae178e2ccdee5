package import Annals
package import EventLog
import Postgres

extension LogRecord: Ground {
    package func states(of stream: StreamID, on days: [Day], known: Position) throws -> [RelationshipState] {
        record(of: stream).states(on: days, known: known, recordedAt: nil)
    }

    package func turningDays(of stream: StreamID, within days: ClosedRange<Day>, known: Position, most: Int)
        throws
        -> [Day]?
    {
        let found = TurningDays.of(record(of: stream).effects(known: known), within: days)
        return found.count > most ? nil : found
    }

    package func span(of stream: StreamID, known: Position) throws -> ClosedRange<Day>? {
        let days = record(of: stream).effects(known: known).map(\.effect.bounds).flatMap { bounds in
            [bounds.beginEarliest, bounds.beginLatest, bounds.endEarliest, bounds.endLatest].filter(
                \.isFinite
            )
        }
        guard let first = days.min(), let last = days.max() else { return nil }
        return first...last
    }

    package func network(
        asOf: AsOf,
        of actors: [ActorID]?,
        facet: Facet?,
        _ body: (StreamID, [LaneState]) throws -> Void
    ) throws {
        for (stream, record) in streams.sorted(by: { $0.key < $1.key }) where stream.isAmong(actors) {
            let lanes = record.state(asOf: asOf, recordedAt: nil).lanes.filter {
                facet == nil || $0.lane.facet == facet
            }
            if !lanes.isEmpty { try body(stream, lanes) }
        }
    }

    package func touched(from first: Position, to last: Position, of actors: [ActorID]?) throws -> [StreamID]
    {
        streams.filter { stream, record in
            stream.isAmong(actors) && record.positions.contains { $0 > first && $0 <= last }
        }.keys.sorted()
    }

    package func candidates(of stream: StreamID, asOf: AsOf) throws -> [KnownEffect] {
        record(of: stream).effects(known: asOf.known)
    }

    package func claims(of stream: StreamID, asOf: AsOf, facet: Facet?, most: Int) throws -> [Claim] {
        record(of: stream).claims.compactMap { claim in
            let (effect, stood) = (claim.known.effect, claim.stands(at: asOf.known))
            guard claim.known.position <= asOf.known, facet == nil || effect.lane.facet == facet,
                !stood || effect.bounds.beginEarliest <= asOf.at
            else { return nil }
            return stood ? Claim(known: claim.known, replaced: nil) : claim
        }
    }

    package func entries(at positions: [Position]) throws -> [Position: LoggedEntry] {
        var entries: [Position: LoggedEntry] = [:]
        guard !positions.isEmpty else { return entries }
        try read(.positions(Set(positions).sorted()), known) { logged in
            if let position = logged.position { entries[position] = logged }
        }
        return entries
    }

    package func entries(of events: [EventID], known: Position) throws -> [LoggedEntry] {
        var entries: [LoggedEntry] = []
        if !events.isEmpty { try read(.events(events), known) { entries.append($0) } }
        return entries
    }

    package func replacements(of positions: [Position], known: Position) throws -> [Position: LoggedEntry] {
        let next: [Position: Position] = positions.reduce(into: [:]) { next, position in
            let places = events[position].flatMap { self.places[$0] } ?? []
            next[position] = places.first { $0 > position && $0 <= known }
        }
        let entries = try entries(at: Array(next.values))
        return next.compactMapValues { entries[$0] }
    }

    package func titles(at positions: [Position]) throws -> [Position: String] {
        try entries(at: positions).compactMapValues { $0.entry.content?.event?.title }
    }

    private func record(of stream: StreamID) -> StreamRecord {
        streams[stream] ?? StreamRecord(stream, rulebook: rulebook)
    }
}
