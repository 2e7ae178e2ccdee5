import EventLog
import Postgres
import Support
import Testing

/// A password is used, and shown nowhere.
@Suite(.serialized) struct PasswordTests {
    private static let secret = "s3same-Öffne@dich/%41"
    private static let escaped = "s3same-%C3%96ffne%40dich%2F%2541"

    /// The record that ships with annals, to be read by a role that needs a password.
    private static let database = Result {
        let database = try Databases.example.get()
        let server = try database.connect()
        try server.run(
            script: """
                create role sesame login password '\(secret)';
                grant annals_writer to sesame;
                """
        )
        let rules: Query = """
            select format($copy$copy (values ('local all sesame scram-sha-256'), ('local all all trust')) to %L$copy$,
                          current_setting('hba_file'))
            """
        let rewrite = try server.query(rules) { row throws(PostgresError) in try row[0, as: String.self] }
        for statement in rewrite { try server.run(script: statement) }
        try server.run(script: "select pg_reload_conf()")
        // The server takes note of it when it gets round to it.
        var pause = Pause()
        while (try? Connection(
            ConnectionParameters(database.connectionString + " user=sesame", applicationName: "")
        ))
            != nil
        { pause.next() }
        return database
    }

    /// Everybody the password can come from: the variables, and the arguments.
    private func users() throws -> [(user: User, arguments: [String])] {
        let database = try Self.database.get()
        let server = database.connectionString
        let host = try ThrowawayCluster.shared.cluster.socketDirectory
        let named = try #require(server.split(separator: " ").first { $0.hasPrefix("dbname=") }).dropFirst(7)
        let uri = "postgresql://sesame:\(Self.escaped)@/\(named)?host=\(host)"
        let keywords = "\(server) user=sesame password='\(Self.secret)'"
        let variables = ["PGHOST": host, "PGDATABASE": String(named), "PGUSER": "sesame"]
        return [
            (User(), ["--db", uri]), (User(), ["--db", keywords]),
            (User(adding: ["ANNALS_DB": uri]), []), (User(adding: ["DATABASE_URL": keywords]), []),
            (User(adding: variables.merging(["PGPASSWORD": Self.secret]) { $1 }), []),
        ]
    }

    @Test func `works from wherever libpq takes it, and is printed by nothing`() throws {
        for (user, arguments) in try users() {
            for call in [
                ["status"], ["status", "--json"], ["show", "taliban", "us", "--debug"],
                ["log", "--limit", "1", "--json"],
                ["replay", "--check", "--debug"],
            ] {
                let outcome = try user.annals(call + arguments)
                #expect(outcome.status == 0, "\(call): \(outcome.errors)")
                expectNoSecret(in: outcome)
                #expect(outcome.errors.contains("note: the password in --db") == !arguments.isEmpty)
            }
            let refused = try user.annals(
                ["redact", "#100", "--field", "title", "--because", "x"] + arguments
            )
            #expect(refused.status == 77)
            expectNoSecret(in: refused)
        }
    }

    @Test func `that is wrong or missing, and a server that is not there, are told without it`() throws {
        for (user, arguments) in try users() {
            var wrong = user
            wrong.environment = user.environment.mapValues { $0.replacing("s3same", with: "s3same-no") }
            let wrongArguments = arguments.map { $0.replacing("s3same", with: "s3same-no") }
            for extra in [[], ["--json"], ["--debug"]] {
                let outcome = try wrong.annals(["status"] + wrongArguments + extra)
                #expect(outcome.status == 69, "\(outcome.errors)")
                #expect(outcome.errors.contains("authentication failed"), "\(outcome.errors)")
                expectNoSecret(in: outcome)
            }
            var nowhere = user
            nowhere.environment = user.environment.mapValues { $0.replacing("/annals", with: "/nowhere") }
            expectNoSecret(
                in: try nowhere.annals(
                    ["status"] + arguments.map { $0.replacing("host=/", with: "host=/no") }
                )
            )
        }
    }

    @Test func `is in no log of the server and no name of a session`() throws {
        let database = try Self.database.get()
        let log = try ThrowawayCluster.shared.serverLog()
        #expect(!log.contains("s3same"))
        let parameters = ConnectionParameters(
            database.connectionString + " user=sesame password='\(Self.secret)'",
            applicationName: "annals/tests"
        )
        let connection = try Connection(parameters)
        let shown = try connection.query("select to_jsonb(a)::text from pg_stat_activity a") {
            row throws(PostgresError) in try row[0, as: String.self]
        }
        #expect(!shown.joined().contains("s3same"))
    }

    private func expectNoSecret(in outcome: Outcome, at location: SourceLocation = #_sourceLocation) {
        #expect(!(outcome.output + outcome.errors).contains("s3same"), sourceLocation: location)
        #expect(!(outcome.output + outcome.errors).contains("dich"), sourceLocation: location)
    }
}
