import Annals
import EventLog
import Postgres

extension LastVerification {
    /// `2026-12-01 10:00Z by ada, up to #162: nothing wrong`.
    var line: String {
        let found =
            problems == 0
            ? "nothing wrong" : "\(problems) \(problems == 1 ? "thing" : "things") wrong: annals verify"
        let whole = isWhole ? "" : ", not all of it"
        return "\(verifiedAt) by \(Printable.line(verifiedBy, most: 60)), up to \(position)\(whole): \(found)"
    }

    /// For programs.
    var json: JSONValue {
        [
            "at": .string(verifiedAt.description),
            "by": .string(verifiedBy),
            "position": .number(Int(position.rawValue)),
            "whole": .bool(isWhole),
            "problems": .number(Int(problems)),
        ]
    }
}
