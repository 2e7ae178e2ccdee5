public import ArgumentParser
import Postgres

/// The command `annals`.
public struct AnnalsCommand: ParsableCommand {
    /// Its name, what it is for and its subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "annals",
        abstract: "How relationships between actors stood at any date, why, and as known when.",
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Start:",
                subcommands: [InitCommand.self, StatusCommand.self, ActorCommand.self]
            ),
            CommandGroup(
                name: "Write:",
                subcommands: [
                    AppendCommand.self, ImportCommand.self, CorrectCommand.self, RetractCommand.self,
                    RedactCommand.self,
                ]
            ),
            CommandGroup(
                name: "Read:",
                subcommands: [
                    ShowCommand.self, HistoryCommand.self, DiffCommand.self, WhyCommand.self,
                    NetworkCommand.self,
                    LogCommand.self, WatchCommand.self,
                ]
            ),
            CommandGroup(name: "Share:", subcommands: [ExportCommand.self]),
            CommandGroup(
                name: "Prove:",
                subcommands: [
                    VerifyCommand.self, CheckpointCommand.self, AuditCommand.self, ReplayCommand.self,
                ]
            ),
            CommandGroup(name: "Learn:", subcommands: [HelpCommand.self, CompletionsCommand.self]),
        ]
    )

    /// The command without arguments yet.
    public init() {}

    /// Runs the command with the arguments of the process, and exits with another code than 0 when it failed.
    public static func start() {
        Interrupt.install()
        main()
    }
}
