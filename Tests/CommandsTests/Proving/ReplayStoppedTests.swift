import EventLog
import FoundationEssentials
import Glibc
import Postgres
import Support
import Testing

/// `annals replay` while others work, and stopped in the middle.
struct ReplayStoppedTests {
    /// A database with so many events of four relationships, some of them corrected.
    private func withEvents(_ count: Int) throws -> TestDatabase {
        let database = try Databases.withActors()
        try User(of: database).appendEvents(count)
        return database
    }

    private func start(_ arguments: [String], of user: User) throws -> ProgramRun {
        let file = try ProgramRun.namelessFile()
        defer { close(file) }
        return try user.start(arguments, input: file)
    }

    @Test
    func `killed at any moment, it leaves the answers as they are, and goes on the next time`() throws {
        // More than a page, so that it can be stopped between two.
        let database = try withEvents(5_500)
        let user = User(of: database)
        let question = ["show", "china", "taliban", "--at", "2020", "--json"]
        let before = try user.annals(question).output
        let asked = ["china", "pakistan"].map { ["show", $0, "taliban", "--at", "2021", "--json"] }
        let answers = try asked.map { try user.annals($0).output }

        var random = SystemRandomNumberGenerator()
        var killed = 0
        var reached = 0
        for _ in 1...8 {
            let run = try start(["replay"], of: user)
            usleep(UInt32.random(in: 0...2_000_000, using: &random))
            run.signal(SIGKILL)
            if try run.wait().status == -SIGKILL { killed += 1 }
            #expect(try user.annals(question).output == before)
            // How far the version being built is never goes back.
            let building = try user.annals("status", "--json").json["projections"].array.first {
                $0["status"] == "building"
            }
            if let position = building?["position"].number {
                #expect(position >= reached)
                reached = position
            } else {
                reached = 0
            }
        }
        #expect(killed > 0)
        let last = try user.annals("replay")
        #expect(last.status == 0, "\(last.errors)")
        let check = try user.annals("replay", "--check")
        #expect(check.status == 0, "\(check.output)")
        #expect(try asked.map { try user.annals($0).output } == answers)
    }

