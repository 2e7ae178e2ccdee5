import Annals
import Projections

/// What a check of the projections found, as it is told.
struct ReplayFindings {
    let position: Position
    let findings: [Replay.Finding]

    private var differing: Int64 { findings.reduce(0) { $0 + $1.differing } }

    func print(asJSON: Bool) throws {
        try Console.standard.print(asJSON ? json.line : text)
    }

    private var text: String {
        var table = Table()
        table.add(["PROJECTION", "ROWS", "DIFFERING"])
        for finding in findings { table.add([finding.table, "\(finding.rows)", "\(finding.differing)"]) }
        let verdict =
            switch differing {
            case 0: "equal to the live projections, row by row."
            case 1: "1 row of the live projections is not as the log says."
            default: "\(differing) rows of the live projections are not as the log says."
            }
        let told = findings.flatMap(\.lines).map { "  " + $0 }
        return (table.lines + ["", "Replayed up to \(position): \(verdict)"] + told).joined(separator: "\n")
    }

    private var json: JSONValue {
        [
            "position": .number(Int(position.rawValue)),
            "equal": .bool(differing == 0),
            "tables": .array(
                findings.map(\.json)
            ),
        ]
    }
}

extension Replay.Finding {
    /// Each difference on a line, and how many more there are.
    var lines: [String] {
        let rest = differing - Int64(differences.count)
        return differences.map { "\(table) \($0.line)" } + (rest > 0 ? ["\(table): and \(rest) more"] : [])
    }

    var json: JSONValue {
        [
            "table": .string(table), "rows": .number(Int(rows)), "differing": .number(Int(differing)),
            "differences": .array(differences.map(\.json)),
        ]
    }
}

extension Replay.Difference {
    /// `taliban/united-states, #8 (… revision 1): value is forged, by the log war`.
    fileprivate var line: String {
        let entry =
            switch (event, position) {
            case (nil, _): ""
            case (let event?, let position?): ", \(position) (\(event) revision \(revision ?? 1))"
            case (let event?, nil): ", no entry of the log (\(event) revision \(revision ?? 1))"
            }
        return Printable.line("\(stream)\(entry): \(columnsText)", most: 1000)
    }

    private var columnsText: String {
        func list(_ value: (Column) -> String?) -> String {
            columns.map { "\($0.name) \(value($0) ?? "null")" }.joined(separator: ", ")
        }
        return switch side {
        case .live: "only live: \(list(\.live))"
        case .replayed: "missing live: \(list(\.replayed))"
        case .both:
            columns.map { "\($0.name) is \($0.live ?? "null"), by the log \($0.replayed ?? "null")" }
                .joined(separator: "; ")
        }
    }

    fileprivate var json: JSONValue {
        [
            "side": .string(side.rawValue),
            "stream": .string(stream),
            "event": .optional(event),
            "revision": .optional(revision),
            "position": .optional(position.map { Int($0.rawValue) }),
            "columns": .object(
                columns.map {
                    ($0.name, ["live": .optional($0.live), "replayed": .optional($0.replayed)])
                }
            ),
        ]
    }
}
