package import Annals
package import EventLog
import FoundationEssentials
import Postgres

/// Answers from the projections.
package struct Answers {
    let log: Log

    package init(_ log: Log) {
        self.log = log
    }

    /// How a relationship or an actor stood, by both clocks.
    package func state(of stream: StreamID, asOf: AsOf) throws -> RelationshipState {
        let about = try log.connection.first(
            """
            select annals.version_at(\(stream.name), \(asOf.known)) as version,
                   (select recorded_at from annals.log where position = \(asOf.known)) as recorded_at
            """
        ) { row throws(PostgresError) in
            (version: try row["version", as: Version.self], recordedAt: try row["recorded_at", as: Timestamp?.self])
        }
        let lanes = try log.connection.query(
            "select * from annals.state_at(\(stream.name), \(asOf.at), \(asOf.known))"
        ) { row throws(PostgresError) in try LaneState(row, of: stream, on: asOf.at, rulebook: log.rulebook) }
        let order = Facet.allCases
        return RelationshipState(
            stream: stream,
            asOf: asOf,
            recordedAt: about?.recordedAt,
            rulebook: log.rulebook.version,
            version: about?.version ?? Version(rawValue: 0),
            // The database orders lanes within a facet; the rulebook orders the facets.
            lanes: order.flatMap { facet in lanes.filter { $0.lane.facet == facet } }
        )
    }
}

extension LaneState {
    init(_ row: Row, of stream: StreamID, on day: Day, rulebook: Rulebook) throws(PostgresError) {
        let name: String = try row["facet"]
        guard let facet = Facet(rawValue: name), let certainty = LaneAnswer.Certainty(rawValue: try row["certainty"])
        else { throw .decoding(column: "facet", reason: "\(name) is not in the rulebook") }
        lane = LaneID(
            stream: stream,
            facet: facet,
            key: try row["key"],
            from: ActorID(try row["from_actor", as: String.self]),
            to: ActorID(try row["to_actor", as: String.self]),
            claimant: try row["claimant"]
        )
        self.certainty = certainty
        if let value = try row["value", as: String?.self] {
            self.value = ClaimedValue(
                value: value,
                level: try row["level", as: Int16?.self].map(Int.init),
                modality: try row["modality"],
                since: DateSpan(
                    edtf: try row["since_edtf"],
                    earliest: try row["since_earliest"],
                    latest: try row["since_latest"]
                ),
                grade: try row["grade"],
                position: try row["position"],
                event: try row["event_id"],
                title: try row["title"]
            )
        } else {
            value = nil
        }
        if let edtf = try row["until_edtf", as: String?.self] {
            until = DateSpan(edtf: edtf, earliest: try row["until_earliest"], latest: try row["until_latest"])
        } else {
            until = nil
        }
        isStale = value?.since.latest.isLong(before: day, staleAfter: rulebook.rule(facet).staleAfter) ?? false
        alternatives = try Alternative.list(try row["alternatives"])
    }
}

extension Day {
    fileprivate func isLong(before day: Day, staleAfter days: Int?) -> Bool {
        guard let days, isFinite else { return false }
        return advanced(by: days) < day
    }
}

/// An alternative as `annals.state_at` writes it.
private struct Alternative: Decodable {
    struct Since: Decodable { let edtf, earliest, latest: String }

    let value, modality, grade, event, title: String
    let level: Int?
    let position: Int64
    let since: Since

    static func list(_ json: String) throws(PostgresError) -> [ClaimedValue] {
        let unreadable = PostgresError.decoding(column: "alternatives", reason: "is not what annals.state_at writes")
        guard let read = try? JSONDecoder().decode([Alternative].self, from: Data(json.utf8)) else { throw unreadable }
        var values: [ClaimedValue] = []
        for one in read {
            guard let earliest = Day(bound: one.since.earliest), let latest = Day(bound: one.since.latest),
                let event = EventID(one.event)
            else { throw unreadable }
            values.append(
                ClaimedValue(
                    value: one.value,
                    level: one.level,
                    modality: one.modality,
                    since: DateSpan(edtf: one.since.edtf, earliest: earliest, latest: latest),
                    grade: one.grade,
                    position: Position(rawValue: one.position),
                    event: event,
                    title: one.title
                )
            )
        }
        return values
    }
}

extension Day {
    /// Reads a bound as PostgreSQL writes it in JSON.
    fileprivate init?(bound: String) {
        switch bound {
        case "infinity": self = .distantFuture
        case "-infinity": self = .distantPast
        default: self.init(bound)
        }
    }
}
