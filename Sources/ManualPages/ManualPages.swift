import FoundationEssentials
import Glibc

/// Writes the manual pages of a program out of what it tells of itself: `ManualPages PROGRAM DIRECTORY DATE`.
@main
struct ManualPages {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            let message = Array("error: \(error)\n".utf8)
            _ = Glibc.write(2, message, message.count)
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        guard arguments.count == 3 else { throw Problem("usage: ManualPages PROGRAM DIRECTORY DATE") }
        let (program, directory) = (arguments[0], arguments[1])
        let printed = try output(of: [program, "--experimental-dump-help"])
        let dump = try JSONDecoder().decode(CommandInfo.Dump.self, from: Data(printed.utf8))
        guard dump.serializationVersion == 0 else {
            throw Problem(
                "\(program) describes itself by rules of version \(dump.serializationVersion), not 0"
            )
        }
        let command = dump.command
        let date = try Self.date(arguments[2])
        // Which there are, help itself tells.
        let topics = try output(of: [program, "help"]).split(separator: "\nTOPICS: ").last.map { list in
            try list.split(separator: "\n").dropFirst().compactMap { $0.split(separator: " ").first }.map {
                Topic(try output(of: [program, "help", String($0)]))
            }
        }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try write(Manual(of: command, topics: topics ?? [], dated: date), command.commandName, directory)
        for inner in command.commands {
            try write(
                Manual(of: inner, in: command, dated: date),
                "\(command.commandName)-\(inner.commandName)",
                directory
            )
        }
    }

    /// A date as manual pages have it: `November 22, 2026`.
    private static func date(_ written: String) throws -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let parts = written.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, months.indices.contains(parts[1] - 1) else {
            throw Problem("\(written) is not a date as in 2026-11-22")
        }
        return "\(months[parts[1] - 1]) \(parts[2]), \(parts[0])"
    }

    private static func write(_ page: Manual, _ name: String, _ directory: String) throws {
        try Data(page.text.utf8).write(to: URL(filePath: "\(directory)/\(name).1"))
    }

    /// What a program prints.
    private static func output(of words: [String]) throws -> String {
        let quoted = words.map { "'" + $0.replacing("'", with: #"'\''"#) + "'" }
        guard let stream = popen(quoted.joined(separator: " "), "r") else {
            throw Problem("cannot run \(words[0])")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
            bytes += buffer[..<count]
        }
        guard pclose(stream) == 0 else { throw Problem("\(words.joined(separator: " ")) failed") }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Why there are no pages.
private struct Problem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
