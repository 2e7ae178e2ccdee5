import EventLog
import Support
import Testing

/// A life with the private cluster, in a home of one's own.
struct PrivateClusterTests {
    @Test
    func `init makes a private cluster, and any later command starts it when it is down`() throws {
        try User.atHome { user, cluster in
            let none = try user.annals("show", "taliban", "us")
            #expect(none.status == 69)
            #expect(none.output == "")
            #expect(none.errors.contains("there is no annals database yet"))
            #expect(none.errors.contains("help: create a private one with: annals init"))

            let first = try user.annals("init")
            #expect(first.status == 0)
            #expect(first.output == "")
            #expect(first.errors.contains("Creating a private PostgreSQL cluster in \(cluster.directory)"))
            #expect(first.errors.contains("set up, log at #0"))
            #expect(try user.annals("actor", "add", "fiji", "Fiji").status == 0)

            let second = try user.annals("init")
            #expect(second.status == 0)
            #expect(second.errors == "the private cluster in \(cluster.directory): up to date, log at #1\n")

            try cluster.stop()
            let woken = try user.annals("actor", "list")
            #expect(woken.status == 0)
            #expect(woken.lines.contains("fiji  —     Fiji"))

            let status = try user.annals("status")
            #expect(status.status == 0)
            #expect(status.output.contains("the private cluster in \(cluster.directory)"))
            #expect(status.output.contains("pg_ctl stop"))
            #expect(status.output.contains("#1, last recorded "))
        }
    }

    @Test
    func `a home that names no place is said, with the variables that would name one`() throws {
        var user = User()
        user.environment["XDG_DATA_HOME"] = "relative"
        user.environment["HOME"] = ""
        // Root's cluster has a place of its own, which a test leaves alone.
        guard user.environment["USER"] != "root", try user.shell("id -u").output != "0\n" else { return }
        let outcome = try user.annals("status")
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("neither XDG_DATA_HOME nor HOME"))
    }
}
