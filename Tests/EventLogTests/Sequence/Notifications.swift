import Support
import Testing

@testable import EventLog

/// The payloads `psql` hears on the channel `annals` while it runs statements.
func notifications(from database: TestDatabase, running statements: [String]) throws -> [String] {
    let commands = (["listen annals"] + statements + ["select 1"]).flatMap { ["-c", $0] }
    let heard = try ChildProcess.run(
        ["/usr/bin/env", "psql", "-X", "-d", database.connectionString] + commands,
        environment: TemporaryDirectory.processEnvironment
    )
    try #require(heard.succeeded, "\(heard.output)")
    return heard.output.split(separator: "\n").compactMap { line in
        let words = line.split(separator: "\"", omittingEmptySubsequences: false)
        guard words.count > 3, words[0] == "Asynchronous notification ", words[1] == "annals" else {
            return nil
        }
        return String(words[3])
    }
}
