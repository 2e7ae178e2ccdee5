import Support
import Testing

/// Where output goes when nobody wants it, or nothing takes it.
struct OutputTests {
    @Test(arguments: [
        "annals log | head -1", "annals log --json | head -c 1", "annals history taliban | true",
        "annals actor list --json | head -1", "annals show taliban us --at 2020 | true",
    ])
    func `a reader who has seen enough is no error worth a word`(line: String) throws {
        let outcome = try User.ofExample().shell(line)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
    }

    @Test(arguments: [
        ["log"], ["show", "taliban", "us", "--at", "2020"], ["status"], ["replay", "--check"],
    ])
    func `a full disk is an error that says so`(arguments: [String]) throws {
        let outcome = try User.ofExample().annals(arguments, output: .file("/dev/full"))
        #expect(outcome.status == 74)
        #expect(
            outcome.errors == """
                error[output]: cannot write: No space left on device
                help: make room, or write elsewhere

                """
        )
    }

    @Test
    func `what was appended is in, also when nobody could be told`() throws {
        let user = try User.withActors()
        let outcome = try user.annals(
            ["append", "china", "us", "--on", "2021", "--title", "Visit"],
            output: .file("/dev/full")
        )
        #expect(outcome.status == 74)
        #expect(try user.logEnd() == 5)
    }

    @Test
    func `a pipe gets neither colour nor a cursor, whatever the terminal is`() throws {
        var user = try User.ofExample()
        user.environment["TERM"] = "xterm-256color"
        #expect(try !user.annals("show", "taliban", "us", "--at", "2020").output.contains("\u{1B}"))
        #expect(try !user.annals("replay", "--check").errors.contains("\r"))
    }

    @Test
    func `a terminal gets colour unless told not to`() throws {
        var user = try User.ofExample()
        user.environment["TERM"] = "xterm-256color"
        let show = "annals show taliban us --at 2020"
        user.environment["ANNALS_PAGER"] = ""
        #expect(try user.onTerminal(show).output.contains("\u{1B}[38;5;166m▁\u{1B}[0m war"))
        #expect(try !user.onTerminal(show + " --no-color").output.contains("\u{1B}"))
        user.environment["NO_COLOR"] = "1"
        #expect(try !user.onTerminal(show).output.contains("\u{1B}"))
    }

    @Test
    func `times and words are the same in every time zone and language`() throws {
        var user = try User.ofExample()
        let there = try user.annals("log", "--limit", "5").output
        user.environment["TZ"] = "America/Los_Angeles"
        user.environment["LC_ALL"] = "C"
        #expect(try user.annals("log", "--limit", "5").output == there)
    }
}
