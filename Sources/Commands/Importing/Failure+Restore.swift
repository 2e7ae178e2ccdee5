import Annals
import EventLog
import Formats
import Projections

extension Failure {
    static let nothingWritten = "Nothing was written."

    private static let exportAgain = "export the log again: this file is not as it was written"

    /// Why a log was not restored.
    init(_ refusal: Restore.Refusal, of name: String) {
        switch refusal {
        case .goesOn(let end, waiting: let waiting):
            let rest = waiting > 0 ? ", and \(waiting) entries wait for their position" : ""
            self.init(
                .cannotCreate,
                "log",
                "this log is not empty: it ends at \(end)\(rest)",
                help: "restore into a new database: a log is restored as it was, from its first entry on",
                outcome: Self.nothingWritten
            )
        case .empty:
            self.init(badLog: "\(name) has no entry of a log")
        case .line(let line, let what):
            let problem = Problem("entry", what, help: Self.exportAgain)
            self.init(.badData, [Item(line: line, problem: problem)], outcome: Self.nothingWritten)
        case .unreadable(let lines, let what):
            self.init(
                badLog: "of the lines \(lines.lowerBound) to \(lines.upperBound) some are no log: \(what)"
            )
        case .erasedLater(let what):
            self.init(
                badLog: "\(what): the entry that erased it is missing here",
                help: "restore the parts as one: cat PART PART | annals import -"
            )
        case .cutOff(let end):
            self.init(
                badLog: "\(name) was cut off: it ends at \(end), without the last line of a whole log",
                help:
                    "take a whole copy, or restore what is there with --partial: what came after is not known"
            )
        case .misfit(let what):
            self.init(badLog: "\(name): \(what)")
        case .unsound(let findings):
            let items = findings.map { finding in
                Item(
                    line: finding.position.map { Int($0.rawValue) },
                    problem: Problem("entry", finding.problem, help: Self.exportAgain)
                )
            }
            self.init(.badData, items, outcome: Self.nothingWritten)
        }
    }

    /// That a file ends in the middle of a line.
    init(cutOff name: String, in line: Int) {
        self.init(
            badLog: "\(name) was cut off: it ends within line \(line)",
            help: "take a whole copy, or restore what is there with --partial: what came after is not known"
        )
    }

    /// That the server could not read some lines: the first that is no JSON, where there is one.
    static func unreadable(_ lines: ClosedRange<Int>, _ what: String, in run: RestoreRun) throws -> Failure {
        var number = 0
        var found: Item?
        try run.forEachLines { more in
            for line in more {
                number += 1
                guard found == nil, lines.contains(number) else { continue }
                found = Problem(notJSON: line).map { Item(line: number, problem: $0) }
            }
        }
        guard let found else { return Failure(.unreadable(lines, what), of: "") }
        return Failure(.badData, [found], outcome: nothingWritten)
    }

    private init(badLog what: String, help: String = exportAgain) {
        self.init(.badData, "log", what, help: help, outcome: Self.nothingWritten)
    }
}
