import Annals
import EventLog
import Postgres

/// Entries in the order they were recorded, for a terminal or as JSON.
struct EntryLines {
    let log: Log
    let isJSON: Bool
    let ascii: Bool

    /// Writes a page of entries to standard output.
    func write(_ page: [LoggedEntry]) throws {
        let lines = try of(page)
        if isJSON { return try Console.standard.print(lines.joined(separator: "\n")) }
        try Console.standard.tell(lines.flatMap { $0.split(separator: "\n").map(String.init) }, ascii: ascii)
    }

    /// The lines of a page of entries.
    private func of(_ page: [LoggedEntry]) throws -> [String] {
        let erasures = try log.erasures(in: page.map(\.entry))
        if isJSON { return page.map { $0.json(erasures).line } }
        // A retraction says nothing of its own: what it withdraws is in the entries before it.
        let revisions = try log.revisions(of: page.filter { $0.entry.content == nil }.map(\.entry.event))
        return page.map { logged in
            line(
                logged,
                withdrawing: revisions[logged.entry.event]?.content(before: logged.entry.revision),
                erasures
            )
        }
    }

    private func line(
        _ logged: LoggedEntry,
        withdrawing withdrawn: EntryContent?,
        _ erasures: Erasures
    ) -> String {
        let time = String((logged.recordedAt?.description ?? "").prefix(16)).map {
            $0 == "T" ? " " : String($0)
        }.joined()
        let headline = (logged.entry.content ?? withdrawn)?.headline ?? logged.entry.event.description
        let flaw = logged.flaw.map { "cannot be read (\(Printable.line($0, most: 100))): see annals verify" }
        let what =
            switch logged.entry.kind {
            case _ where flaw != nil: flaw ?? ""
            case .recorded: headline
            case .corrected: "corrects: \(headline)"
            case .retracted: "retracts: \(headline)"
            case .redacted: "erases the \(logged.entry.erasedNames): \(headline)"
            }
        let reason = logged.entry.reason.map { "\n      because \(Printable.line($0, most: 160))" } ?? ""
        let erased = erasures.lines(of: logged.entry).map { "\n      \($0)" }.joined()
        let streams =
            logged.streams.prefix(3).map(\.name).joined(separator: ", ")
            + (logged.streams.count > 3 ? ", …" : "")
        return
            "\(logged.position?.description ?? "")  \(time)Z  \(logged.author)  \(what)  [\(streams)]\(reason)\(erased)"
    }
}
