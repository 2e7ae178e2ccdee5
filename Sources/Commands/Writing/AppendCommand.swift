import Annals
import ArgumentParser
import EventLog
import Formats
import Glibc
import Postgres

/// `annals append`.
struct AppendCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "append",
        abstract: "Record an event, or a file of them, and see what it changes.",
        discussion: """
            With actors and flags it records one event: the first actor acted, towards the others.

              annals append china afghanistan --on 2021-09-08 --title "Aid pledged" --set aid/humanitarian=pledged

            Without actors it reads JSON lines, from --file or standard input: events, actors, corrections and \
            retractions, all or none of them. An event with an id is accepted once, however often it is sent.
            """
    )

    @Argument(help: "Who acted, then towards whom; none to read JSON lines.", completion: .actors)
    var actors: [String] = []

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp("Read JSON lines from a file; - for standard input.", valueName: "path"),
        completion: .file()
    )
    var file: String?

    @Flag(help: "Write the good lines of an input with bad ones.")
    var keepGood = false

    @Option(help: ArgumentHelp("The event's own id, for safe retries.", valueName: "uuid"))
    var id: String?

    @OptionGroup(title: "Event") var event: EventOptions
    @OptionGroup(title: "Writing") var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard file == nil || actors.isEmpty || actors == ["-"] else {
            throw ValidationError("--file reads whole events: leave the actors out.")
        }
        guard !readsLines || id == nil && event.isEmpty else {
            throw ValidationError("Name the actors of the event; a line of input says everything itself.")
        }
        guard readsLines || !keepGood else { throw ValidationError("--keep-good is for lines of input.") }
        guard !readsLines || file != nil || actors == ["-"] || isatty(0) == 0 else {
            throw ValidationError(
                "Name the actors of an event, or give JSON lines with --file or on standard input."
            )
        }
    }

    /// Whether whole events come as lines, and not one from flags.
    private var readsLines: Bool { actors.isEmpty && event.by.isEmpty || actors == ["-"] }

    /// The command as it was given, with the id of the event, and without a password.
    private func retry(_ event: EventID) -> String {
        var words = Array(CommandLine.arguments.dropFirst())
        if let db = global.db, ConnectionParameters(db, applicationName: "").holdsPassword {
            words.removeAll { $0 == "--db" || $0.hasSuffix(db) }
        }
        if id == nil { words += ["--id", event.description] }
        return ShellCommand.of(["annals"] + words)
    }

    func execute() throws {
        let path = file ?? "-"
        let content = readsLines ? try Input.read(path) : nil
        let session = try Session.open(global, for: "append")
        var batch = try writing.batch(session, origin: readsLines && path != "-" ? "cli \(path)" : "cli")
        let report: BatchReport
        if let content {
            batch.keepGood = keepGood
            guard !content.lines.isEmpty || !content.problems.isEmpty else {
                throw Failure(
                    .noInput,
                    "input",
                    "there is not a single line to append",
                    help: "see annals help append"
                )
            }
            report = try batch.append(content.lines, problems: content.problems)
        } else {
            let line = (number: 1, line: JSONLine.event(id: id, event.draft(actors)))
            batch.isOneCommand = true
            batch.retry = retry
            report = try batch.append([line])
        }
        try report.show(global)
        // The good lines are in; that some were not is still a failure, and said with all there is to mend.
        if !report.problems.isEmpty { throw Failure(.badData, report.problems, outcome: report.summary) }
    }
}