    @Test
    func `killed or stopped while a reader is in the way of the switch, it goes on with all it has`() throws {
        let database = try withEvents(100)
        let user = User(of: database)
        let head = try #require(try user.logEnd())
        let reader = try database.connect()
        // As a script, so that nothing but the lock is held: no snapshot, which would be waited for before.
        try reader.run(script: "begin; select count(*) from annals.effect")
        let watcher = try database.connect()
        for signal in [SIGKILL, SIGINT] {
            try waitUntil { try watcher.replays(doing: "") == 0 }
            let run = try start(["replay"], of: user)
            // After it has tried, it gives the sequencer's lock back, and waits.
            try waitUntil { try watcher.replays(doing: "reset idle_session_timeout") == 1 }
            run.signal(signal)
            let outcome = try run.wait()
            #expect(outcome.status == (signal == SIGKILL ? -SIGKILL : 130))
            if signal == SIGINT {
                #expect(
                    outcome.errors.hasSuffix(
                        """
                        error[interrupted]: stopped by you
                        The answers are whole. The next annals replay goes on where this one stopped.

                        """
                    ),
                    "\(outcome.errors)"
                )
            }
        }
        // Nobody else waits meanwhile.
        #expect(
            try user.annals("append", "china", "us", "--on", "2021", "--title", "Visit", "--type", "CONSULT")
                .status == 0
        )
        try reader.execute("commit")
        let last = try user.annals("replay")
        #expect(last.status == 0)
        #expect(last.errors == "Going on from #\(head), where an earlier replay was stopped.\n")
        #expect(last.output == "Rebuilt from the log up to #\(head + 1); the new projections answer now.\n")
        #expect(try user.annals("replay", "--check").status == 0)
    }

    /// Where a replay is suspended.
    enum Place: CaseIterable {
        /// When it has been given the sequencer's lock.
        case beforeTheSwitch
        /// In the transaction of the switch, when it holds the live tables too.
        case inTheSwitch

        /// Makes a replay wait there for an advisory lock.
        var setUp: String {
            switch self {
            case .beforeTheSwitch: ""
            case .inTheSwitch:
                """
                create function public.hold() returns event_trigger language plpgsql set lock_timeout = 0 as
                    $$ begin perform pg_advisory_xact_lock(42); end $$;
                create event trigger hold on ddl_command_end when tag in ('ALTER TABLE')
                    execute function public.hold();
                """
            }
        }

        var lock: String {
            switch self {
            case .beforeTheSwitch: "1634627169, 1024"
            case .inTheSwitch: "42"
            }
        }

        /// What it does there.
        var statement: String {
            switch self {
            case .beforeTheSwitch: "select pg_advisory_lock(1634627169, 1024)"
            case .inTheSwitch: "alter table annals."
            }
        }

        var cleanUp: String {
            switch self {
            case .beforeTheSwitch: ""
            case .inTheSwitch: "drop event trigger hold"
            }
        }
    }

    @Test(arguments: Place.allCases)
    func `suspended where others wait for it, it is put out, and they go on`(_ place: Place) throws {
        let database = try withEvents(100)
        let user = User(of: database)
        let head = try #require(try user.logEnd())
        let question = ["show", "china", "taliban", "--at", "2020", "--known", "#\(head)", "--json"]
        let before = try user.annals(question).output
        let watcher = try database.connect()
        let blocker = try database.connect()
        try blocker.run(script: place.setUp)
        try blocker.execute("select pg_advisory_lock(\(raw: place.lock))")
        let run = try start(["replay"], of: user)
        try waitUntil { try watcher.replays(doing: place.statement) == 1 }
        run.signal(SIGSTOP)
        defer { run.signal(SIGCONT) }
        try blocker.execute("select pg_advisory_unlock(\(raw: place.lock))")

        // An append ends when what it accepted is known.
        let append = ["append", "china", "us", "--on", "2021", "--title", "Visit", "--type", "CONSULT"]
        let appended = try user.annals(append)
        #expect(appended.status == 0, "\(appended.errors)")
        #expect(try user.annals(question).output == before)
        #expect(try user.logEnd() == head + 1)
        try waitUntil { try watcher.replays(doing: "") == 0 }

        run.signal(SIGCONT)
        let outcome = try run.wait()
        #expect(outcome.status == 69, "\(outcome.errors)")
        #expect(
            outcome.errors.contains(
                "The answers are whole. The next annals replay goes on where this one stopped."
            ),
            "\(outcome.errors)"
        )
        try blocker.run(script: place.cleanUp)
        let last = try user.annals("replay")
        #expect(last.status == 0, "\(last.errors)")
        #expect(last.errors == "Going on from #\(head), where an earlier replay was stopped.\n")
        #expect(try user.annals("replay", "--check").status == 0)
        #expect(try user.annals(question).output == before)
    }

    @Test
    func `while it is at work, nobody who reads or writes fails, and nothing is lost`() throws {
        let database = try withEvents(300)
        let user = User(of: database)
        let head = try #require(try user.logEnd())
        let loop = """
            i=0; while [ $i -lt 12 ]; do i=$((i+1)); %; done; echo done
            """
        func shell(_ line: String) throws -> ProgramRun {
            let file = try ProgramRun.namelessFile()
            defer { close(file) }
            var environment = user.environment
            environment["PATH"] = User.folder + ":" + (environment["PATH"] ?? "")
            return try ProgramRun(
                "/bin/sh",
                ["-ec", line],
                environment: environment,
                directory: "/",
                input: file
            )
        }
        let writer = try shell(
            loop.replacing(
                "%",
                with: "annals append china taliban --on 2021 --title \"Visit $i\" --type CONSULT > /dev/null"
            )
        )
        let reader = try shell(
            loop.replacing(
                "%",
                with: "answer=$(annals show china taliban --at 2020 --known '#200'); "
                    + "test -z \"$first\" -o \"$answer\" = \"$first\"; first=$answer"
            )
        )
        for _ in 1...4 { #expect(try user.annals("replay").status == 0) }
        for run in [writer, reader] {
            let outcome = try run.wait()
            #expect(outcome.status == 0)
            #expect(outcome.output == "done\n")
            #expect(outcome.errors == "")
        }
        #expect(try user.logEnd() == head + 12)
        #expect(try user.annals("replay", "--check").status == 0)
    }

    @Test
    func `on a terminal it says what it waits for, and clears it`() throws {
        let database = try withEvents(20)
        let user = User(of: database)
        let reader = try database.connect()
        try reader.execute("begin isolation level repeatable read")
        try reader.execute("select count(*) from annals.log")
        let file = try ProgramRun.namelessFile()
        defer { close(file) }
        var environment = user.environment
        environment["PATH"] = User.folder + ":" + (environment["PATH"] ?? "")
        let run = try ProgramRun(
            "/bin/sh",
            ["-c", "sleep 1; script --quiet --return --command 'annals replay' /dev/null"],
            environment: environment,
            directory: "/",
            input: file
        )
        let watcher = try database.connect()
        try waitUntil {
            try watcher.first(
                "select count(*) as count from annals.projection where status = 'building' and position >= 20"
            ) { row throws(PostgresError) in try row["count", as: Int64.self] } == 1
        }
        usleep(2_500_000)
        try reader.execute("commit")
        let outcome = try run.wait()
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("\rwaiting for transactions that began before …"))
        #expect(outcome.output.contains("\r\u{1B}[KRebuilt from the log"))
    }
}

extension Connection {
    /// How many replays have a session in this database whose last statement contains something.
    fileprivate func replays(doing what: String) throws -> Int64? {
        try first(
            """
            select count(*) as count from pg_stat_activity
             where application_name = 'annals/replay' and datname = current_database()
               and query like '%' || \(what) || '%'
            """
        ) { row throws(PostgresError) in try row["count", as: Int64.self] }
    }
}
