import Annals
import ArgumentParser
import Projections

/// `annals replay`.
struct ReplayCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Rebuild every projection from the log.",
        discussion: """
            With --check it rebuilds beside the live projections, compares row by row, leaves nothing behind and \
            exits with 1 when they differ. Without, it puts the rebuilt ones in place of the live ones.
            """
    )

    @Flag(help: "Only compare.")
    var check = false

    @OptionGroup var global: GlobalOptions

    func execute() throws {
        let session = try Session.open(global, for: "replay")
        let progress = Progress("replaying")
        let replay = Replay(session.log, progress: progress.show)
        if check {
            let (position, findings) = try replay.check()
            progress.finish()
            try report(position, findings)
        } else {
            let position = try replay.swapIn()
            progress.finish()
            if global.json {
                try Console.standard.print((["position": .number(Int(position.rawValue))] as JSONValue).line)
            } else {
                try Console.standard.print(
                    "Rebuilt from the log up to \(position); the new projections answer now."
                )
            }
        }
    }

    private func report(_ position: Position, _ findings: [Replay.Finding]) throws {
        let differing = findings.reduce(0) { $0 + $1.differing }
        if global.json {
            let json: JSONValue = [
                "position": .number(Int(position.rawValue)),
                "equal": .bool(differing == 0),
                "tables": .array(
                    findings.map {
                        [
                            "table": .string($0.table), "rows": .number(Int($0.rows)),
                            "differing": .number(Int($0.differing)),
                        ]
                    }
                ),
            ]
            try Console.standard.print(json.line)
        } else {
            var table = Table()
            table.add(["PROJECTION", "ROWS", "DIFFERING"])
            for finding in findings { table.add([finding.table, "\(finding.rows)", "\(finding.differing)"]) }
            let verdict =
                differing == 0
                ? "Replayed up to \(position): equal to the live projections, row by row."
                : "Replayed up to \(position): \(differing) rows stand in only one of the two."
            try Console.standard.print((table.lines + ["", verdict]).joined(separator: "\n"))
            for finding in findings {
                for sample in finding.samples {
                    try Console.standard.print(
                        "  only \(sample.side), \(finding.table): \(Printable.line(sample.row))"
                    )
                }
            }
        }
        if differing > 0 { throw Failure(.no, []) }
    }
}
