package import Annals
package import EventLog
import Postgres

/// Answers from the projections.
///
/// The database finds the few effects that can matter, by index; deciding among them is the pure function the
/// audit uses too. `annals.state_at` decides the same in SQL, for people with only psql.
package struct Answers {
    let log: Log

    package init(_ log: Log) {
        self.log = log
    }

    /// How a relationship or an actor stood, by both clocks.
    package func state(of stream: StreamID, asOf: AsOf) throws -> RelationshipState {
        try states(of: stream, on: [asOf.at], known: asOf.known)[0]
    }
}

extension KnownEffect {
    /// Reads a row of `annals.effect`.
    init(_ row: Row, of stream: StreamID, rulebook: Rulebook) throws(PostgresError) {
        let bounds = DateBounds(
            beginEarliest: try row["begin_earliest"],
            beginLatest: try row["begin_latest"],
            endEarliest: try row["end_earliest"],
            endLatest: try row["end_latest"]
        )
        let name: String = try row["value"]
        let lane = try LaneID(row, of: stream)
        guard let value = rulebook.rule(lane.facet).value(named: name),
            let modality = Modality(rawValue: try row["modality"]), let grade = Grade(try row["grade"]),
            let bounds
        else { throw .decoding(column: "value", reason: "\(name) is not in the rulebook") }
        let end: String? = try row["end_edtf"]
        let effect = Effect(
            lane: lane,
            value: value,
            bounds: bounds,
            begin: try row["begin_edtf"],
            end: end,
            // It stops, and nobody said when.
            lapses: end == nil && bounds.endEarliest < .distantFuture,
            modality: modality,
            grade: grade
        )
        self.init(
            effect: effect,
            position: try row["known_from"],
            ordinal: Int(try row["ordinal", as: Int16.self]),
            event: try row["event_id"]
        )
    }
}
