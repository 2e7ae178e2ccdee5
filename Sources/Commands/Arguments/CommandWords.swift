import ArgumentParser

/// The options and flags of a command, as the command describes itself.
struct CommandWords {
    /// The options that take a value, by any of their names, with the long one of each: `-o` and `--output`.
    private(set) var options: [String: String] = [:]
    /// What takes none.
    private(set) var flags: Set<String> = ["-h", "--help", "--version"]
    /// How many words name the command.
    private(set) var depth = 0

    /// Those of the command that some words begin with; nil when it cannot be told.
    init?(_ words: [String], of root: any ParsableCommand.Type) {
        guard case .object(let dump)? = try? JSONReader.read(Array(root._dumpHelp().utf8)),
            var command = dump.first(where: { $0.key == "command" })?.value
        else { return nil }
        while depth < words.count,
            let next = command["subcommands"].items.first(where: { $0["commandName"].text == words[depth] })
        {
            command = next
            depth += 1
        }
        for argument in command["arguments"].items {
            let names = argument["names"].items.compactMap { name in
                name["name"].text.map { name["kind"].text == "short" ? "-\($0)" : "--\($0)" }
            }
            guard argument["kind"].text == "option" else {
                flags.formUnion(names)
                continue
            }
            for name in names { options[name] = names.last { $0.hasPrefix("--") } ?? name }
        }
    }

    /// Whether a word is an option or a flag, with a value behind `=` or without.
    func isKnown(_ word: String) -> Bool {
        let name = String(word.prefix { $0 != "=" })
        return word == "--" || flags.contains(name) || options[name] != nil
    }
}

extension JSONValue {
    fileprivate subscript(key: String) -> JSONValue {
        if case .object(let members) = self { members.first { $0.key == key }?.value ?? .null } else { .null }
    }

    fileprivate var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}
