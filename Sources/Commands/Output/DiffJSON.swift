import Annals
import EventLog
import Projections

extension CausedChange {
    /// A change for programs.
    var json: JSONValue {
        .of(
            change.lane.membersWithRelationship,
            and: [
                "days": spannedDays,
                "before": change.before?.json ?? .null,
                "after": change.after?.json ?? .null,
                "verdict": .string(change.verdict.rawValue),
                "cause": cause.json,
            ]
        )
    }

    private var spannedDays: JSONValue {
        guard let days else { return .null }
        return ["first": .day(days.lowerBound), "last": .day(days.upperBound)]
    }
}

extension CausedChange.Cause {
    fileprivate var json: JSONValue {
        switch self {
        case .entry(let logged, let replaced):
            Self.object(replaced == nil ? "event" : "correction", logged, replacing: replaced)
        case .replaced(let position, let logged):
            Self.object(
                logged.entry.kind == .retracted ? "retraction" : "correction",
                logged,
                replacing: position
            )
        case .ended(let value): Self.object("end", value)
        case .lapsed(let value, let days): Self.object("lapse", value, days: days)
        case .dated(let value): Self.object("date", value)
        }
    }

    private static func object(_ kind: String, _ logged: LoggedEntry, replacing: Position?) -> JSONValue {
        [
            "kind": .string(kind),
            "position": .optional(logged.position.map { Int($0.rawValue) }),
            "event": .string(logged.entry.event.description),
            "title": .optional(logged.entry.content?.event?.title),
            "replaces": .optional(replacing.map { Int($0.rawValue) }),
            "because": .optional(logged.entry.reason),
        ]
    }

    private static func object(_ kind: String, _ value: ClaimedValue?, days: Int? = nil) -> JSONValue {
        [
            "kind": .string(kind),
            "position": .optional(value.map { Int($0.position.rawValue) }),
            "event": .optional(value?.event.description),
            "title": .optional(value?.title),
            "after_days": .optional(days),
        ]
    }
}
