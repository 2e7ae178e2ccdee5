import ArgumentParser

/// `annals help`.
struct HelpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help",
        abstract: "What a command does, or a topic: \(HelpTopic.list)."
    )

    @Argument(
        help: ArgumentHelp(
            "A command, as in actor add, or a topic; none for the list of both.",
            valueName: "command-or-topic"
        ),
        completion: .list(HelpCommand.names)
    )
    var words: [String] = []

    func run() throws {
        if words.isEmpty { return try show(AnnalsCommand.helpMessage() + "\n" + HelpTopic.overview) }
        if words.count == 1, let topic = HelpTopic(rawValue: words[0]) { return try show(topic.text) }
        throw CleanExit.helpRequest(try command())
    }

    /// What it can be asked about.
    private static var names: [String] {
        AnnalsCommand.configuration.subcommands.map { $0._commandName }
            + HelpTopic.allCases.map(\.rawValue)
    }

    private func show(_ text: String) throws {
        try tellingFailures {
            try Console.standard.page(with: Pager.command(for: .standard)) {
                try Console.standard.print(text)
            }
        }
    }

    /// The command the words name.
    private func command() throws -> any ParsableCommand.Type {
        var command: any ParsableCommand.Type = AnnalsCommand.self
        for word in words {
            guard let next = command.configuration.subcommands.first(where: { $0._commandName == word })
            else {
                throw ValidationError(
                    "There is no command \"annals \(Printable.line(words.joined(separator: " "), most: 60))\", and no such topic: there is \(HelpTopic.list)."
                )
            }
            command = next
        }
        return command
    }
}
