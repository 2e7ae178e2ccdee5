package import Annals
import EventLog
import Postgres

extension Answers {
    /// How every relationship stood, and every actor by itself, by both clocks, in the order of their names.
    ///
    /// They are handed out as they come, those of which something is known. What `annals.network_at` has decided
    /// is read, not decided again. It looks up no titles, so that the value of a lane has an empty one.
    ///
    /// - Parameters:
    ///   - actors: of one actor, only what it is in; of several, only what is among them; nil for all.
    ///   - facet: only this one; nil for all.
    package func network(
        asOf: AsOf,
        of actors: [ActorID]? = nil,
        facet: Facet? = nil,
        _ body: (StreamID, [LaneState]) throws -> Void
    ) throws {
        let names = try actors.map { try streams(of: $0) }
        var lanes: [LaneState] = []
        func handOut() throws {
            guard let stream = lanes.first?.lane.stream else { return }
            try body(stream, lanes.sorted { $0.lane.order < $1.lane.order })
        }
        try log.connection.forEach(query(asOf, names, facet)) { row in
            let lane = try LaneID(row, of: stream(row, sameAs: lanes.first?.lane.stream))
            if lane.stream != lanes.first?.lane.stream {
                try handOut()
                lanes = []
            }
            if lanes.last?.lane != lane {
                lanes.append(try LaneState(lane, row, on: asOf.at, rulebook: log.rulebook))
            }
            if try row["number", as: Int64?.self] != nil {
                lanes[lanes.count - 1].alternatives.append(try ClaimedValue(row, prefix: "other_"))
            }
        }
        try handOut()
    }

    /// One row a lane, and where it has alternatives one for each of them.
    private func query(_ asOf: AsOf, _ streams: [String]?, _ facet: Facet?) -> Query {
        """
        select n.*, '' as title, o.*
          from annals.network_at(\(asOf.at), \(asOf.known), \(streams), \(facet?.rawValue)) n
          left join lateral (
              select value as other_value, level as other_level, modality as other_modality,
                     since ->> 'edtf' as other_since_edtf, (since ->> 'earliest')::date as other_since_earliest,
                     (since ->> 'latest')::date as other_since_latest, grade as other_grade,
                     position as other_position, event as other_event_id, title as other_title, number
                from rows from (jsonb_to_recordset(n.alternatives) as (
                         value text, level smallint, modality text, since jsonb, grade text, position bigint,
                         event uuid, title text))
                     with ordinality as x (value, level, modality, since, grade, position, event, title, number)
               where n.certainty = 'possible'
              -- Nobody reads the alternatives of a lane that has none.
              offset 0
          ) o on true
         order by relationship collate "C", facet, key, from_actor, claimant, number
        """
    }

    /// The names of what one actor is in, or of what is among several.
    private func streams(of actors: [ActorID]) throws -> [String] {
        let slugs = actors.map(\.slug)
        return try log.connection.query(
            """
            select id from annals.stream
             where case when cardinality(\(slugs)) = 1 then string_to_array(id, '/') && \(slugs)
                        else string_to_array(id, '/') <@ \(slugs) end
            """
        ) { row throws(PostgresError) in try row["id"] }
    }

    /// The stream of a row, which is mostly that of the row before.
    private func stream(_ row: Row, sameAs before: StreamID?) throws(PostgresError) -> StreamID {
        let name: String = try row["relationship"]
        if let before, before.name == name { return before }
        guard let stream = StreamID(name) else {
            throw .decoding(column: "relationship", reason: "\(name) is the name of no stream")
        }
        return stream
    }
}
