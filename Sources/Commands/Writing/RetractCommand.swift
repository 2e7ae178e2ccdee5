import Annals
import ArgumentParser
import Formats

/// `annals retract`.
struct RetractCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "retract",
        abstract: "Withdraw an event with a new entry; what was written stays.",
        discussion: "Retracting a retraction, by its own position, brings the event back."
    )

    @Argument(help: "The event: its UUID, or the position of one of its entries, as in #57.")
    var event: String

    @Option(help: "Why.")
    var because: String?

    @OptionGroup(title: "Writing") var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func execute() throws {
        let session = try Session.open(global, for: "retract")
        var batch = try writing.batch(session, origin: "cli")
        batch.isOneCommand = true
        try batch.append([(number: 1, line: .retraction(of: event, because: because))]).show(global)
    }
}
