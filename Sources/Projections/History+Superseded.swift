package import Annals
package import EventLog
import Postgres

/// What an event said before it was corrected or withdrawn.
package struct Superseded: Sendable {
    /// The entry that no longer stands.
    package let logged: LoggedEntry
    /// The entry that took its place.
    package let by: LoggedEntry
}

extension History {
    /// What was known of some days and no longer stood at a position, in the order of the world, at most so many.
    package func superseded(of stream: StreamID, known: Position, begun: ClosedRange<Day>, limit: Int) throws
        -> [Superseded]
    {
        let pairs = try log.connection.query(
            """
            select distinct on (begin_earliest, begin_latest, known_from) known_from, known_to
              from annals.occurrence
             where stream in (select annals.streams_of(\(stream.name)))
               and (known_to = 9223372036854775807) = false and known_to <= \(known)
               and begin_earliest <= \(begun.upperBound) and begin_latest >= \(begun.lowerBound)
             order by begin_earliest, begin_latest, known_from limit \(Int64(limit))
            """
        ) { row throws(PostgresError) in
            (old: try row["known_from", as: Position.self], new: try row["known_to", as: Position.self])
        }
        let entries = try log.entries(at: pairs.flatMap { [$0.old, $0.new] })
        return pairs.compactMap { pair in
            guard let old = entries[pair.old], let new = entries[pair.new] else { return nil }
            return Superseded(logged: old, by: new)
        }
    }
}
