import Postgres
import Support
import Testing

/// Writing into a log whose time is ahead of the clock: one entry was recorded while a clock was wrong.
struct LogTimeTests {
    /// A database whose log is ahead by some time.
    private func ahead(by interval: String) throws -> TestDatabase {
        let database = try Databases.withActors()
        try User(of: database).append(
            #"{"on":"2021","actors":["china"],"recipients":["taliban"],"title":"one"}"#
        )
        let server = try database.connect()
        try server.execute("update annals.log_head set recorded_at = now() + \(interval)::interval")
        return database
    }

    static let writing: [[String]] = [
        ["append", "china", "taliban", "--on", "2021", "--title", "two"],
        ["append", "china", "taliban", "--on", "2021", "--title", "two", "--dry-run"],
        ["correct", "#5", "--on", "2022", "--because", "no"], ["retract", "#5", "--because", "no"],
        ["redact", "#5", "--field", "title", "--because", "no"],
        ["actor", "add", "fiji", "Fiji"], ["actor", "alias", "china", "PRC"],
        ["actor", "rename", "china", "PRC"], ["init", "--example", "afghanistan"], ["import", "-"],
    ]

    private let sheet = "on,a,b,title\n2021,china,pakistan,Visit\n"

    @Test(arguments: writing)
    func `by years is refused by everything that writes, unless it is told to go on`(command: [String]) throws
    {
        let user = User(of: try ahead(by: "20 years"))
        let refused = try user.annals(command, input: sheet)
        #expect(refused.status == 78)
        #expect(refused.output == "")
        #expect(
            try
                /error\[clock\]: what is written now would be recorded at 20\d\d-\S+Z, 20 years ahead of this machine's clock/
                .firstMatch(in: refused.errors) != nil,
            "\(refused.errors)"
        )
        #expect(refused.errors.contains("--accept-log-time goes on in the time of the log"))
        #expect(refused.errors.hasSuffix("Nothing was written.\n"))
        #expect(try user.logEnd() == 5)

        let accepted = try user.annals(command + ["--accept-log-time", "--json"], input: sheet)
        #expect(accepted.status == 0, "\(accepted.errors)")
        #expect(
            accepted.errors.contains(
                " years ahead of the server's clock: what is written now is recorded at "
            )
        )
        if command[0] != "init" {
            #expect(try #require(accepted.json["ahead_seconds"].number) > 600_000_000)
        }
        #expect(try user.logEnd() != 5 || command.contains("--dry-run"))
    }

    @Test
    func `by hours is said, and no reason not to write`() throws {
        let user = User(of: try ahead(by: "2 hours 1 minute"))
        let outcome = try user.annals(Self.writing[0] + ["--json"])
        #expect(outcome.status == 0)
        #expect(
            outcome.errors.hasPrefix("note: the time of the log is 2 hours ahead of the server's clock: ")
        )
        #expect(try (7200...7260).contains(#require(outcome.json["ahead_seconds"].number)))
        let status = try user.annals("status")
        #expect(
            status.lines.contains("clock        the time of the log is 2 hours ahead of the server's clock")
        )
        let json = try user.annals("status", "--json").json
        #expect(try (7200...7260).contains(#require(json["log_ahead_seconds"].number)))
        #expect(json["server_ahead_seconds"] == nil)
    }

    @Test
    func `by less than a minute is not worth a word`() throws {
        let user = User(of: try ahead(by: "50 seconds"))
        let outcome = try user.annals(Self.writing[0] + ["--json"])
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        #expect(try outcome.json["ahead_seconds"] == nil)
        #expect(try !user.annals("status").output.contains("clock"))
    }

    @Test(arguments: [("1h", 78), ("3h", 0), ("0s", 78), ("", 0), ("soon", 78), ("-1h", 78)])
    func `by more than ANNALS_MAX_AHEAD is refused`(limit: String, status: Int32) throws {
        var user = User(of: try ahead(by: "2 hours"))
        user.environment["ANNALS_MAX_AHEAD"] = limit
        let outcome = try user.annals(Self.writing[0])
        #expect(outcome.status == status, "\(outcome.errors)")
        if ["soon", "-1h"].contains(limit) {
            #expect(
                outcome.errors.contains("error[environment]: ANNALS_MAX_AHEAD is no length of time: \(limit)")
            )
        }
        #expect(try user.logEnd() == (status == 0 ? 6 : 5))
    }

    @Test func `has a limit that is read before it matters`() throws {
        var user = try User.withActors()
        user.environment["ANNALS_MAX_AHEAD"] = "banana"
        #expect(try user.annals(Self.writing[0]).status == 78)
        #expect(try user.logEnd() == 4)
    }

    @Test
    func `stops nobody from reading, and reads say nothing of it`() throws {
        let user = User(of: try ahead(by: "20 years"))
        let outcome = try user.annals("show", "china", "taliban")
        #expect(outcome.status <= 1)
        #expect(outcome.errors == "")
        #expect(try user.annals(["import", "-", "--dry-run"], input: sheet).status == 0)
    }
}

extension User {
    fileprivate func annals(_ arguments: [String], input: String) throws -> Outcome {
        try annals(arguments, input: Array(input.utf8))
    }
}
