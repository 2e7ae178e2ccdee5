package import Annals
import EventLog
import Postgres

extension Answers {
    package func candidates(of stream: StreamID, asOf: AsOf) throws -> [KnownEffect] {
        try log.connection.query(
            "select * from annals.relevant_effects(\(stream.name), \(asOf.at), \(asOf.known))"
        ) { row throws(PostgresError) in try KnownEffect(row, of: stream, rulebook: log.rulebook) }
    }

    package func claims(of stream: StreamID, asOf: AsOf, facet: Facet?, most: Int) throws -> [Claim] {
        // What stood then and what did not is read apart, and what has been replaced since stands apart in the index.
        // The widest begin of a lane only says where to start looking.
        try log.connection.query(
            """
            select e.*
              from annals.lane l
             cross join (values (true, true), (false, true), (false, false)) as side (is_last, stood)
             cross join lateral (
                 select * from annals.effect e
                  where e.stream = \(stream.name) and e.lane = l.lane
                    and (e.known_to = 9223372036854775807) = side.is_last and e.known_from <= \(asOf.known)
                    and (e.known_to > \(asOf.known)) = side.stood
                    and e.begin_latest <= case when side.stood and l.widest < 1000000
                                               then \(asOf.at) + l.widest else 'infinity' end
                    and (not side.stood or e.begin_earliest <= \(asOf.at))
                  order by e.begin_latest desc, e.begin_earliest desc, e.known_from desc, e.ordinal desc
                  limit \(Int64(most))) as e
             where l.stream = \(stream.name) and (\(facet?.rawValue)::text is null or l.facet = \(facet?.rawValue))
               and (side.is_last or not side.stood
                    or \(asOf.known) < (select position from annals.log_head order by position desc limit 1))
            """
        ) { row throws(PostgresError) in
            let replaced: Position = try row["known_to"]
            return Claim(
                known: try KnownEffect(row, of: stream, rulebook: log.rulebook),
                replaced: replaced <= asOf.known ? replaced : nil
            )
        }
    }
}
