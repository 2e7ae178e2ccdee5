import EventLog
import Glibc
import Postgres
import Support
import Synchronization
import Testing

/// The truth about a write: whatever becomes of server and connection between sending and the answer.
struct DeliveryTests {
    private static let visit = ["append", "china", "taliban", "--on", "2021", "--title", "Visit"]

    private static func id(_ number: Int) -> String {
        let digits = String(number)
        return "0f3c1c5e-7d7a-4a53-9c0e-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    /// How often an event stands in the log or waits for its place.
    private func count(_ id: String, in database: TestDatabase) throws -> Int64? {
        try database.connect().first("select count(*) from annals.entry where event_id = \(id)::uuid") {
            try $0[0, as: Int64.self]
        }
    }

    /// What was said must be so, and doing it again must not double it.
    private func expectTruth(_ outcome: Outcome, _ id: String, in database: TestDatabase, _ how: String)
        throws
    {
        let count = try count(id, in: database)
        #expect(count ?? 0 <= 1, "\(how)")
        #expect([0, 69, 75].contains(outcome.status), "\(how): \(outcome.errors)")
        if outcome.status == 0 { #expect(count == 1, "\(how)") }
        if outcome.errors.contains("Nothing was written") { #expect(count == 0, "\(how)") }
        if outcome.errors.contains("All of it was written") {
            #expect(count == 1, "\(how)")
            #expect(outcome.errors.contains(id), "\(how)")
        }
        if outcome.errors.contains("is not known") { #expect(outcome.errors.contains(id), "\(how)") }
        let again = try User(of: database).annals(Self.visit + ["--id", id])
        #expect(again.status == 0, "\(how): \(again.errors)")
        #expect(try self.count(id, in: database) == 1, "\(how)")
    }

    @Test func `holds wherever the connection is cut, and nothing is written twice`() throws {
        let database = try Databases.withActors()
        let socket = try ThrowawayCluster.shared.cluster.socketDirectory
        @Sendable func run(_ number: Int, _ rule: @escaping @Sendable (Int) -> Proxy.Rule) throws -> (
            Outcome, Proxy
        ) {
            let proxy = try Proxy(to: socket, rule)
            defer { proxy.remove() }
            let address = "\(database.connectionString) host=\(proxy.directory)"
            let user = User(adding: ["ANNALS_DB": address, "ANNALS_WAIT": "60s"])
            return (try user.annals(Self.visit + ["--id", Self.id(number)]), proxy)
        }
        let (whole, proxy) = try run(1) { _ in .pass }
        #expect(whole.status == 0, "\(whole.errors)")
        let traffic = try #require(proxy.traffic.first)

        let cuts: [(Proxy.Direction, Int)] =
            (1..<16).flatMap { part in
                [
                    (Proxy.Direction.toServer, traffic.toServer * part / 16),
                    (.toClient, traffic.toClient * part / 16),
                ]
            } + [(.toServer, traffic.toServer), (.toClient, traffic.toClient)]
        let healed = try together(cuts.count, atOnce: 4) { index in
            let (direction, bytes) = cuts[index]
            let (outcome, _) = try run(100 + index) { $0 == 0 ? .cut(direction, after: bytes) : .pass }
            try expectTruth(outcome, Self.id(100 + index), in: database, "cut \(direction) after \(bytes)")
            return outcome.status == 0
        }
        // While it is sent and answered, a cut is healed.
        #expect(healed.filter { $0 }.count >= 4)
    }

    @Test func `is told by a server that comes back without what it accepted: it is sent again`() throws {
        let database = try Databases.withActors()
        let server = try database.connect()
        let name = try #require(
            try server.first("select current_database()::text") { try $0[0, as: String.self] }
        )
        let copy = name + "_copy"
        let turned = Flag()
        let proxy = try Proxy(to: try ThrowawayCluster.shared.cluster.socketDirectory) { _ in
            turned.isSet ? .turnTo(database: copy) : .pass
        }
        defer { proxy.remove() }
        let elsewhere = try connect(database, "dbname=postgres")
        // Nobody may be in the database that is copied.
        try elsewhere.run(
            script: """
                select pg_terminate_backend(pid) from pg_stat_activity where datname = '\(name)';
                """
        )
        try waitUntil { (try? elsewhere.run(script: "create database \(copy) template \(name)")) != nil }

        let holder = try database.connect()
        try holder.execute("select pg_advisory_lock(1634627169, 1024)")
        let input = try ProgramRun.namelessFile()
        defer { close(input) }
        let user = User(adding: ["ANNALS_DB": "\(database.connectionString) host=\(proxy.directory)"])
        let run = try user.start(Self.visit + ["--id", Self.id(1)], input: input)
        try waitUntil { try count(Self.id(1), in: database) == 1 }
        turned.set()
        try elsewhere.run(
            script: """
                select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = '\(name)' and application_name = 'annals/append'
                """
        )
        let outcome = try run.wait()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("#5  2021  Visit"))
        let there = try connect(database, "dbname=\(copy)")
        #expect(try there.first("select count(*) from annals.log") { try $0[0, as: Int64.self] } == 5)
    }

    private func connect(_ database: TestDatabase, _ more: String) throws(PostgresError) -> Connection {
        try Connection(
            ConnectionParameters("\(database.connectionString) \(more)", applicationName: "annals/tests")
        )
    }

    /// What can go wrong while entries get their place, each as the server says it.
    static let obstacles = [
        "53100", "53200", "55P03", "57014", "40001", "40P01", "58030", "XX000", "P0001", "42883",
    ]

    @Test(arguments: obstacles)
    func `after acceptance is that it was written, whatever the server says`(state: String) throws {
        let database = try Databases.withActors()
        try database.connect().run(script: Self.obstacle(state))
        var user = User(of: database)
        let outcome = try user.annals(Self.visit + ["--wait", "300ms"])
        #expect(outcome.status == 75)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("error[accepted]: the entry is accepted, and not yet known\n"))
        #expect(outcome.errors.contains("All of it was written"))
        #expect(!outcome.errors.lowercased().contains("nothing was written"))
        #expect(!outcome.errors.contains("annals met something it did not expect"))
        // The command it names has the id, and is safe.
        let marker = "The same again, and safe: "
        let line = outcome.errors.split(separator: "\n").first { $0.hasPrefix(marker) }
        let retry = String(try #require(line).dropFirst(marker.count))
        #expect(retry.contains(" --id "))

        // Whoever reads is told, and has an answer all the same.
        let read = try user.annals("log")
        #expect(read.status == 0)
        #expect(read.lines.count == 4)
        #expect(read.errors.hasPrefix("note: 1 entry is accepted and not yet known: "))

        try database.connect().run(script: "drop trigger obstacle on annals.log")
        user.environment["ANNALS_WAIT"] = "60s"
        let again = try user.shell(retry)
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("#5"))
        #expect(try user.logEnd() == 5)
    }

    @Test(arguments: ["53100", "55P03", "57014"])
    func `is that it was written and known, when what stood in the way went away in time`(state: String)
        throws
    {
        let database = try Databases.withActors()
        try database.connect().run(script: Self.obstacle(state))
        let input = try ProgramRun.namelessFile()
        defer { close(input) }
        let run = try User(of: database).start(Self.visit + ["--debug"], input: input)
        try waitUntil { run.errorsSoFar.contains("not yet known, trying again") }
        try database.connect().run(script: "drop trigger obstacle on annals.log")
        let outcome = try run.wait()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("✓ #5  2021  Visit"))
    }

    private static func obstacle(_ state: String) -> String {
        """
        create function public.obstacle() returns trigger language plpgsql as
            'begin raise exception ''in the way'' using errcode = ''\(state)''; end';
        create trigger obstacle before insert on annals.log for each row execute function public.obstacle();
        """
    }

    @Test(arguments: [
        "-c lock_timeout=200", "-c statement_timeout=200", "-c default_transaction_isolation=serializable",
    ])
    func `is the same under limits of time and isolation`(options: String) throws {
        let database = try Databases.withActors()
        let holder = try database.connect()
        try holder.execute("begin")
        try holder.execute("lock table annals.log in exclusive mode")
        let input = try ProgramRun.namelessFile()
        defer { close(input) }
        let user = User(of: database, adding: ["PGOPTIONS": options])
        let run = try user.start(Self.visit + ["--id", Self.id(1)], input: input)
        try waitUntil { try count(Self.id(1), in: database) == 1 }
        // Longer than the limit.
        usleep(400_000)
        try holder.execute("rollback")
        let outcome = try run.wait()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try user.annals(Self.visit + ["--id", Self.id(1)]).output.contains("had this already"))
        #expect(try user.logEnd() == 5)
    }

