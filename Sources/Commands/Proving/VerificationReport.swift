import Annals
import EventLog
import Postgres
import Projections

/// What a verification found, to be told.
struct VerificationReport {
    /// The most things told one by one; the rest is counted.
    private static let most = 1000

    private let kept: CheckpointFile?
    private var findings: [Finding] = []
    private var count = 0
    private var extent: Verification.Extent?
    /// Nil when the log was not replayed.
    private var projections: [Replay.Finding]?

    init(kept: CheckpointFile?) {
        self.kept = kept
    }

    /// Adds something wrong with the log.
    mutating func add(_ finding: Finding) {
        count += 1
        if findings.count < Self.most { findings.append(finding) }
    }

    /// Whether every entry can be read, as a replay has to.
    var isReadable: Bool { !findings.contains { $0.problem == Verification.unreadable } }

    /// Adds how far it went, and what a replay gave.
    mutating func finish(_ extent: Verification.Extent, projections: [Replay.Finding]?) {
        self.extent = extent
        self.projections = projections
    }

    private var differing: Int64 { (projections ?? []).reduce(0) { $0 + $1.differing } }

    /// Whether nothing is wrong.
    var holds: Bool { count == 0 && differing == 0 }

    /// For people.
    var text: String {
        var lines = findings.map(Self.line)
        if count > findings.count { lines.append("… and \(count - findings.count) more") }
        for table in projections ?? [] where table.differing > 0 {
            lines += table.lines
        }
        if let extent {
            let whole = projections == nil ? "the log alone" : "log and projections"
            let wrong = "\(count) things wrong with the log, \(differing) rows with the projections"
            lines.append(
                "\(extent.position) of \(extent.origin ?? "a log without a head") "
                    + (holds ? "holds: \(whole)." : "does not hold: \(wrong).")
            )
        }
        if holds, let kept { lines.append(kept.holdsText) }
        return lines.joined(separator: "\n")
    }

    private static func line(_ finding: Finding) -> String {
        let place = [finding.position?.description, finding.event.map { "event \($0)" }].compactMap { $0 }
        return Printable.line((place + [finding.problem]).joined(separator: "  "))
    }

    /// For programs.
    var json: JSONValue {
        [
            "origin": .optional(extent?.origin ?? nil),
            "position": .optional(extent.map { Int($0.position.rawValue) }),
            "root": .optional(extent?.root.hexadecimal),
            "checkpoint": .optional(kept.map { Int($0.checkpoint.position.rawValue) }),
            "signed_by": .optional(kept?.key?.description),
            "holds": .bool(holds),
            "problems": .number(count + Int(differing)),
            "findings": .array(
                findings.map { finding in
                    [
                        "position": .optional(finding.position.map { Int($0.rawValue) }),
                        "event": .optional(finding.event?.description),
                        "problem": .string(finding.problem),
                    ]
                }
            ),
            "projections": projections.map { .array($0.map(\.json)) } ?? .null,
        ]
    }
}

extension CheckpointFile {
    /// That nothing it covers was changed, in words.
    fileprivate var holdsText: String {
        let signature = key.map { ", signed by \($0.name)," } ?? ""
        return
            "Nothing up to \(checkpoint.position) was changed since the checkpoint\(signature) of \(checkpoint.recordedAt)."
    }
}
