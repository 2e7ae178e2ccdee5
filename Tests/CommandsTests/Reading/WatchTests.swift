import Glibc
import Postgres
import Support
import Testing

/// `annals watch`, on a server that stays.
struct WatchTests {
    /// Starts a watch, does something once it watches, and gives how it ended; left alone, it is ended by Ctrl-C.
    private func watch(_ user: User, _ arguments: [String] = [], _ body: (ProgramRun) throws -> Void) throws
        -> Outcome
    {
        let file = try ProgramRun.namelessFile()
        defer { close(file) }
        let run = try user.start(["watch"] + arguments, input: file)
        do {
            try user.waitUntilWatched()
            try body(run)
        } catch {
            run.signal(SIGKILL)
            _ = try run.wait()
            throw error
        }
        run.signal(SIGINT)
        return try run.wait()
    }

    private func event(_ title: String, between one: String = "china", _ other: String = "taliban") -> String
    {
        #"{"on":"2021","actors":["\#(one)"],"recipients":["\#(other)"],"title":"\#(title)"}"#
    }

    @Test
    func `tells what comes from now on, as the log does, and how to go on`() throws {
        let user = try User.withActors()
        let outcome = try watch(user) { run in
            try user.append(event("one"))
            try waitUntil { run.outputSoFar.contains("one") }
            try user.append([event("two"), event("three")].joined(separator: "\n"))
            #expect(try user.annals("retract", "#5", "--because", "no").status == 0)
            try waitUntil { run.outputSoFar.contains("retracts: ") && run.outputSoFar.contains("because no") }
        }
        #expect(outcome.status == 130)
        #expect(try outcome.output == user.annals("log", "--since", "#4").output)
        #expect(outcome.errors == "Resume with: annals watch --since '#8'\n")
    }

    @Test
    func `--since tells first what is there, and --json the same objects as the log`() throws {
        let user = try User.withActors()
        try user.append(event("one"))
        let outcome = try watch(user, ["--since", "#3", "--json"]) { run in
            try waitUntil { run.outputSoFar.contains("one") }
            try user.append(event("two"))
            try waitUntil { run.outputSoFar.contains("two") }
        }
        #expect(try outcome.output == user.annals("log", "--since", "#3", "--json").output)
        #expect(outcome.errors.contains("annals watch --since '#6' --json"))
    }

    @Test
    func `tells only what is asked for, and goes on after what it left out`() throws {
        let user = try User.withActors()
        let arguments = ["Islamic Emirate", "--by", "ada", "--kind", "recorded"]
        let outcome = try watch(user, arguments) { run in
            try user.append([event("other", between: "china", "us"), event("one")].joined(separator: "\n"))
            #expect(try user.annals("retract", "#6", "--because", "no").status == 0)
            var bob = user
            bob.environment["ANNALS_ACTOR"] = "bob"
            try bob.append(event("bob's"))
            try user.append(event("last", between: "pakistan"))
            try waitUntil { run.outputSoFar.contains("last") }
            // An entry that is left out moves it on all the same; here nothing else shows that it did.
            try user.append(event("nothing", between: "pakistan", "us"))
        }
        let told = try #require(outcome.output.split(separator: "\n").map { $0.prefix(2) } as [Substring]?)
        #expect(told == ["#6", "#9"])
        let resume =
            /Resume with: annals watch 'Islamic Emirate' --since '#(9|10)' --by ada --kind recorded\n/
        #expect(try resume.wholeMatch(in: outcome.errors) != nil, "\(outcome.errors)")
    }

