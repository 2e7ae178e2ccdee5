import Annals
import ArgumentParser
import EventLog

/// `annals log`.
struct LogCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "The entries, in the order they were recorded.",
        discussion: "All of them, those of everything one actor is in, or those touching a relationship."
    )

    @Argument(help: "None, one or two actors.", completion: .actors)
    var actors: [String] = []

    @OptionGroup var entries: EntryOptions

    @Option(help: "At most so many, the last ones.")
    var limit: Int?

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var receipt: ReceiptOption
    @OptionGroup var global: GlobalOptions

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
        question.since = try entries.start(in: session.log, upTo: question.clocks.head)
        question.askedSince = entries.since
        question.author = entries.by
        question.kinds = entries.kind
        question.limit = limit
        if let receipt {
            try forEachPage(question, session.log) { try receipt.add($0.map(\.json)) }
            try receipt.write(question, from: session.log)
        }
        let lines = EntryLines(log: session.log, isJSON: global.json, ascii: global.ascii)
        try forEachPage(question, session.log) { try lines.write($0) }
    }

    private func forEachPage(
        _ question: Question,
        _ log: Log,
        _ body: ([LoggedEntry]) throws -> Void
    ) throws {
        try log.forEachPage(
            of: question.filter(),
            after: question.start(in: log),
            upTo: question.clocks.known,
            body
        )
    }
}
