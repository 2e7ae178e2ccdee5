import Annals
import ArgumentParser
import EventLog
import Postgres
import Projections

/// `annals log`.
struct LogCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "The entries, in the order they were recorded.",
        discussion: "All of them, those of one actor's own stream, or those touching a relationship."
    )

    @Argument(help: "None, one or two actors.")
    var actors: [String] = []

    @Option(help: ArgumentHelp("Only entries after this position, as in #57.", valueName: "#position"))
    var since: String?

    @Option(help: "At most so many, the last ones.")
    var limit: Int?

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var receipt: ReceiptOption
    @OptionGroup var global: GlobalOptions

    /// Entries read at once.
    private static let page = 1000

    func validate() throws {
        guard actors.count <= 2 else { throw ValidationError("Name at most two actors.") }
        guard (limit ?? 1) > 0 else { throw ValidationError("--limit takes a number from 1.") }
        guard clocks.at == nil else {
            throw ValidationError("The log is in recorded order: it takes --known and --since, not --at.")
        }
    }

    func execute() throws {
        let receipt = try receipt.open()
        let session = try Session.open(global, for: "log")
        var question = try session.question(.log, about: actors, clocks)
        question.since = try since.map { try Position($0, from: "--since") }
        question.limit = limit
        if let receipt {
            try forEachPage(question, session.log) { try receipt.add($0.map(\.json)) }
            try receipt.write(question, from: session.log)
        }
        try forEachPage(question, session.log) { page in
            // A retraction says nothing of its own: what it withdraws is in the entries before it.
            let retracted = page.filter { $0.entry.content == nil }.map(\.entry.event)
            let revisions = global.json ? [:] : try session.log.revisions(of: retracted)
            let erasures = try session.log.erasures(in: page.map(\.entry))
            let lines = page.map { logged in
                global.json
                    ? logged.json(erasures).line
                    : line(
                        logged,
                        withdrawing: revisions[logged.entry.event]?.content(before: logged.entry.revision),
                        erasures
                    )
            }
            try Console.standard.print(lines.joined(separator: "\n"))
        }
    }

    private func forEachPage(_ question: Question, _ log: Log, _ body: ([LoggedEntry]) throws -> Void) throws
    {
        let stream = question.actors.isEmpty ? nil : try question.actors.stream()
        var after = try question.start(in: log, of: stream)
        while true {
            let page = try log.entries(
                after: after,
                upTo: question.clocks.known,
                touching: stream.map { [$0] },
                limit: Self.page
            )
            if !page.isEmpty { try body(page) }
            guard page.count == Self.page, let last = page.last?.position else { return }
            after = last
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
        let what =
            switch logged.entry.kind {
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
            "\(logged.position?.description ?? "")  \(time)Z  \(Printable.line(logged.appendedBy, most: 30))  \(what)  [\(streams)]\(reason)\(erased)"
    }
}
