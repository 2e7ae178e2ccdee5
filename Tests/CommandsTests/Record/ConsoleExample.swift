/// A command a page shows, and what the page says it writes.
struct ConsoleExample: CustomStringConvertible {
    /// The line of the page, counted from 1.
    let line: Int
    /// What follows `$ `, with the lines that continue it.
    let command: String
    /// The lines until the next command or the end of the block.
    let output: String

    var description: String { "line \(line): \(command)" }

    /// The commands of every ```` ```console ```` block of a page that begin with `annals`, or with another program,
    /// in order.
    ///
    /// A command goes on while its lines end with a backslash. Lines after it are what it writes, standard output
    /// and standard error together.
    static func all(in page: String, of program: String = "annals") -> [ConsoleExample] {
        var examples: [ConsoleExample] = []
        var isInside = false
        var command: (line: Int, text: String)?
        var output: [String] = []

        func finish() {
            if let command, command.text.hasPrefix(program) {
                while output.last?.isEmpty == true { output.removeLast() }
                let text = output.joined(separator: "\n")
                examples.append(ConsoleExample(line: command.line, command: command.text, output: text))
            }
            command = nil
            output = []
        }

        for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                finish()
                isInside = !isInside && line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                finish()
                command = (index + 1, String(line.dropFirst(2)))
            } else if isInside, let open = command, open.text.hasSuffix("\\"), output.isEmpty {
                command = (open.line, open.text + "\n" + line)
            } else if isInside {
                output.append(String(line))
            }
        }
        finish()
        return examples
    }
}
