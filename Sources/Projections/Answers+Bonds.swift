package import Annals
import EventLog
import Postgres

extension Answers {
    /// How many effects there are between two actors over the whole history, as known at a position: of every two
    /// between whom there is any, or of those among some actors, or with one.
    package func bonds(known: Position, of actors: [ActorID]? = nil) throws -> [StreamID: Int] {
        let slugs = actors?.map(\.slug)
        let one = actors?.count == 1 ? actors?[0].slug : nil
        let found = try log.connection.query(
            """
            select stream, count(*) as effects from annals.effect
             where known_from <= \(known) and known_to > \(known) and position('/' in stream) > 0
               and (\(one)::text is null or \(one) = any (string_to_array(stream, '/')))
               and (\(slugs)::text[] is null or \(one)::text is not null or string_to_array(stream, '/') <@ \(slugs))
             group by stream
            """
        ) { row throws(PostgresError) in
            (name: try row["stream", as: String.self], effects: Int(try row["effects", as: Int64.self]))
        }
        return found.reduce(into: [:]) { bonds, bond in
            if let stream = StreamID(bond.name) { bonds[stream] = bond.effects }
        }
    }
}
