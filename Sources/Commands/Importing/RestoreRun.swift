import Annals
import EventLog
import Formats
import Postgres
import Projections

/// A log that annals exported, on its way into a database.
struct RestoreRun {
    let file: ImportFile
    let session: Session
    /// Whether to take a log without its last line.
    let takesPart: Bool
    /// Whose signature the last line must carry.
    let key: VerifierKey?

    /// Makes the log of this database the one in the file; or only tries.
    func run(isDryRun: Bool) throws -> RestoreReport {
        if !isDryRun { Interrupt.takeTime() }
        let progress = Progress("restoring")
        defer { progress.finish() }
        let restore = Restore(session.log, takesPart: takesPart) { note in
            try CheckpointFile(text: note, of: "the last line of \(name)", signedBy: key).checkpoint
        }
        do {
            let outcome = try restore.run(
                isDryRun: isDryRun,
                progress: progress.show,
                stage: progress.begin,
                events: forEachLines
            )
            return RestoreReport(name: name, outcome: outcome, key: key, isDryRun: isDryRun)
        } catch Restore.Refusal.unreadable(let lines, let what) {
            throw try Failure.unreadable(lines, what, in: self)
        } catch let refusal as Restore.Refusal {
            throw Failure(refusal, of: name)
        }
    }

    private var name: String { file.path == "-" ? "standard input" : Printable.line(file.path) }

    /// Hands out the lines of the file, some thousands at a time.
    func forEachLines(_ body: ([String]) throws -> Void) throws {
        var splitter = LineSplitter(longest: Self.longestLine)
        var lines: [String] = []
        var size = 0
        func take(_ found: [NumberedLine]) throws {
            for line in found {
                do {
                    let bytes = try line.content.get()
                    size += bytes.count
                    lines.append(String(decoding: bytes, as: UTF8.self))
                } catch {
                    throw Failure(
                        .badData,
                        [Failure.Item(line: line.number, problem: error)],
                        outcome: Failure.nothingWritten
                    )
                }
                guard lines.count == Self.mostLines || size > Self.mostBytes else { continue }
                try body(lines)
                (lines, size) = ([], 0)
            }
        }
        var bytes = try file.bytes()
        while let (more, _) = try bytes.next() { try take(splitter.lines(in: more)) }
        if let last = splitter.lastLine() {
            // A dump that was cut off ends within a line; one that somebody rewrote may lack the last line feed.
            let isCut = (try? JSONReader.read(Array(last.content.get()))) == nil
            guard !isCut || takesPart else { throw Failure(cutOff: name, in: last.number) }
            if !isCut { try take([last]) }
        }
        if !lines.isEmpty { try body(lines) }
    }

    /// Sent at once: lines, and bytes of them.
    private static let mostLines = 2000, mostBytes = 1 << 24
    /// As long as one value of the server's can be.
    private static let longestLine = 1 << 28
}
