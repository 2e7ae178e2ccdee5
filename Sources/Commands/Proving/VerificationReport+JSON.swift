import Annals
import EventLog
import Projections

// For programs.
extension VerificationReport {
    var json: JSONValue {
        [
            "origin": .optional(extent?.origin ?? nil),
            "first": .optional(extent.map { Int($0.first.rawValue) }),
            "position": .optional(extent.map { Int($0.position.rawValue) }),
            "root": .optional(extent?.root?.hexadecimal),
            "checkpoint": .optional(kept.map { Int($0.checkpoint.position.rawValue) }),
            "signed_by": .optional(kept?.key?.description),
            "holds": .bool(holds),
            "problems": .number(count + Int(differing)),
            "parts": .array(parts.map(\.json)),
            "findings": .array(findings.map(json)),
            "projections": projections.map { .array($0.map(\.json)) } ?? .null,
        ]
    }

    private func json(_ finding: Finding) -> JSONValue {
        let change = finding.position.flatMap { alterations[$0]?.change }
        return [
            "kind": .string(finding.kind.rawValue),
            "position": .optional(finding.position.map { Int($0.rawValue) }),
            "event": .optional(finding.event?.description),
            "title": .optional(finding.position.flatMap { titles[$0] }),
            "problem": .string(finding.problem),
            "altered": change.map { change in
                [
                    "part": .string(change.part), "recorded": .optional(change.recorded),
                    "now": .optional(change.now),
                ]
            } ?? .null,
        ]
    }
}
