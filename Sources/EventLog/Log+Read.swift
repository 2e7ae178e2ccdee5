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

    /// The entries at some positions.
    package func entries(at positions: [Position]) throws -> [Position: LoggedEntry] {
        guard !positions.isEmpty else { return [:] }
        return try byPosition(
            entries("\(raw: Self.selection) where l.position = any(\(Array(Set(positions)).map(\.rawValue)))")
        )
    }

    /// The entries of some events known at a position, each event's first to last.
    package func entries(of events: [EventID], known: Position) throws -> [LoggedEntry] {
        guard !events.isEmpty else { return [] }
        return try entries(
            """
            \(raw: Self.selection) where e.event_id = any(\(events)) and l.position <= \(known)
            order by e.event_id, e.revision
            """
        )
    }

    /// The entries that replaced those at some positions, each the next of its event, as far as known.
    ///
    /// - Returns: them by the positions of those they replaced.
    package func replacements(of positions: [Position], known: Position) throws -> [Position: LoggedEntry] {
        guard !positions.isEmpty else { return [:] }
        let pairs = try connection.query(
            """
            select old.position as old, new.position as new
              from annals.log old
              join annals.log new on new.event_id = old.event_id and new.revision = old.revision + 1
             where old.position = any(\(positions.map(\.rawValue))) and new.position <= \(known)
            """
        ) { row throws(PostgresError) in
            (old: try row["old", as: Position.self], new: try row["new", as: Position.self])
        }
        let replacing = try entries(at: pairs.map(\.new))
        return pairs.reduce(into: [:]) { $0[$1.old] = replacing[$1.new] }
    }

    private func byPosition(_ entries: [LoggedEntry]) -> [Position: LoggedEntry] {
        entries.reduce(into: [:]) { found, logged in
            if let position = logged.position { found[position] = logged }
        }
    }

    /// What the log holds, in recorded order, from after one position up to another, at most so many.
    package func entries(after: Position, upTo last: Position, limit: Int) throws -> [LoggedEntry] {
        try entries(
            """
            \(raw: Self.selection) where l.position > \(after) and l.position <= \(last)
            order by l.position limit \(Int64(limit))
            """
        )
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

    static let selection = """
        select \(LoggedEntry.columns(of: "e")), l.position, l.recorded_at
          from annals.entry e left join annals.log l on (l.event_id, l.revision) = (e.event_id, e.revision)
        """

    func entries(_ query: Query) throws -> [LoggedEntry] {
        var entries: [LoggedEntry] = []
        try connection.forEach(query) { row in
            let position = try row["position", as: Position?.self]
            let recordedAt = try row["recorded_at", as: Timestamp?.self]
            entries.append(
                try .reading(row, position: position, recordedAt: recordedAt, rulebook: rulebook)
            )
        }
        return entries
    }
}
