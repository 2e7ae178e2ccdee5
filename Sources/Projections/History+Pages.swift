package import Annals
package import EventLog
import Postgres

extension History {
    /// Events that may have begun on one of some days, as known at a position, in the order of the world: the first
    /// ones after a place, or from the start, at most so many.
    ///
    /// An actor's own stream stands for every stream the actor is in; an event of several comes once. What is read is
    /// what is told, for each of these streams, however long they are.
    ///
    /// ```swift
    /// let first = try history.page(of: stream, known: known, begun: days, after: nil, limit: 40)
    /// let next = try history.page(of: stream, known: known, begun: days, after: first.last.flatMap(HistoryPlace.init), limit: 40)
    /// ```
    package func page(
        of stream: StreamID,
        known: Position,
        begun days: ClosedRange<Day>,
        after place: HistoryPlace?,
        limit: Int
    ) throws -> [LoggedEntry] {
        let place = place ?? .start
        return try events(
            """
            select b.position
              from annals.streams_of(\(stream.name)) as s (stream)
             cross join lateral annals.begun(
                       s.stream, \(known), \(days.lowerBound), \(days.upperBound), \(place.begin.lowerBound),
                       \(place.begin.upperBound), \(place.position), \(Int64(limit))) as b
             group by b.begin_earliest, b.begin_latest, b.position
             order by b.begin_earliest, b.begin_latest, b.position limit \(Int64(limit))
            """
        )
    }

    /// The last of these events, at most so many; they too in the order of the world.
    package func lastPage(of stream: StreamID, known: Position, begun days: ClosedRange<Day>, limit: Int)
        throws -> [LoggedEntry]
    {
        try events(
            """
            select b.position
              from annals.streams_of(\(stream.name)) as s (stream)
             cross join lateral annals.begun_last(
                       s.stream, \(known), \(days.lowerBound), \(days.upperBound), \(Int64(limit))) as b
             group by b.begin_earliest, b.begin_latest, b.position
             order by b.begin_earliest desc, b.begin_latest desc, b.position desc limit \(Int64(limit))
            """
        )
    }

    /// The entries at the positions that a query finds.
    private func events(_ query: Query) throws -> [LoggedEntry] {
        let positions = try log.connection.query(query) { row throws(PostgresError) in
            try row["position", as: Position.self]
        }
        return Self.sorted(Array(try log.entries(at: positions).values))
    }
}
