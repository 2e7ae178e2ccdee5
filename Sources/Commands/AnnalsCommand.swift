import Annals
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
        let partial = PartialFiles.all
        Interrupt.install { partial.removeAll() }
        do {
            let words = try given()
            var command = try parsed(words)
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// The words behind the command, where all that was given can be read.
    private static func given() throws -> [String] {
        try AnnalsCommand().tellingFailures(asJSON: CommandLine.arguments.contains("--json")) {
            try Environment.refuseUnreadable()
            return try Arguments.given()
        }
    }

    private static func parsed(_ words: [String]) throws -> any ParsableCommand {
        do {
            return try parseAsRoot(words)
        } catch {
            let joined = try AnnalsCommand().tellingFailures(asJSON: words.contains("--json")) {
                try HyphenedValues.joined(words, of: Self.self)
            }
            guard let joined else { throw error }
            return try parseAsRoot(joined)
        }
    }

    /// Says what the parser has to say, which may quote what was written, and exits.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let message = fullMessage(for: error).revealingHidden(keeping: ["\n"])
        if !message.isEmpty {
            if code.isSuccess { try? Console.standard.print(message) } else { Console.standard.note(message) }
        }
        exit(withError: code)
    }
}
