import Postgres
import Support
import Testing

/// What a plain writer sends past the command, as everybody else then reads it.
struct HostileEntriesTests {
    private static let questions = [
        "network", "network --at 2020-06-01 --matrix", "show china taliban --at 2020-06", "why china taliban",
        "history china taliban --format svg", "history china", "log", "status", "actor list",
        "replay --check",
        "diff --all --at 2019..2021", "diff china taliban --known #1..", "checkpoint", "network --known #8",
    ]

    private static let formats = [
        "cloudevents", "csv", "timelinejs", "stix", "ftm", "dyad-year", "dyad-month", "gexf", "vis",
        "markwhen",
        "ics", "bibtex",
    ]

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `leave every reader an answer, and the projections a replay`(seed: UInt64) throws {
        let database = try Databases.withActors()
        let place = try database.connectionString(asMemberOf: "annals_writer")
        let writer = try Connection(ConnectionParameters(place, applicationName: "annals/tests"))
        var entries = HostileEntries(seed: seed)
        var accepted = 0
        for _ in 0..<300 {
            if (try? writer.execute(HostileEntries.append(entries.next()))) != nil { accepted += 1 }
        }
        try #require(accepted > 0)
        try writer.execute("select annals.sequence()")
        let user = User(of: database)
        for question in Self.questions + Self.formats.map({ "export --format \($0)" }) + ["replay"]
            + Self.questions
        {
            let outcome = try user.annals(question.split(separator: " ").map(String.init))
            #expect(outcome.status <= 1, "\(question): \(outcome.errors)")
        }
    }
}
