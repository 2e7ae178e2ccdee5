import Annals
import EventLog
import Postgres
import Projections

/// What facets rest on, for programs.
enum EvidenceJSON {
    static func json(_ evidence: [Evidence], of stream: StreamID, _ clocks: Clocks) -> JSONValue {
        [
            "relationship": .string(stream.name),
            "at": .string(clocks.at.description),
            "known": clocks.knownJSON(recordedAt: clocks.recordedAt),
            "rulebook": .number(Rulebook.one.version),
            "facets": .array(evidence.map(\.json)),
        ]
    }
}

extension Evidence {
    fileprivate var json: JSONValue {
        .of(
            lane.members,
            and: [
                "rule": .string(method.rawValue),
                "state": state?.json ?? .null,
                "decides": winner?.json ?? .null,
                "alternatives": .array(alternatives.map(\.json)),
                "set_aside": .array(
                    setAside.map { exhibit, rule in
                        ["rule": .string(rule.name), "by": .optional(rule.by), "entry": exhibit.json]
                    }
                ),
                "more_set_aside": .bool(isCut),
            ]
        )
    }
}

extension Exhibit {
    fileprivate var json: JSONValue {
        let effect = known.effect
        return [
            "value": .string(effect.value.name),
            "level": .optional(effect.value.level),
            "begin": .string(effect.begin),
            "end": .optional(effect.end),
            "entry": logged.json,
            "earlier": .array(earlier.map(\.json)),
        ]
    }
}

extension SetAside {
    /// The rule, as programs read it.
    var name: String {
        switch self {
        case .corrected: "corrected"
        case .retracted: "retracted"
        case .ended: "ended"
        case .lapsed: "lapsed"
        case .earlier: "began-earlier"
        case .outranked: "outranked"
        case .over: "ended-by-none"
        case .agrees: "says-the-same"
        }
    }

    /// The position of the entry that set it aside.
    var by: Int? {
        switch self {
        case .corrected(let position), .retracted(let position), .earlier(let position),
            .outranked(let position),
            .over(let position), .agrees(let position):
            Int(position.rawValue)
        case .ended, .lapsed: nil
        }
    }
}
