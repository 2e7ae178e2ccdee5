import Annals
import EventLog
import Postgres
import Projections

/// Who stood how with whom, for programs.
enum NetworkJSON {
    static func json(_ ties: [Tie], of actors: [ActorID]?, _ facet: Facet?, _ clocks: Clocks) -> JSONValue {
        [
            "actors": actors.map { .array($0.map { .string($0.slug) }) } ?? .null,
            "facet": .optional(facet?.rawValue),
            "at": .string(clocks.at.description),
            "known": clocks.knownJSON(recordedAt: clocks.recordedAt),
            "rulebook": .number(Rulebook.one.version),
            "ties": .array(ties.map(\.json)),
        ]
    }
}

extension Tie {
    fileprivate var json: JSONValue {
        [
            "relationship": .string(stream.name),
            "actors": .array(stream.actors.map { .string($0.slug) }),
            "level": .number(standing.level),
            "certain": .bool(standing.isCertain),
            "lanes": .number(standing.lanes),
            "worst": standing.worst.json,
        ]
    }
}
