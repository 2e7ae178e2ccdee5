package import Annals
import Postgres

extension Log {
    /// All entries of an event, first to last; nil when there is no such event.
    package func revisions(of event: EventID) throws -> Revisions? {
        try revisions(of: [event])[event]
    }

    /// All entries of several events.
    package func revisions(of events: [EventID]) throws -> [EventID: Revisions] {
        let logged = try entries(
            "\(raw: Self.selection) where e.event_id = any(\(events)) order by e.event_id, e.revision"
        )
        return Dictionary(grouping: logged.map(\.entry), by: \.event).compactMapValues { Revisions($0) }
    }

    /// The event and revision of the entry at a position; nil when the log does not reach that far.
    package func entry(at position: Position) throws -> (event: EventID, revision: Int)? {
        try connection.first("select event_id, revision from annals.log where position = \(position)") {
            row throws(PostgresError) in
            (event: try row["event_id"], revision: Int(try row["revision", as: Int32.self]))
        }
    }

    /// What the log holds, in recorded order, from after one position up to another, at most so many.
    ///
    /// - Parameter streams: only entries touching one of these; nil for all.
    package func entries(
        after: Position,
        upTo last: Position,
        touching streams: [StreamID]? = nil,
        limit: Int
    ) throws -> [LoggedEntry] {
        guard let streams else {
            return try entries(
                """
                \(raw: Self.selection) where l.position > \(after) and l.position <= \(last)
                order by l.position limit \(Int64(limit))
                """
            )
        }
        return try entries(
            """
            \(raw: Self.selection)
             where (e.event_id, e.revision) in (
                       select s.event_id, s.revision from annals.stream_entry s
                        where s.stream = any(\(streams.map(\.name))))
               and l.position > \(after) and l.position <= \(last)
             order by l.position limit \(Int64(limit))
            """
        )
    }

    /// The position after which only so many entries come, of all or of those touching one of some streams.
    package func position(beforeLast count: Int, touching streams: [StreamID]?, upTo last: Position) throws
        -> Position
    {
        let names = streams?.map(\.name)
        return try connection.first(
            """
            select l.position from annals.log l
             where l.position <= \(last)
               and (\(names)::text[] is null or (l.event_id, l.revision) in (
                       select s.event_id, s.revision from annals.stream_entry s where s.stream = any(\(names))))
             order by l.position desc offset \(Int64(count)) limit 1
            """
        ) { row throws(PostgresError) in try row["position"] } ?? Position(rawValue: 0)
    }

    /// Entries of a stream from after a version, whether known yet or not, at most so many.
    package func entries(of stream: StreamID, after version: Version, limit: Int = .max) throws
        -> [LoggedEntry]
    {
        try entries(
            """
            \(raw: Self.selection) join annals.stream_entry s on (s.event_id, s.revision) = (e.event_id, e.revision)
             where s.stream = \(stream.name) and s.version > \(version)
             order by s.version limit \(Int64(limit))
            """
        )
    }

    /// The last entry of every event that touches a stream, as known at a position, retractions included.
    ///
    /// An actor's own stream stands for every stream the actor is in.
    package func latestEntries(of stream: StreamID, known: Position) throws -> [LoggedEntry] {
        let slug = stream.isRelationship ? nil : stream.name
        return try entries(
            """
            \(raw: Self.selection)
             where (e.event_id, e.revision) in (
                       select distinct on (s.event_id) s.event_id, s.revision
                         from annals.stream_entry s join annals.log k using (event_id, revision)
                        where (s.stream = \(stream.name) or \(slug) = any (string_to_array(s.stream, '/')))
                          and k.position <= \(known)
                        order by s.event_id, s.revision desc)
             order by l.position
            """
        )
    }

    private static let selection = """
        select \(LoggedEntry.columns(of: "e")), l.position, l.recorded_at
          from annals.entry e left join annals.log l on (l.event_id, l.revision) = (e.event_id, e.revision)
        """

    private func entries(_ query: Query) throws -> [LoggedEntry] {
        var entries: [LoggedEntry] = []
        try connection.forEach(query) { row in
            let position = try row["position", as: Position?.self]
            let recordedAt = try row["recorded_at", as: Timestamp?.self]
            entries.append(
                try LoggedEntry(row, position: position, recordedAt: recordedAt, rulebook: rulebook)
            )
        }
        return entries
    }
}