    @Test func `before acceptance is that nothing was written`() throws {
        let database = try Databases.withActors()
        let holder = try database.connect()
        try holder.execute("begin")
        try holder.execute("lock table annals.entry in exclusive mode")
        let user = User(of: database, adding: ["PGOPTIONS": "-c lock_timeout=200"])
        let outcome = try user.annals(Self.visit)
        #expect(outcome.status == 75)
        #expect(outcome.errors.hasSuffix("Nothing was written.\n"))
        try holder.execute("rollback")
        #expect(try user.logEnd() == 4)
    }

    @Test func `is not known when the answer does not come, and the ids make it safe`() throws {
        let database = try Databases.withActors()
        let holder = try database.connect()
        try holder.execute("begin")
        try holder.execute("lock table annals.entry in exclusive mode")
        let user = User(of: database)
        let outcome = try user.annals(Self.visit + ["--wait", "500ms", "--id", Self.id(1)])
        #expect(outcome.status == 75)
        #expect(outcome.errors.contains("Whether it was written is not known."))
        #expect(outcome.errors.contains(Self.id(1)))
        try holder.execute("rollback")
        try expectTruth(outcome, Self.id(1), in: database, "not answered")
        #expect(try user.logEnd() == 5)
    }

    @Test func `is not waited for by who reads, though a standby server is missing`() throws {
        let cluster = try ThrowawayCluster()
        defer { cluster.remove() }
        let address = cluster.connectionString(database: "postgres")
        var user = User(adding: ["ANNALS_DB": address])
        #expect(try user.annals("init").status == 0)
        try user.append(Databases.actors)
        let server = try Connection(ConnectionParameters(address, applicationName: "annals/tests"))
        // Something waits for its place.
        try server.execute("select pg_advisory_lock(1634627169, 1024)")
        #expect(try user.annals(Self.visit + ["--wait", "200ms"]).status == 75)
        try server.execute("select pg_advisory_unlock(1634627169, 1024)")
        try server.execute("alter system set synchronous_standby_names = 'nobody'")
        try server.execute("select pg_reload_conf()")
        try waitUntil {
            let other = try Connection(ConnectionParameters(address, applicationName: "annals/tests"))
            return try other.first("show synchronous_standby_names") { try $0[0, as: String.self] }
                == "nobody"
        }

        // The first helps, and lets go; later ones find it at work.
        let first = try user.annals("log")
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.lines.count == 4)
        #expect(first.errors.hasPrefix("note: 1 entry is accepted and not yet known: "))
        let second = try user.annals("show", "china", "us", "--json")
        #expect(second.errors.hasPrefix("note: 1 entry is accepted and not yet known: "))
        let written = try user.annals(Self.visit + ["--wait", "300ms", "--id", Self.id(7)])
        #expect(written.status == 75)
        #expect(written.errors.contains("Whether it was written is not known."))

        try server.execute("alter system reset synchronous_standby_names")
        try server.execute("select pg_reload_conf()")
        user.environment["ANNALS_WAIT"] = "60s"
        #expect(try user.annals(Self.visit + ["--id", Self.id(7)]).status == 0)
        #expect(try user.logEnd() == 6)
    }
}

/// Something that comes to be so, seen by several threads.
private final class Flag: Sendable {
    private let state = Mutex(false)

    var isSet: Bool { state.withLock { $0 } }

    func set() { state.withLock { $0 = true } }
}
