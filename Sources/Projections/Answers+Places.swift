import Annals
import EventLog
import Postgres

/// A stream, on a day.
struct Place: Hashable {
    let stream: StreamID
    let day: Day
}

extension Answers {
    /// How each of several streams stood on a day of its own, in one round trip: an event of 32 actors towards 32 others
    /// touches 1024.
    func lanes(at places: [Place], known: Position) throws -> [[LaneState]] {
        var effects = places.map { _ in [KnownEffect]() }
        var titles: [KnownEffect: String] = [:]
        try log.connection.forEach(
            """
            select q.number, e.*, \(raw: LoggedEntry.text("title", of: "t")) as title
              from unnest(\(places.map(\.stream.name)), \(places.map(\.day))) with ordinality as q (stream, day, number)
             cross join lateral annals.relevant_effects(q.stream, q.day, \(known)) e
              join annals.entry t using (event_id, revision)
            """
        ) { row in
            let place = Int(try row["number", as: Int64.self]) - 1
            let effect = try KnownEffect(row, of: places[place].stream, rulebook: log.rulebook)
            effects[place].append(effect)
            titles[effect] = try row["title"]
        }
        return zip(places, effects).map { place, effects in
            RelationshipState.lanes(of: effects, on: place.day, rulebook: log.rulebook) { titles[$0] ?? "" }
        }
    }
}
