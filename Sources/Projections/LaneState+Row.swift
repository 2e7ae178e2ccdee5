import Annals
import EventLog
import Postgres

extension LaneState {
    /// Reads what `annals.network_at` says of a lane, but for its alternatives.
    init(_ lane: LaneID, _ row: Row, on day: Day, rulebook: Rulebook) throws(PostgresError) {
        let certainty: String = try row["certainty"]
        guard let certainty = LaneAnswer.Certainty(rawValue: certainty) else {
            throw .decoding(column: "certainty", reason: "\(certainty) is none")
        }
        self.init(
            lane: lane,
            value: try row["value", as: String?.self] == nil ? nil : ClaimedValue(row),
            certainty: certainty,
            until: try row["until_edtf", as: String?.self] == nil ? nil : DateSpan(row, "until"),
            on: day,
            rulebook: rulebook,
            alternatives: []
        )
    }
}

extension ClaimedValue {
    /// Reads a value of a lane, from columns whose names begin with the prefix.
    init(_ row: Row, prefix: String = "") throws(PostgresError) {
        value = try row[prefix + "value"]
        level = try row[prefix + "level", as: Int16?.self].map(Int.init)
        modality = try row[prefix + "modality"]
        since = try DateSpan(row, prefix + "since")
        grade = try row[prefix + "grade"]
        position = try row[prefix + "position"]
        event = try row[prefix + "event_id"]
        title = try row[prefix + "title"]
    }
}

extension DateSpan {
    fileprivate init(_ row: Row, _ name: String) throws(PostgresError) {
        edtf = try row[name + "_edtf"]
        earliest = try row[name + "_earliest"]
        latest = try row[name + "_latest"]
    }
}

extension LaneID {
    /// Reads the columns that tell a lane from the others of its stream.
    init(_ row: Row, of stream: StreamID) throws(PostgresError) {
        let name: String = try row["facet"]
        guard let facet = Facet(rawValue: name) else {
            throw .decoding(column: "facet", reason: "\(name) is not in the rulebook")
        }
        self.init(
            stream: stream,
            facet: facet,
            key: try row["key"],
            from: ActorID(try row["from_actor", as: String.self]),
            to: ActorID(try row["to_actor", as: String.self]),
            claimant: try row["claimant"]
        )
    }
}
