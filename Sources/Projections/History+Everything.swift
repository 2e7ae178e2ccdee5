package import Annals
package import EventLog
package import Postgres

/// An event as its last entry known at a position left it.
package struct LatestEvent: Sendable {
    /// What it says, or said before it was withdrawn; with the place of its last entry.
    package let logged: LoggedEntry
    /// The number of its last entry.
    package let revision: Int
    /// When it was first recorded.
    package let createdAt: Timestamp
    /// Whether it is withdrawn.
    package let isRetracted: Bool
}

extension History {
    /// Hands out every event that may have begun on one of some days, as known at a position, in the order of the
    /// world: all there are, or those of a relationship or of every stream an actor is in.
    ///
    /// The rows come one by one, so that memory does not grow with the log; while they do, the connection runs
    /// nothing else.
    package func forEachEvent(
        of stream: StreamID? = nil,
        known: Position,
        begun days: ClosedRange<Day>,
        withRetracted: Bool = false,
        _ body: (LatestEvent) throws -> Void
    ) throws {
        try log.connection.forEach(
            """
            select \(raw: LoggedEntry.columns(of: "e")), n.position, n.recorded_at, n.revision as last_revision,
                   f.recorded_at as created_at, r.occurred is null as is_retracted
              from annals.log n
              join annals.entry r on (r.event_id, r.revision) = (n.event_id, n.revision)
              join annals.log f on f.event_id = n.event_id and f.revision = 1
             cross join lateral (
                       select c.* from annals.entry c
                        where c.event_id = n.event_id and c.revision <= n.revision and c.occurred is not null
                        order by c.revision desc limit 1) as e
             where n.position <= \(known) and (\(withRetracted) or r.occurred is not null)
               and not exists (select from annals.log later
                                where later.event_id = n.event_id and later.revision = n.revision + 1
                                  and later.position <= \(known))
               and e.begin_earliest <= \(days.upperBound) and e.begin_latest >= \(days.lowerBound)
               and (\(stream?.name)::text is null or n.event_id in (
                       select s.event_id from annals.stream_entry s
                        where s.stream in (select annals.streams_of(\(stream?.name)))))
             order by e.begin_earliest, e.begin_latest, n.position
            """
        ) { row in
            let logged = try LoggedEntry.reading(
                row,
                position: try row["position", as: Position.self],
                recordedAt: try row["recorded_at", as: Timestamp.self],
                rulebook: log.rulebook
            )
            if let stream, Self.events(of: stream, among: [logged], rulebook: log.rulebook).isEmpty { return }
            try body(
                LatestEvent(
                    logged: logged,
                    revision: Int(try row["last_revision", as: Int32.self]),
                    createdAt: try row["created_at"],
                    isRetracted: try row["is_retracted"]
                )
            )
        }
    }
}
