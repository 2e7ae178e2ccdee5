import Annals
import Formats

/// What became of a file, or would.
struct ImportReport {
    let file: String
    let format: ImportFormat
    let tally: ImportTally
    let isRehearsal: Bool
    let traps: TrapCount
    /// Names that find nobody or several, how often they stand in the file, and whom they may mean.
    let unknown: [(name: String, count: Int, near: String?)]
    /// How many such names there are.
    let unknownCount: Int
    /// Where the rows not taken are listed.
    let rejects: String?
    /// How far the time of what was written is ahead of the clocks, in seconds; nil up to a minute.
    let secondsAhead: Int?

    /// In a line: how many events, how many were there already, how many rows were not taken.
    var summary: String {
        let would = isRehearsal ? "would be " : ""
        var parts = ["\(Self.counted(tally.recorded, "event")) \(would)recorded"]
        if tally.corrected > 0 { parts.append("\(tally.corrected) \(would)corrected") }
        if tally.retracted > 0 { parts.append("\(tally.retracted) \(would)retracted") }
        if tally.actors > 0 { parts.append("\(Self.counted(tally.actors, "actor")) \(would)registered") }
        if tally.alreadyThere > 0 { parts.append("\(tally.alreadyThere) there already") }
        if tally.absent > 0 { parts.append("\(tally.absent) to withdraw not there") }
        if tally.empty > 0 { parts.append("\(Self.counted(tally.empty, "row")) without an event") }
        if tally.rejected > 0 { parts.append("\(Self.counted(tally.rejected, "row")) rejected") }
        return parts.joined(separator: ", ")
    }

    /// What is wrong with the rows not taken, the first of them; names that find nobody, all in one.
    var problems: [Failure.Item] {
        var problems = tally.problems
        if unknownCount > 0 {
            let names = unknown.prefix(3).map { "\"\(Printable.line($0.name, most: 60))\"" }
            let more = unknownCount > names.count ? " and others" : ""
            let problem = Problem(
                ActorFinder.topic,
                "\(Self.counted(unknownCount, "name")) found nobody: \(names.joined(separator: ", "))\(more)",
                help: "register them, give aliases to those you have, or import with --create-actors"
            )
            problems.insert(Failure.Item(problem: problem), at: 0)
        }
        if tally.untold > 0 {
            let problem = Problem(
                "rows",
                "there are \(Self.counted(tally.untold, "problem")) more",
                help: rejects.map { "they are listed in \(Printable.line($0))" }
                    ?? "--keep-good lists all in a file"
            )
            problems.append(Failure.Item(problem: problem))
        }
        return problems
    }

    var lines: [String] {
        var lines = ["\(Printable.line(file)): \(format.name), \(Self.counted(tally.rows, "row"))", summary]
        if let rejects { lines.append("rows rejected: \(Printable.line(rejects))") }
        if !unknown.isEmpty {
            lines += ["", "\(Self.counted(unknownCount, "name")) found nobody, the commonest:"]
            var table = Table()
            for (name, count, near) in unknown {
                table.add([
                    "  \(count) ×", Printable.line(name, most: 60), near.map { "did you mean \($0)?" } ?? "",
                ])
            }
            lines += table.lines(on: .standard)
        }
        for (trap, found) in sortedTraps {
            lines += [
                "", "\(trap.rawValue): \(Self.counted(found.rows, "row")), the first on line \(found.first)",
            ]
            lines.append("  " + trap.explanation)
        }
        return lines
    }

    var json: JSONValue {
        let members: JSONValue = [
            "file": .string(file), "format": .string(format.rawValue), "rehearsal": .bool(isRehearsal),
            "rows": .number(tally.rows), "recorded": .number(tally.recorded),
            "corrected": .number(tally.corrected), "retracted": .number(tally.retracted),
            "actors": .number(tally.actors), "already_there": .number(tally.alreadyThere),
            "not_there": .number(tally.absent), "without_event": .number(tally.empty),
            "rejected": .number(tally.rejected),
            "rejects": .optional(rejects),
            "unknown_actors": .array(
                unknown.map {
                    ["name": .string($0.name), "rows": .number($0.count), "near": .optional($0.near)]
                }
            ),
            "traps": .array(
                sortedTraps.map { trap, found in
                    [
                        "trap": .string(trap.rawValue), "rows": .number(found.rows),
                        "first_line": .number(found.first), "explanation": .string(trap.explanation),
                    ]
                }
            ),
        ]
        return members.adding(secondsAhead: secondsAhead)
    }

    private var sortedTraps: [(ImportTrap, (rows: Int, first: Int))] {
        ImportTrap.allCases.compactMap { trap in traps.found[trap].map { (trap, $0) } }
    }

    private static func counted(_ count: Int, _ what: String) -> String {
        "\(count) \(what)\(count == 1 ? "" : "s")"
    }
}
