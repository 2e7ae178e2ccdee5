import Annals
import ArgumentParser
import EventLog
import Postgres

/// `annals watch`.
struct WatchCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "The entries as they come, until Ctrl-C.",
        discussion: """
            As annals log tells them: all of them, those of everything one actor is in, or those touching a \
            relationship; with --since, first those there already. Each is told once: when the server goes away, it \
            waits until it is back and goes on where it was. It does not start a private database again that was \
            stopped. Ctrl-C says how to resume.
            """
    )

    @Argument(help: "None, one or two actors.", completion: .actors)
    var actors: [String] = []

    @OptionGroup var entries: EntryOptions

    @Option(help: "Stop after so many.")
    var limit: Int?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard actors.count <= 2 else { throw ValidationError("Name at most two actors.") }
        guard (limit ?? 1) > 0 else { throw ValidationError("--limit takes a number from 1.") }
    }

    func execute() throws {
        let session = try Session.open(global, for: "watch")
        let filter = try entries.filter(actors.isEmpty ? [] : session.asked(actors))
        let head = try session.log.head()
        let start = try entries.start(in: session.log, upTo: head) ?? head.position
        let follower = Follower(session, after: start, filter, limit: limit)
        do {
            try follower.follow { page in
                // A lost connection is another log by now.
                try EntryLines(log: session.log, isJSON: global.json, ascii: global.ascii).write(page)
            }
        } catch {
            let failure = Failure(error)
            let isInterruption = failure.code == .interrupted
            guard isInterruption || !failure.items.isEmpty else { throw failure }
            // Ctrl-C is how it ends: no error, and what comes next is all there is to say.
            throw Failure(
                failure.code,
                isInterruption ? [] : failure.items,
                outcome: "Resume with: \(command(since: follower.told))"
            )
        }
    }

    /// The command that goes on after a position.
    private func command(since position: Position) -> String {
        var words = ["annals", "watch"] + actors + ["--since", position.description]
        if let author = entries.by { words += ["--by", author] }
        for kind in entries.kind { words += ["--kind", kind.rawValue] }
        if global.json { words.append("--json") }
        if let db = global.db, !ConnectionParameters(db, applicationName: "").holdsPassword {
            words += ["--db", db]
        }
        return ShellCommand.of(words)
    }
}
