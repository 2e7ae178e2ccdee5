import EventLog
import Support
import Testing

@testable import Commands

/// `--wait` and `ANNALS_WAIT`.
struct WaitTests {
    @Test(arguments: ["s", "-1s", "1.5s", "soon", "1 s"])
    func `is a length of time`(written: String) throws {
        #expect(try User().annals("status", "--wait=\(written)").status == 64)
        let outcome = try User(adding: ["ANNALS_WAIT": written]).annals("status")
        #expect(outcome.status == 78)
        #expect(outcome.errors.hasPrefix("error[environment]: ANNALS_WAIT is no length of time"))
    }

    @Test func `comes from the option before the variable`() throws {
        let user = User(adding: ["ANNALS_WAIT": "200ms", "ANNALS_DB": "host=/nonexistent"])
        #expect(try user.annals("status").errors.contains(" for 200 ms; "))
        #expect(try user.annals("status", "--wait", "300ms").errors.contains(" for 300 ms; "))
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
        try waitUntil { run.errorsSoFar.contains("note: waiting for the server, 60 seconds at most: ") }
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
