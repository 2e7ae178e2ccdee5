/// A command as it describes itself with `--experimental-dump-help`.
struct CommandInfo: Decodable {
    /// An option, a flag or an argument.
    struct Argument: Decodable, Equatable {
        struct Name: Decodable, Equatable {
            let kind: String
            let name: String
        }

        let kind: String
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let sectionTitle: String?
        let isOptional: Bool
        let isRepeating: Bool
        let shouldDisplay: Bool
    }

    /// What is printed: the command, and by which rules it is described.
    struct Dump: Decodable {
        let serializationVersion: Int
        let command: CommandInfo
    }

    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [CommandInfo]?

    /// Those within it, each once: the library adds a `help` of its own to ours.
    var commands: [CommandInfo] {
        var names: Set<String> = []
        return (subcommands ?? []).filter { names.insert($0.commandName).inserted }
    }
}
