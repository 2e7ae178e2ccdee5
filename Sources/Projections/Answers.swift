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
        let about = try log.connection.first(
            """
            select annals.version_at(\(stream.name), \(asOf.known)) as version,
                   (select recorded_at from annals.log where position = \(asOf.known)) as recorded_at
            """
        ) { row throws(PostgresError) in
            (
                version: try row["version", as: Version.self],
                recordedAt: try row["recorded_at", as: Timestamp?.self]
            )
        }
        let titled = try log.connection.query(
            """
            select e.*, \(raw: LoggedEntry.text("title", of: "t")) as title
              from annals.relevant_effects(\(stream.name), \(asOf.at), \(asOf.known)) e
              join annals.entry t using (event_id, revision)
            """
        ) { row throws(PostgresError) in
            (
                known: try KnownEffect(row, of: stream, rulebook: log.rulebook),
                title: try row["title", as: String.self]
            )
        }
        let titles = Dictionary(titled.map { ($0.known, $0.title) }) { first, _ in first }
        return RelationshipState(
            stream: stream,
            asOf: asOf,
            recordedAt: about?.recordedAt,
            rulebook: log.rulebook,
            version: about?.version ?? Version(rawValue: 0),
            effects: titled.map(\.known),
            title: { titles[$0] ?? "" }
        )
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
        guard let facet = Facet(rawValue: try row["facet"]),
            let value = rulebook.rule(facet).value(named: name),
            let modality = Modality(rawValue: try row["modality"]), let grade = Grade(try row["grade"]),
            let bounds
        else { throw .decoding(column: "value", reason: "\(name) is not in the rulebook") }
        let shape: Int16 = try row["shape"]
        let effect = Effect(
            lane: LaneID(
                stream: stream,
                facet: facet,
                key: try row["key"],
                from: ActorID(try row["from_actor", as: String.self]),
                to: ActorID(try row["to_actor", as: String.self]),
                claimant: try row["claimant"]
            ),
            value: value,
            bounds: bounds,
            begin: try row["begin_edtf"],
            end: try row["end_edtf"],
            lapses: shape == 1,
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
