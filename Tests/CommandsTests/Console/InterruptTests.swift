import EventLog
import Glibc
import Postgres
import Support
import Testing

/// Ctrl-C, and servers that go away, in the middle of something.
struct InterruptTests {
    private let input = (1...200)
        .map { #"{"on":"2021","actors":["china"],"recipients":["taliban"],"title":"event \#($0)"}"# }
        .joined(separator: "\n")

    /// Starts an append that waits for a lock another session holds, and does something to it there.
    private func whileWaiting(
        _ lock: String,
        on database: TestDatabase,
        thenLettingGo letsGo: Bool = false,
        _ disturb: (ProgramRun, _ server: Connection) throws -> Void
    ) throws -> Outcome {
        let holder = try database.connect()
        try holder.execute("begin")
        try holder.run(script: "select \(lock)")
        let file = try ProgramRun.namelessFile(holding: Array(input.utf8))
        defer { close(file) }
        let run = try User(of: database).start(["append"], input: file)
        // Within its transaction the holder would always see the sessions of its first look.
        let watcher = try database.connect()
        try waitUntil { try watcher.isAppendWaiting() }
        try disturb(run, watcher)
        if letsGo { try holder.execute("rollback") }
        return try run.wait()
    }

    /// What an append of the stream `china/taliban` waits for first.
    private let streamLock = "pg_advisory_xact_lock(1634627169, hashtext('china/taliban') & 1023)"

    @Test(arguments: [SIGINT, SIGTERM])
    func `Ctrl-C in the middle of a batch ends it, and nothing was written`(signal: Int32) throws {
        let database = try Databases.withActors()
        let outcome = try whileWaiting(streamLock, on: database) { run, _ in run.signal(signal) }
        #expect(outcome.status == 130)
        #expect(outcome.output == "")
        #expect(outcome.errors == "error[interrupted]: stopped by you\nNothing was written.\n")
        let user = User(of: database)
        #expect(try user.logEnd() == 4)
        #expect(try user.annals("status", "--json").json["waiting"] == 0)
        #expect(try user.annals("append", input: input).status == 0)
    }

    @Test
    func `Ctrl-C between accepted and known says that it was written, and the next command makes it known`()
        throws
    {
        let database = try Databases.withActors()
        // Only the sequencer takes this one, after the batch has been accepted.
        let outcome = try whileWaiting("pg_advisory_xact_lock(1634627169, 1024)", on: database) { run, _ in
            run.signal(SIGINT)
        }
        #expect(outcome.status == 130)
        #expect(outcome.errors.contains("All of it was written"))
        #expect(!outcome.errors.contains("Nothing was written"))
        let user = User(of: database)
        #expect(try user.annals("show", "china", "taliban", "--json").json["version"] == 200)
        #expect(try user.logEnd() == 204)
    }

    @Test
    func `Ctrl-C while it waits for standard input ends it at once`() throws {
        let user = try User.withActors()
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        let run = try user.start(["append"], input: ends[0])
        let line = Array(#"{"actor":"fiji","name":"Fiji"}"#.utf8) + [0x0A]
        try #require(write(ends[1], line, line.count) == line.count)
        try waitUntil { run.isAsleep(reading: ends[0]) }
        run.signal(SIGINT)
        let outcome = try run.wait()
        #expect(outcome.status == 130)
        #expect(outcome.errors == "error[interrupted]: stopped by you\nNothing was written.\n")
        #expect(try user.logEnd() == 4)
    }

    @Test
    func `Ctrl-C while a lost server does not answer says what is not known`() throws {
        let database = try Databases.withActors()
        let proxy = try Proxy(to: try ThrowawayCluster.shared.cluster.socketDirectory) { number in
            number == 0 ? .cut(.toServer, after: 20_000) : .silence
        }
        defer { proxy.remove() }
        let file = try ProgramRun.namelessFile(holding: Array(input.utf8))
        defer { close(file) }
        let user = User(adding: ["ANNALS_DB": "\(database.connectionString) host=\(proxy.directory)"])
        let run = try user.start(["append"], input: file)
        try waitUntil { proxy.traffic.count == 2 }
        run.signal(SIGINT)
        let outcome = try run.wait()
        #expect(outcome.status == 130)
        #expect(
            outcome.errors.contains("Whether it was written is not known. Send it again with the same ids")
        )
    }

    @Test
    func `a connection lost in the middle is made again, and the batch is in once`() throws {
        let database = try Databases.withActors()
        let outcome = try whileWaiting(streamLock, on: database, thenLettingGo: true) { _, server in
            try server.run(
                script: """
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where application_name = 'annals/append' and datname = current_database()
                    """
            )
        }
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors == "")
        #expect(outcome.output == "200 entries appended (#5–#204)\n")
        #expect(try User(of: database).annals("log", "china", "taliban", "--json").lines.count == 200)
    }

    @Test
    func `a server that stays away is unavailable, and nobody claims to know what was written`() throws {
        let database = try Databases.withActors()
        let outcome = try whileWaiting(streamLock, on: database) { _, server in
            let name = try #require(
                try server.first("select current_database()::text as name") { row throws(PostgresError) in
                    try row["name", as: String.self]
                }
            )
            let elsewhere = ConnectionParameters(
                database.connectionString + " dbname=postgres",
                applicationName: "tests"
            )
            let other = try Connection(elsewhere)
            try other.run(script: "alter database \(name) allow_connections false")
            try other.run(
                script: """
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where application_name = 'annals/append' and datname = '\(name)'
                    """
            )
        }
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("is not currently accepting connections"))
        #expect(
            outcome.errors.contains("Whether it was written is not known. Send it again with the same ids")
        )
    }
}

extension Connection {
    /// Whether an append in this database waits for an advisory lock, or polls for the sequencer's.
    fileprivate func isAppendWaiting() throws(PostgresError) -> Bool {
        try first(
            """
            select exists (select from pg_stat_activity
                            where application_name = 'annals/append' and datname = current_database()
                              and (wait_event = 'advisory' or query like '%annals.sequence()%')) as waiting
            """
        ) { row throws(PostgresError) in try row["waiting", as: Bool.self] } ?? false
    }
}

extension ProgramRun {
    /// Whether the program has read all there is in a pipe and sleeps.
    fileprivate func isAsleep(reading pipe: Int32) -> Bool {
        var waiting: Int32 = 0
        guard ioctl(pipe, UInt(FIONREAD), &waiting) == 0, waiting == 0,
            let file = fopen("/proc/\(process)/stat", "r")
        else { return false }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 512)
        let count = fread(&buffer, 1, buffer.count, file)
        let fields = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
        // The state stands after the name in parentheses; R is running.
        return fields.drop { $0 != ")" }.dropFirst(2).first == "S"
    }
}
