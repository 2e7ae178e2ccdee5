import Annals
import EventLog
import Formats
import Postgres
import Projections

/// A log that annals exported, on its way into an empty database.
struct RestoreRun {
    let file: ImportFile
    let session: Session

    /// Whether a file is a log of annals', by how it begins.
    static func isLog(_ start: [UInt8]) -> Bool {
        String(decoding: start, as: UTF8.self).contains("\"type\":\"org.annals.")
    }

    /// Makes the log of this database the one in the file; or only tries.
    func run(isRehearsal: Bool) throws -> RestoreReport {
        if !isRehearsal { Interrupt.takeTime() }
        let progress = Progress("restoring")
        defer { progress.finish() }
        do {
            let end = try Restore(session.log).run(
                isRehearsal: isRehearsal,
                progress: progress.show,
                stage: progress.begin,
                events: forEachLines
            )
            return RestoreReport(file: file.path, end: end, isThere: false, isRehearsal: isRehearsal)
        } catch Restore.Refusal.notEmpty(let end) {
            guard try isSame(upTo: end, file) else { throw Self.notEmpty(end) }
            return RestoreReport(file: file.path, end: end, isThere: true, isRehearsal: isRehearsal)
        } catch Restore.Refusal.entry(let line, let what) {
            throw Failure(
                .badData,
                [Failure.Item(line: line, problem: Problem("entry", what, help: Self.untouched))],
                outcome: "Nothing was written."
            )
        } catch Restore.Refusal.unreadable(let lines, let what) {
            throw Failure(
                .badData,
                "entry",
                "of the lines \(lines.lowerBound) to \(lines.upperBound) some are no log: \(what)",
                help: Self.untouched,
                outcome: "Nothing was written."
            )
        } catch Restore.Refusal.unsound(let findings) {
            let items = findings.map { finding in
                Failure.Item(
                    line: finding.position.map { Int($0.rawValue) },
                    problem: Problem("entry", finding.problem, help: Self.untouched)
                )
            }
            throw Failure(.badData, items, outcome: "Nothing was written.")
        }
    }

    /// Hands out the lines of the file, some thousands at a time.
    private func forEachLines(_ body: ([String]) throws -> Void) throws {
        var splitter = LineSplitter()
        var lines: [String] = []
        var size = 0
        func take(_ found: [NumberedLine]) throws {
            for line in found {
                do {
                    let bytes = try line.content.get()
                    size += bytes.count
                    lines.append(String(decoding: bytes, as: UTF8.self))
                } catch {
                    throw Failure(.badData, [Failure.Item(line: line.number, problem: error)])
                }
                guard lines.count == Self.mostLines || size > Self.mostBytes else { continue }
                try body(lines)
                (lines, size) = ([], 0)
            }
        }
        var bytes = try file.bytes()
        while let (more, _) = try bytes.next() { try take(splitter.lines(in: more)) }
        try take([splitter.lastLine()].compactMap { $0 })
        if !lines.isEmpty { try body(lines) }
    }

    /// Sent at once: lines, and bytes of them.
    private static let mostLines = 2000, mostBytes = 1 << 24
    private static let untouched = "export the log again: this file is not as it was written"

    private static func notEmpty(_ end: Position) -> Failure {
        Failure(
            .cannotCreate,
            "log",
            "this log is not empty: it ends at \(end)",
            help: "restore into a new database: a log is restored as it was, from its first entry on"
        )
    }

    /// Whether the log ends with the last entry of the file.
    private func isSame(upTo end: Position, _ file: ImportFile) throws -> Bool {
        guard let leaf = try session.log.leaf(at: end) else { return false }
        var last: String?
        try forEachLines { last = $0.last ?? last }
        return last?.contains(#""leaf":"\\x\#(leaf.bytes.hexadecimal)""#) == true
    }
}

/// What became of an exported log, or would.
struct RestoreReport {
    let file: String
    let end: Position
    let isThere: Bool
    let isRehearsal: Bool

    var lines: [String] {
        let name = Printable.line(file)
        if isThere { return ["\(name): the log of annals up to \(end), which is there already"] }
        return [
            "\(name): a log of annals up to \(end)",
            "\(end.rawValue) entries \(isRehearsal ? "would be " : "")restored, with their times and proofs, and verified",
        ]
    }

    var json: JSONValue {
        [
            "file": .string(file), "format": .string("cloudevents"), "rehearsal": .bool(isRehearsal),
            "restored": .number(isThere ? 0 : Int(end.rawValue)), "already_there": .bool(isThere),
            "position": .number(Int(end.rawValue)),
        ]
    }
}
