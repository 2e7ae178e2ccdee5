import Annals
import EventLog
import Projections

/// What became of an exported log, or would.
struct RestoreReport {
    let name: String
    let outcome: Restore.Outcome
    /// Who signed its last line, where that was asked for.
    let key: VerifierKey?
    let isDryRun: Bool

    var lines: [String] {
        let (end, count) = (outcome.end, outcome.restored)
        let what = outcome.isWhole ? "the log" : "a part of the log"
        guard count > 0 else { return ["\(name): \(what) of annals up to \(end), which is there already"] }
        let entries = count == 1 ? "1 entry" : "\(count) entries"
        return [
            "\(name): \(what) of annals up to \(end)",
            "\(entries) \(isDryRun ? "would be " : "")restored, with their times and proofs, and verified",
            outcome.isWhole ? wholeness : Self.limits(of: end),
        ]
    }

    private var wholeness: String {
        guard let key else {
            return "By the checkpoint in its last line none is missing; --key checks who signed that"
        }
        return "By the checkpoint in its last line, signed by \(key.name), none is missing"
    }

    private static func limits(of end: Position) -> String {
        "They agree with each other alone: whether entries are missing after \(end), or others were in their place, "
            + "nothing here tells"
    }

    var json: JSONValue {
        [
            "file": .string(name), "format": .string("cloudevents"), "rehearsal": .bool(isDryRun),
            "restored": .number(Int(outcome.restored)), "already_there": .bool(outcome.restored == 0),
            "position": .number(Int(outcome.end.rawValue)), "whole": .bool(outcome.isWhole),
            "signed_by": .optional(key?.description),
        ]
    }
}
