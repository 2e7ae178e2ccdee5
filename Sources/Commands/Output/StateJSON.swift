import Annals
import Postgres
import Projections

extension RelationshipState {
    /// The JSON of one state, the same wherever it is given.
    ///
    /// - Parameter clocks: those it was asked by.
    func json(_ clocks: Clocks) -> JSONValue {
        [
            "relationship": .string(stream.name),
            "actors": .array(stream.actors.map { .string($0.slug) }),
            "at": .string(asOf.at.description),
            "known": clocks.knownJSON(recordedAt: recordedAt),
            "rulebook": .number(rulebook),
            "version": .number(Int(version.rawValue)),
            "facets": .array(lanes.map(\.json)),
        ]
    }
}

extension LaneState {
    var json: JSONValue {
        .of(
            lane.members,
            and: [
                "value": .optional(value?.value),
                "level": .optional(value?.level),
                "certainty": .string(certainty.rawValue),
                "modality": .optional(value?.modality),
                "since": value?.since.json ?? .null,
                "until": until?.json ?? .null,
                "stale": .bool(isStale),
                "grade": .optional(value?.grade),
                "position": .optional(value.map { Int($0.position.rawValue) }),
                "event": .optional(value?.event.description),
                "title": .optional(value?.title),
                "alternatives": .array(alternatives.map(\.json)),
            ]
        )
    }
}

extension ClaimedValue {
    var json: JSONValue {
        [
            "value": .string(value),
            "level": .optional(level),
            "modality": .string(modality),
            "since": since.json,
            "grade": .string(grade),
            "position": .number(Int(position.rawValue)),
            "event": .string(event.description),
            "title": .string(title),
        ]
    }
}

extension DateSpan {
    var json: JSONValue {
        [
            "edtf": .string(edtf),
            "earliest": .day(earliest),
            "latest": .day(latest),
        ]
    }
}

extension JSONValue {
    /// A day; null for an infinity.
    static func day(_ day: Day) -> JSONValue { day.isFinite ? .string(day.description) : .null }
}
