package import Annals
import EventLog
import Postgres

extension History {
    /// From the first finite day on which any event may have begun to the last, as known at a position; nil for none.
    package func span(known: Position) throws -> ClosedRange<Day>? {
        let bounds = try log.connection.first(
            """
            select min(begin_earliest) filter (where isfinite(begin_earliest)) as first,
                   max(begin_latest) filter (where isfinite(begin_latest)) as last
              from annals.occurrence where known_from <= \(known) and known_to > \(known)
            """
        ) { row throws(PostgresError) in
            (first: try row["first", as: Day?.self], last: try row["last", as: Day?.self])
        }
        guard let first = bounds?.first, let last = bounds?.last, first <= last else { return nil }
        return first...last
    }

    /// From which day to which a relationship, or every stream an actor is in, says anything, as known at a position.
    ///
    /// The first and last finite day on which an event may begin, or an effect begin or end, be it claimed or that it
    /// lapses; an end is the first day on which it no longer holds. Nil for no such day.
    package func span(of stream: StreamID, known: Position) throws -> ClosedRange<Day>? {
        let bounds = try log.connection.first(
            """
            select min(d.first) as first, max(d.last) as last
              from annals.streams_of(\(stream.name)) as s (stream)
             cross join lateral annals.span(s.stream, \(known)) as d
            """
        ) { row throws(PostgresError) in
            (first: try row["first", as: Day?.self], last: try row["last", as: Day?.self])
        }
        guard let first = bounds?.first, let last = bounds?.last else { return nil }
        return first...last
    }
}
