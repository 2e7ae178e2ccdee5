import ArgumentParser

/// `annals completions`.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "A script that has a shell complete commands, options and actors.",
        discussion: """
            bash: annals completions bash >~/.local/share/bash-completion/completions/annals
            zsh:  annals completions zsh >DIRECTORY/_annals   (a directory of $fpath)
            fish: annals completions fish >~/.config/fish/completions/annals.fish

            make install puts all three where the shells look. Actors are completed from the database that the \
            environment names, or the private one while it runs.
            """
    )

    /// The shells it knows.
    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish
    }

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    func run() throws {
        let shell: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        let script = Self.withOneHelp(AnnalsCommand.completionScript(for: shell))
        try tellingFailures { try Console.standard.print(script) }
    }

    /// A script without what the library has in it for a `help` of its own, which it takes every program to have: coming
    /// last, that would count, and not what ours completes.
    private static func withOneHelp(_ script: String) -> String {
        var lines = script.split(separator: "\n", omittingEmptySubsequences: false)
        lines.removeAll { $0.contains("Show subcommand help information.") }
        let starts = lines.indices.filter { lines[$0] == "_annals_help() {" }
        if starts.count > 1, let last = starts.last, let end = lines[last...].firstIndex(of: "}") {
            lines.removeSubrange(last...end)
        }
        return lines.joined(separator: "\n")
    }
}
