import FoundationEssentials
import Support
import Testing

/// The manual pages that `make man` writes.
struct ManualTests {
    /// Runs a test on pages of its own.
    private func withPages(_ body: (_ directory: String, User) throws -> Void) throws {
        let directory = try TemporaryDirectory.make(prefix: "annals-test-")
        defer { TemporaryDirectory.remove(directory) }
        let user = User()
        let made = try user.shell("ManualPages \(User.folder)/annals \(directory)/man 2026-11-22")
        try #require(made.status == 0, "\(made.errors)")
        try body(directory + "/man", user)
    }

    @Test
    func `there is one for each command, with all it takes`() throws {
        try withPages { directory, user in
            let pages = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
            let commands = try user.annals("--experimental-dump-help").json["command"]["subcommands"].array
            #expect(
                Set(pages)
                    == Set(commands.map { "annals-\($0["commandName"].string ?? "").1" } + ["annals.1"])
            )
            for command in commands where command["commandName"] != "help" {
                let name = command["commandName"].string ?? ""
                let page = try String(contentsOfFile: "\(directory)/annals-\(name).1", encoding: .utf8)
                for option in command["arguments"].array.compactMap({ $0["preferredName"]["name"].string }) {
                    let written = option.replacing("-", with: "\\-")
                    #expect(page.contains("\\-\(written)"), "annals-\(name): --\(option)")
                }
            }
            let page = try String(contentsOfFile: "\(directory)/annals.1", encoding: .utf8)
            for section in ["DATES AND THE TWO CLOCKS", "EXIT CODES", "FORMATS", "ENVIRONMENT", "SEE ALSO"] {
                #expect(page.contains("\n.Sh \(section.contains(" ") ? "\"\(section)\"" : section)\n"))
            }
        }
    }

    @Test
    func `those who read manual pages find nothing wrong with them`() throws {
        try withPages { directory, user in
            let lint = try user.shell(
                """
                cd \(directory)
                if command -v mandoc >/dev/null; then mandoc -Tlint -Wwarning *.1
                elif command -v groff >/dev/null; then groff -mdoc -ww -z -k *.1
                else exit 99
                fi
                """
            )
            #expect([0, 99].contains(lint.status), "\(lint.output)")
            #expect(lint.output == "")
            #expect(lint.errors == "")
        }
    }

    @Test
    func `what is no date is refused`() throws {
        let outcome = try User().shell("ManualPages annals /nonexistent/man today")
        #expect(outcome.status == 1)
        #expect(outcome.errors == "error: today is not a date as in 2026-11-22\n")
    }
}
