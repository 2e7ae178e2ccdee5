import Support
import Testing

/// Long output a screen at a time.
struct PagerTests {
    /// Somebody on a terminal whose pager marks every line it shows.
    private func reader(_ variables: [String: String] = ["ANNALS_PAGER": "sed s/^/paged:/"]) throws -> User {
        var user = try User.ofExample()
        user.environment["TERM"] = "xterm-256color"
        user.environment.merge(variables) { $1 }
        return user
    }

    @Test(arguments: [
        "log", "show taliban us --at 2020", "history taliban us", "actor list", "actor show us", "help dates",
        "help",
    ])
    func `what is to be read goes through the pager on a terminal`(command: String) throws {
        let outcome = try reader().onTerminal("annals \(command)")
        #expect(outcome.status == 0)
        #expect(!outcome.lines.isEmpty)
        #expect(outcome.lines.allSatisfy { $0.hasPrefix("paged:") })
    }

    @Test
    func `colours go through it too`() throws {
        let outcome = try reader().onTerminal("annals show taliban us --at 2020")
        #expect(outcome.output.contains("\u{1B}[38;5;166m▁\u{1B}[0m war"))
    }

    @Test(arguments: [
        ["PAGER": "sed s/^/paged:/"], ["PAGER": "cat", "ANNALS_PAGER": "sed s/^/paged:/"],
        ["ANNALS_PAGER": "sed \"s/^/paged:/\""], ["ANNALS_PAGER": "(sed s/^/paged:/)"],
        ["ANNALS_PAGER": "/bin/sed s/^/paged:/"],
    ])
    func `it is what ANNALS_PAGER says, else PAGER, as a shell reads it`(variables: [String: String]) throws {
        let lines = try reader(variables).onTerminal("annals log --limit 2").lines
        #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("paged:") })
    }

    @Test(arguments: [
        ["ANNALS_PAGER": "", "PAGER": "sed s/^/paged:/"],
        ["ANNALS_PAGER": "cat", "PAGER": "sed s/^/paged:/"],
        ["PAGER": ""], ["TERM": "dumb", "PAGER": "sed s/^/paged:/"], ["ANNALS_PAGER": "no-such-pager -x"],
        ["ANNALS_PAGER": "/nonexistent/pager"],
    ])
    func `without one everything is written as it is`(variables: [String: String]) throws {
        // As wide as it takes: on a terminal lines that are too wide are broken.
        let user = try reader(variables.merging(["COLUMNS": "1000"]) { given, _ in given })
        let outcome = try user.onTerminal("annals log --limit 2")
        #expect(outcome.status == 0)
        #expect(
            try outcome.output.filter { $0 != "\r" }.replacing("\r\n", with: "\n")
                == user.annals("log", "--limit", "2").output
        )
    }

    @Test
    func `a pipe, --json and --no-pager have none`() throws {
        let user = try reader()
        #expect(try !user.annals("log").output.contains("paged:"))
        #expect(try !user.shell("annals help dates").output.contains("paged:"))
        #expect(try !user.onTerminal("annals log --json").output.contains("paged:"))
        #expect(try !user.onTerminal("annals log --no-pager").output.contains("paged:"))
        #expect(try !user.onTerminal("annals status").output.contains("paged:"))
    }

    @Test
    func `one that is left early is no error`() throws {
        let outcome = try reader(["ANNALS_PAGER": "head -1"]).onTerminal("annals log")
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 1)
        #expect(try reader(["ANNALS_PAGER": "true "]).onTerminal("annals log").status == 0)
    }

    @Test
    func `the exit code is that of the command, whatever the pager's`() throws {
        let nothing = try reader(["ANNALS_PAGER": "cat -u"]).onTerminal("annals show taliban us --known '#0'")
        #expect(nothing.status == 1)
        #expect(nothing.output.contains("Nothing was recorded"))
        #expect(try reader(["ANNALS_PAGER": "(cat; exit 3)"]).onTerminal("annals log --limit 1").status == 0)
    }

    @Test
    func `errors are told when it has let go of the terminal, and without it when there is nothing else`()
        throws
    {
        let outcome = try reader().onTerminal("annals log nobody-at-all")
        #expect(outcome.status == 65)
        #expect(outcome.output.hasPrefix("error[actor]: no actor"))
    }

    @Test
    func `less leaves by itself where all fits, unless LESS says how it is to behave`() throws {
        let pager = ["ANNALS_PAGER": "(echo LESS is $LESS; cat)"]
        #expect(try reader(pager).onTerminal("annals log --limit 1").output.contains("LESS is FIRX"))
        let own = pager.merging(["LESS": "S"]) { $1 }
        #expect(try reader(own).onTerminal("annals log --limit 1").output.contains("LESS is S\r\n"))
    }

    @Test
    func `Ctrl-C, again and again, does not take the terminal from under it`() throws {
        // A pager like less, which Ctrl-C does not end.
        let pager = "{ trap '' INT; kill -INT $PPID; sleep 0.1; kill -INT $PPID; cat; echo still paged; }"
        let outcome = try reader(["ANNALS_PAGER": pager]).onTerminal("annals log")
        #expect([0, 130].contains(outcome.status))
        #expect(outcome.output.hasSuffix("still paged\r\n"))
    }
}
