package import Annals
import Postgres

extension Log {
    /// Which entries of the log an answer rests on.
    package enum Scope: Hashable, Sendable {
        /// All after a position.
        case all(after: Position)
        /// Those touching a stream, after a position.
        case stream(StreamID, after: Position)
        /// Those touching any stream an actor is in, after a position.
        case everything(of: ActorID, after: Position)
        /// Those touching any stream in which nobody is but some actors.
        case among([ActorID])
        /// Those that say what an actor is called; of every actor when none is given.
        case names(of: ActorID?)
        /// Those at some positions.
        case positions([Position])
        /// All entries of some events.
        case events([EventID])
        /// Those that erase a text of some events.
        case redactions(of: [EventID])
    }

    /// Hands out entries in the order of the log, up to a position, each checked against what seals it.
    ///
    /// It reads the log alone, no projection, and holds one entry at a time.
    package func sealedEntries(
        _ scope: Scope,
        upTo last: Position,
        _ body: (SealedEntry) throws -> Void
    ) throws {
        try connection.forEach(query(scope, upTo: last)) { row in
            try body(SealedEntry(row, rulebook: rulebook))
        }
    }

    private static let sealed = """
        select \(SealedEntry.columns)
          from annals.log l join annals.entry e on (e.event_id, e.revision) = (l.event_id, l.revision)
        """

    private func query(_ scope: Scope, upTo last: Position) -> Query {
        switch scope {
        case .all(let after):
            """
            \(raw: Self.sealed) where l.position > \(after) and l.position <= \(last) order by l.position
            """
        case .stream(let stream, let after):
            """
            \(raw: Self.sealed)
              join annals.stream_entry s on (s.event_id, s.revision) = (l.event_id, l.revision)
             where s.stream = \(stream.name) and l.position > \(after) and l.position <= \(last)
             order by l.position
            """
        case .everything(let actor, let after):
            """
            \(raw: Self.sealed)
             where (l.event_id, l.revision) in (
                       select event_id, revision from annals.stream_entry
                        where \(actor.slug) = any (string_to_array(stream, '/')))
               and l.position > \(after) and l.position <= \(last)
             order by l.position
            """
        case .among(let actors):
            """
            \(raw: Self.sealed)
             where (l.event_id, l.revision) in (
                       select event_id, revision from annals.stream_entry
                        where string_to_array(stream, '/') <@ \(actors.map(\.slug)))
               and l.position <= \(last)
             order by l.position
            """
        case .names(let actor):
            """
            \(raw: Self.sealed)
             where (l.event_id, l.revision) in (
                       select s.event_id, s.revision from annals.stream_entry s join annals.entry a using (event_id)
                        where a.actor is not null
                          and (\(actor?.slug)::text is null or s.stream = \(actor?.slug)))
               and l.position <= \(last)
             order by l.position
            """
        case .positions(let positions):
            """
            \(raw: Self.sealed)
             where l.position = any (\(positions.map(\.rawValue))) and l.position <= \(last) order by l.position
            """
        case .events(let events):
            """
            \(raw: Self.sealed) where e.event_id = any (\(events)) and l.position <= \(last) order by l.position
            """
        case .redactions(let events):
            """
            \(raw: Self.sealed)
             where e.event_id = any (\(events)) and e.kind = 'redacted' and l.position <= \(last)
             order by l.position
            """
        }
    }
}

extension Log.Scope {
    /// Whether it has every entry that touches a stream, after the position at which it begins.
    package func includes(_ stream: StreamID) -> Bool {
        switch self {
        case .all: true
        case .stream(let only, _): stream == only
        case .everything(let actor, _): stream.actors.contains(actor)
        case .among(let actors): stream.actors.allSatisfy(actors.contains)
        case .names, .positions, .events, .redactions: false
        }
    }
}
