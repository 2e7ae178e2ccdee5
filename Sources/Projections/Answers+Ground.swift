package import Annals
package import EventLog
import Postgres

extension Answers: Ground {
    package var rulebook: Rulebook { log.rulebook }

    package func span(of stream: StreamID, known: Position) throws -> ClosedRange<Day>? {
        try History(log).span(of: stream, known: known)
    }

    package func touched(from first: Position, to last: Position, of actors: [ActorID]?) throws -> [StreamID]
    {
        let found = try log.connection.query(
            """
            select distinct s.stream
              from annals.log l
              join annals.entry e using (event_id, revision), unnest(e.streams) as s (stream)
             where l.position > \(first) and l.position <= \(last)
            """
        ) { row throws(PostgresError) in try row["stream", as: String.self] }
        return found.compactMap { StreamID($0) }.filter { $0.isAmong(actors) }.sorted()
    }

    package func entries(at positions: [Position]) throws -> [Position: LoggedEntry] {
        try log.entries(at: positions)
    }

    package func entries(of events: [EventID], known: Position) throws -> [LoggedEntry] {
        try log.entries(of: events, known: known)
    }

    package func replacements(of positions: [Position], known: Position) throws -> [Position: LoggedEntry] {
        try log.replacements(of: positions, known: known)
    }

    package func titles(at positions: [Position]) throws -> [Position: String] {
        let found = try log.connection.query(
            """
            select l.position, \(raw: LoggedEntry.text("title", of: "e")) as title
              from annals.log l join annals.entry e using (event_id, revision)
             where l.position = any (\(Array(Set(positions)).map(\.rawValue)))
            """
        ) { row throws(PostgresError) in
            (position: try row["position", as: Position.self], title: try row["title", as: String?.self])
        }
        return found.reduce(into: [:]) { titles, entry in titles[entry.position] = entry.title }
    }
}
