package import Annals
import EventLog
import Postgres

extension Answers {
    /// Effects of a relationship that are followed day by day; of a busier one as many days are looked at as of any
    /// course that is not exact.
    private static let mostFollowed = 500

    /// How every relationship ran through all time, as known at a position, handed out in the order of their names;
    /// only those of one actor, or among several, when they are given.
    ///
    /// It reads the effects once, and holds those of one relationship at a time. The first and the last stretch of a
    /// lane that begin or end with the days of the course have no begin or end.
    package func courses(
        of actors: [ActorID]? = nil,
        known: Position,
        _ body: (Course, StreamID) throws -> Void
    ) throws {
        try courses(of: actors, between: nil, known: known, body)
    }

    /// The same of some relationships, in the order of their names.
    package func courses(
        between streams: [StreamID],
        known: Position,
        _ body: (Course, StreamID) throws -> Void
    ) throws {
        try courses(of: nil, between: streams, known: known, body)
    }

    private func courses(
        of actors: [ActorID]?,
        between streams: [StreamID]?,
        known: Position,
        _ body: (Course, StreamID) throws -> Void
    ) throws {
        let names = streams?.map(\.name)
        let slugs = actors?.map(\.slug)
        let one = actors?.count == 1 ? actors?[0].slug : nil
        var stream: StreamID?
        var effects: [KnownEffect] = []
        var titles: [KnownEffect: String] = [:]
        func finish() throws {
            if let stream, !effects.isEmpty {
                try body(course(of: stream, effects, titles, known: known), stream)
            }
            effects = []
            titles = [:]
        }
        try log.connection.forEach(
            """
            select e.*, \(raw: LoggedEntry.text("title", of: "t")) as title
              from annals.effect e join annals.entry t using (event_id, revision)
             where e.known_from <= \(known) and e.known_to > \(known) and position('/' in e.stream) > 0
               and (\(names)::text[] is null or e.stream = any (\(names)))
               and (\(one)::text is null or \(one) = any (string_to_array(e.stream, '/')))
               and (\(slugs)::text[] is null or \(one)::text is not null
                    or string_to_array(e.stream, '/') <@ \(slugs))
             order by e.stream
            """
        ) { row in
            guard let next = StreamID(try row["stream", as: String.self]) else { return }
            if next != stream { try finish() }
            stream = next
            let effect = try KnownEffect(row, of: next, rulebook: log.rulebook)
            effects.append(effect)
            titles[effect] = try row["title", as: String.self]
        }
        try finish()
    }

    private func course(
        of stream: StreamID,
        _ effects: [KnownEffect],
        _ titles: [KnownEffect: String],
        known: Position
    ) -> Course {
        let bounds = effects.map(\.effect.bounds).flatMap { bounds in
            [bounds.beginEarliest, bounds.beginLatest, bounds.endEarliest, bounds.endLatest].filter(
                \.isFinite
            )
        }
        // From before anything begins to after everything that ends has ended.
        let first = bounds.min()?.advanced(by: -1) ?? Day(rawValue: 0)
        let days = first...(bounds.max()?.advanced(by: 3) ?? first)
        let isExact = effects.count <= Self.mostFollowed
        let looked =
            isExact
            ? TurningDays.of(effects, within: days) : Course.evenDays(within: days, count: Course.mostTurns)
        let states = looked.map { day in
            RelationshipState(
                stream: stream,
                asOf: AsOf(at: day, known: known),
                recordedAt: nil,
                rulebook: log.rulebook,
                version: Version(rawValue: 0),
                effects: effects,
                title: { titles[$0] ?? "" }
            )
        }
        return Course(states, within: days, isExact: isExact)
    }
}
