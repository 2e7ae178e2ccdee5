import Annals
import ArgumentParser
import Formats

/// `annals correct`.
struct CorrectCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Correct an event with a new entry; what was written stays.",
        discussion: """
            Give the fields that change; the rest stays. --by and --to replace who acted and towards whom. An empty \
            text (--note "") takes a field away.

              annals correct '#7' --on 2020-02-29 --because "the day is on the agreement itself"
            """
    )

    @Argument(help: "The event: its UUID, or the position of one of its entries, as in #57.")
    var event: String

    @Option(help: "Why.")
    var because: String?

    @OptionGroup(title: "Event") var changes: EventOptions
    @OptionGroup(title: "Writing") var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func execute() throws {
        let session = try Session.open(global, for: "correct")
        var batch = try writing.batch(session, origin: "cli")
        batch.isOneCommand = true
        let line = JSONLine.correction(of: event, because: because, changes.changes)
        try batch.append([(number: 1, line: line)]).show(global)
    }
}