    @Test
    func `--limit ends it after so many`() throws {
        let user = try User.withActors()
        let first = try user.annals("watch", "--since", "#1", "--limit", "2")
        #expect(first.status == 0)
        #expect(first.errors == "")
        #expect(try first.output == user.annals("log", "--since", "#1", "--known", "#3").output)
        let file = try ProgramRun.namelessFile()
        defer { close(file) }
        let run = try user.start(["watch", "china", "taliban", "--limit", "1"], input: file)
        try user.waitUntilWatched()
        try user.append([event("other", between: "us"), event("one"), event("two")].joined(separator: "\n"))
        let outcome = try run.wait()
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("one") && !outcome.output.contains("two"))
    }

    @Test
    func `a batch that its writer left unsequenced is made known by it`() throws {
        let database = try Databases.withActors()
        let user = User(of: database)
        // A writer that is gone once its entries are accepted: nobody is notified of anything.
        let file = try ProgramRun.namelessFile(holding: Array(event("left").utf8))
        defer { close(file) }
        let outcome = try watch(user) { run in
            let holder = try database.connect()
            try holder.execute("begin")
            try holder.run(script: "select pg_advisory_xact_lock(1634627169, 1024)")
            let writer = try user.start(["append"], input: file)
            let watcher = try database.connect()
            try waitUntil { try watcher.execute("select from annals.outbox") == 1 }
            writer.signal(SIGKILL)
            _ = try writer.wait()
            try holder.execute("rollback")
            try waitUntil { run.outputSoFar.contains("left") }
        }
        #expect(outcome.lines.count == 1)
    }

    @Test
    func `who may only read is told what others make known`() throws {
        let database = try Databases.withActors()
        let reader = try User(of: database, as: "annals_reader")
        let outcome = try watch(reader) { run in
            try User(of: database).append(event("one"))
            try waitUntil { run.outputSoFar.contains("one") }
        }
        #expect(outcome.lines.count == 1)
    }

    @Test
    func `a lost connection is made again, and nothing is missed or told twice`() throws {
        let database = try Databases.withActors()
        let user = User(of: database)
        let server = try database.connect()
        let outcome = try watch(user) { run in
            for number in 1...10 {
                try server.endWatch()
                try user.append(
                    [event("first \(number)"), event("second \(number)")].joined(separator: "\n")
                )
                try waitUntil { run.outputSoFar.contains("second \(number)") }
                try user.waitUntilWatched()
            }
        }
        #expect(try outcome.output == user.annals("log", "--since", "#4").output)
        let told = outcome.errors.split(separator: "\n")
        #expect(told.count { $0.hasPrefix("note: lost the server, waiting for it: ") } == 10)
        #expect(told.count { $0 == "note: the server is back" } == 10)
        #expect(told.last == "Resume with: annals watch --since '#24'")
    }

    @Test
    func `another log in the place of the one it followed ends it`() throws {
        let (database, other) = (try Databases.withActors(), try Databases.withActors())
        let user = User(of: database)
        let names = try [database, other].map { database in
            try database.connect().first("select current_database()::text as name") {
                row throws(PostgresError) in try row["name", as: String.self]
            } ?? ""
        }
        let file = try ProgramRun.namelessFile()
        defer { close(file) }
        let run = try user.start(["watch", "--since", "#0"], input: file)
        try waitUntil { run.outputSoFar.contains("#4") }
        try user.waitUntilWatched()
        let server = try Connection(
            ConnectionParameters(database.connectionString + " dbname=postgres", applicationName: "tests")
        )
        try server.run(script: "alter database \(names[0]) allow_connections false")
        try server.run(
            script:
                "select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = '\(names[0])'"
        )
        try server.run(script: "alter database \(names[0]) rename to \(names[0])_before")
        try server.run(script: "alter database \(names[1]) rename to \(names[0])")
        let outcome = try run.wait()
        #expect(outcome.status == 75)
        #expect(
            outcome.errors.contains("error[log]: the log has another entry at #4 than the one that was there")
        )
    }

    @Test(arguments: [
        "annals watch | true", "annals watch --since '#0' | head -1",
        "annals watch --json --since '#2' | head -c 1",
    ])
    func `a reader who has seen enough ends it without a word`(line: String) throws {
        let outcome = try User.ofExample().shell(line)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
    }

    @Test(arguments: [
        ["a", "b", "c"], ["--limit", "0"], ["--kind", "x"], ["--at", "2020"], ["--known", "#1"],
    ])
    func `what it does not take is misuse`(arguments: [String]) throws {
        #expect(try User.ofExample().annals(["watch"] + arguments).status == 64)
    }
}

extension User {
    /// Waits until somebody listens for what comes.
    func waitUntilWatched() throws {
        let database = try #require(environment["ANNALS_DB"])
        let connection = try Connection(ConnectionParameters(database, applicationName: "annals/tests"))
        try waitUntil { try connection.isWatched() }
    }
}

extension Connection {
    /// Ends the session of a watch in this database.
    fileprivate func endWatch() throws(PostgresError) {
        try run(
            script: """
                select pg_terminate_backend(pid) from pg_stat_activity
                 where application_name = 'annals/watch' and datname = current_database()
                """
        )
    }

    /// Whether a watch in this database listens, and waits; one that was just opened has asked for the schema last.
    fileprivate func isWatched() throws(PostgresError) -> Bool {
        try first(
            """
            select exists (select from pg_stat_activity
                            where application_name = 'annals/watch' and datname = current_database()
                              and state = 'idle' and query like '%log_head%'
                              and query not like '%schema_code%') as watched
            """
        ) { row throws(PostgresError) in try row["watched", as: Bool.self] } ?? false
    }
}
