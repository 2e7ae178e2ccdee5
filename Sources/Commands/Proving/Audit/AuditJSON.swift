import Annals
import EventLog

extension AuditText {
    /// What an audit found, for programs.
    static func json(_ audit: Result<Audit, Failure>, of file: String) -> JSONValue {
        switch audit {
        case .failure(let failure):
            ["file": .string(file), "verdict": .string("refused"), "problem": failure.json]
        case .success(let audit):
            [
                "file": .string(file),
                "verdict": .string(audit.isSame ? "same" : audit.isSameButErased ? "erased" : "different"),
                "question": audit.receipt.question.json(names: audit.receipt.names),
                "log": .string(audit.logState.rawValue),
                "entries": .number(audit.entries),
                "differences": .array(audit.differences.map(\.json)),
                "changed": .array(audit.flawed.map(\.json)),
                "causes": .array(audit.causes.map(\.json)),
                "redactions": .array(audit.redactions.map(\.json)),
            ]
        }
    }
}

extension Difference {
    fileprivate var json: JSONValue {
        [
            "path": .array(path.map { .string($0) }),
            "receipt": receipt ?? .null,
            "log": log ?? .null,
            "positions": .array(positions.map { .number(Int($0.rawValue)) }),
        ]
    }
}

extension SealedEntry {
    fileprivate var json: JSONValue {
        [
            "position": .number(Int(position.rawValue)),
            "event": .string(event.description),
            "by": .string(appendedBy),
            "found": .string(flawText),
        ]
    }
}
