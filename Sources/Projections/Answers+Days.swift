package import Annals
import EventLog
import Postgres

extension Answers {
    /// How a stream stood on each of some days, in one round trip.
    package func states(of stream: StreamID, on days: [Day], known: Position) throws -> [RelationshipState] {
        guard !days.isEmpty else { return [] }
        var about = (version: Version(rawValue: 0), recordedAt: Timestamp?.none)
        var effects = days.map { _ in [KnownEffect]() }
        var titles: [KnownEffect: String] = [:]
        try log.connection.forEach(
            """
            select q.number, a.version, a.recorded_at, e.*
              from (select annals.version_at(\(stream.name), \(known)) as version,
                           (select recorded_at from annals.log where position = \(known)) as recorded_at
                    offset 0) as a
             cross join unnest(\(days)) with ordinality as q (day, number)
              left join lateral (
                       select e.*, \(raw: LoggedEntry.text("title", of: "t")) as title
                         from annals.relevant_effects(\(stream.name), q.day, \(known)) e
                         join annals.entry t using (event_id, revision)
                   ) as e on true
            """
        ) { row in
            about = (try row["version"], try row["recorded_at"])
            guard let title: String = try row["title"] else { return }
            let effect = try KnownEffect(row, of: stream, rulebook: log.rulebook)
            effects[Int(try row["number", as: Int64.self]) - 1].append(effect)
            titles[effect] = title
        }
        return zip(days, effects).map { day, effects in
            RelationshipState(
                stream: stream,
                asOf: AsOf(at: day, known: known),
                recordedAt: about.recordedAt,
                rulebook: log.rulebook,
                version: about.version,
                effects: effects,
                title: { titles[$0] ?? "" }
            )
        }
    }

    /// The days within some on which a stream's state can change, the first of them included; nil when there are
    /// more than so many.
    ///
    /// From each of them until the day before the next, the state is the same. ``TurningDays`` finds the same in
    /// memory.
    package func turningDays(of stream: StreamID, within days: ClosedRange<Day>, known: Position, most: Int)
        throws -> [Day]?
    {
        let found = try log.connection.query(
            """
            select annals.turning_days(
                       \(stream.name), \(days.lowerBound), \(days.upperBound), \(known), \(Int32(clamping: most))) as day
             order by day
            """
        ) { row throws(PostgresError) in try row["day", as: Day.self] }
        return found.count > most ? nil : found
    }
}
