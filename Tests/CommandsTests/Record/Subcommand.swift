/// A subcommand of `annals`, as the program describes itself.
struct Subcommand {
    /// Its name after `annals`, as in `actor add`.
    let name: String
    /// What it says it is for.
    let abstract: String

    /// Every subcommand, and those within it; `help` is the library's own.
    static func all() throws -> [Subcommand] {
        within(try User().annals("--experimental-dump-help").json["command"], named: [])
    }

    private static func within(_ command: Tree, named path: [String]) -> [Subcommand] {
        command["subcommands"].array.filter { $0["commandName"] != "help" }.flatMap { inner in
            let path = path + [inner["commandName"].string ?? ""]
            let own = Subcommand(name: path.joined(separator: " "), abstract: inner["abstract"].string ?? "")
            return [own] + within(inner, named: path)
        }
    }
}
