import EventLog
import Support
import Testing

@testable import Commands

/// `--wait` and `ANNALS_WAIT`.
struct WaitTests {
    @Test(arguments: [
        ("60s", Duration.seconds(60)), ("5m", .seconds(300)), ("5min", .seconds(300)), ("1h", .seconds(3600)),
        ("250ms", .milliseconds(250)), ("7", .seconds(7)), ("0", .zero),
        ("2147483647h", .seconds(7_730_941_129_200)),
    ])
    func `is a number and a unit`(written: String, duration: Duration) {
        #expect(Wait(argument: written)?.duration == duration)
    }

    @Test(arguments: ["", "s", "-1s", "1.5s", "soon", "1 s", "99999999999s", "5d", "٥s"])
    func `is nothing else`(written: String) throws {
        #expect(Wait(argument: written) == nil)
        guard !written.isEmpty else { return }
        #expect(try User().annals("status", "--wait=\(written)").status == 64)
        let outcome = try User(adding: ["ANNALS_WAIT": written]).annals("status")
        #expect(outcome.status == 78)
        #expect(outcome.errors.hasPrefix("error[wait]: ANNALS_WAIT is "))
    }

    @Test func `is a minute when nobody says, and the option comes before the variable`() throws {
        #expect(try Wait.find(nil, environment: [:]).duration == .seconds(60))
        #expect(try Wait.find(nil, environment: ["ANNALS_WAIT": "2s"]).duration == .seconds(2))
        let option = Wait(argument: "3s")
        #expect(try Wait.find(option, environment: ["ANNALS_WAIT": "2s"]).duration == .seconds(3))
    }

    @Test func `is for a server that nobody hears from yet; without it that is said at once`() throws {
        let database = try Databases.withActors()
        let socket = try ThrowawayCluster.shared.cluster.socketDirectory
        let place = try TemporaryDirectory.make(prefix: "annals-test-")
        defer { TemporaryDirectory.remove(place) }
        var user = User(adding: ["ANNALS_DB": "\(database.connectionString) host=\(place)/later"])
        let outcome = try user.annals("status")
        #expect(outcome.status == 69)
        #expect(!outcome.errors.contains("note: waiting"))

        let proxy = try Proxy(to: socket)
        defer { proxy.remove() }
        let input = try ProgramRun.namelessFile()
        user.environment["ANNALS_WAIT"] = "60s"
        let run = try user.start(["actor", "list"], input: input)
        try waitUntil { run.errorsSoFar.contains("note: waiting for the server, 60 s at most: ") }
        let linked = try User().shell("ln -s '\(proxy.directory)' '\(place)/later'")
        #expect(linked.status == 0, "\(linked.errors)")
        #expect(try run.wait().status == 0)
    }

    @Test func `is given up when it is over, and said`() throws {
        let outcome = try User(adding: ["ANNALS_DB": "host=/nonexistent"]).annals("status", "--wait", "200ms")
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("help: tried ANNALS_DB for 200 ms; "))
    }
}
