import Postgres
import Support
import Testing

/// Through PgBouncer, which hands out sessions of the server.
@Suite(.enabled(if: Pooler.isInstalled, Comment(rawValue: Pooler.absence))) struct `through a pooler` {
    private func withPooler(
        _ mode: Pooler.Mode,
        before database: TestDatabase,
        _ body: (User) throws -> Void
    ) throws {
        let pooler = try Pooler(mode)
        defer { pooler.remove() }
        let address = "\(database.connectionString) host=\(pooler.directory)"
        try body(User(adding: ["ANNALS_DB": address]))
    }

    /// What a session of the server says through the pooler, to somebody who is not annals.
    private func settings(_ user: User) throws -> String {
        try user.shell(
            #"psql -X -At "$ANNALS_DB" -c 'show search_path' -c 'show row_security' -c 'show quote_all_identifiers'"#
        ).output
    }

    @Test(arguments: [Pooler.Mode.session, .transaction])
    func `answers and proofs are the same, and nothing of the session is left to others`(mode: Pooler.Mode)
        throws
    {
        let database = try Databases.example.get()
        try withPooler(mode, before: database) { (pooled) throws in
            for question in `the settings of a session`.questions {
                let (direct, outcome) = (try User(of: database).annals(question), try pooled.annals(question))
                #expect(outcome.output == direct.output, "\(question)")
                #expect(outcome.status == 0, "\(question): \(outcome.errors)")
                #expect(outcome.errors == direct.errors, "\(question)")
            }
            #expect(try settings(pooled) == "\"$user\", public\non\noff\n")
        }
    }

    @Test(arguments: [Pooler.Mode.session, .transaction])
    func `entries are written, tried and told`(mode: Pooler.Mode) throws {
        let database = try Databases.withActors()
        try withPooler(mode, before: database) { (pooled) throws in
            let visit = ["append", "china", "taliban", "--on", "2021", "--title", "Visit"]
            #expect(try pooled.annals(visit + ["--dry-run"]).output.hasSuffix("Nothing was written.\n"))
            let written = try pooled.annals(visit)
            #expect(written.status == 0, "\(written.errors)")
            #expect(try pooled.annals("correct", "#5", "--on", "2022", "--because", "mended").status == 0)
            #expect(try pooled.annals("watch", "--since", "#0", "--limit", "6", "--json").lines.count == 6)
            #expect(try pooled.logEnd() == 6)
            #expect(try settings(pooled) == "\"$user\", public\non\noff\n")
        }
        #expect(try User(of: database).annals("verify").status == 0)
    }

    @Test func `each transaction is set anew, whatever others have left in the session`() throws {
        let database = try Databases.example.get()
        let question = ["export", "--format", "cloudevents"]
        try withPooler(.transaction, before: database) { (pooled) throws in
            let foreign =
                "set search_path = public; set standard_conforming_strings = off; set bytea_output = escape"
            #expect(try pooled.shell("psql -X \"$ANNALS_DB\" -c '\(foreign)'").status == 0)
            #expect(try pooled.annals(question).output == User(of: database).annals(question).output)
        }
    }

    @Test func `a replay that takes a session of its own is refused`() throws {
        try withPooler(.transaction, before: try Databases.withActors()) { (pooled) throws in
            let outcome = try pooled.annals("replay")
            #expect(outcome.status == 78)
            #expect(outcome.errors.hasPrefix("error[replay]: a pooler stands before the server"))
        }
    }

    @Test func `statement by statement everything is refused, with the way to mend it`() throws {
        try withPooler(.statement, before: try Databases.withActors()) { (pooled) throws in
            for command in [
                ["show", "china", "taliban"], ["append", "china", "taliban", "--on", "2021"], ["verify"],
            ] {
                let outcome = try pooled.annals(command)
                #expect(outcome.status == 78)
                #expect(outcome.output == "")
                #expect(outcome.errors.contains("hands the server out statement by statement"))
                #expect(outcome.errors.contains("help: connect to the server itself, or set pool_mode"))
            }
        }
    }

    @Test func `what the pooler does not pass on is named`() throws {
        try withPooler(.session, before: try Databases.withActors()) { (pooled) throws in
            var user = pooled
            user.environment["PGOPTIONS"] = "-c work_mem=1MB"
            let outcome = try user.annals("status")
            #expect(outcome.status == 78)
            #expect(outcome.errors.contains("help: unset PGOPTIONS"))
        }
    }
}
