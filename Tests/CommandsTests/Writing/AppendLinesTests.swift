import Glibc
import Support
import Testing

/// JSON lines on standard input or in a file: `annals append [--file PATH]`.
struct AppendLinesTests {
    private func line(_ title: String, on: String = "2021", of actors: String = #""china""#) -> String {
        #"{"on":"\#(on)","actors":[\#(actors)],"recipients":["taliban"],"title":"\#(title)"}"#
    }

    @Test(arguments: [
        ("", "a\n", "\nb\n"),
        ("\u{FEFF}", "a\r\n", "\r\nb\r\n"),
        ("\n \t\n", "a\n", "\n\n\nb"),
    ])
    func `line ends, blank lines and a byte order mark make no difference`(
        start: String,
        first: String,
        second: String
    ) throws {
        let user = try User.withActors()
        let text = start + first + second
        let input = text.replacingLetters { self.line($0) }
        let outcome = try user.annals("append", input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.lines.last == "2 entries appended (#5–#6)")
        #expect(
            try user.annals("log", "--since", "#4", "--json").jsonLines.map { $0["title"] } == ["a", "b"]
        )
    }

    @Test
    func `reads a file as it reads standard input, and remembers which`() throws {
        let user = try User.withActors()
        let folder = try TemporaryDirectory.make(prefix: "annals-test-")
        defer { TemporaryDirectory.remove(folder) }
        try write(line("from a file"), to: folder + "/events.jsonl")
        var there = user
        there.directory = folder
        #expect(try there.annals("append", "--file", "events.jsonl").status == 0)
        #expect(try user.annals("append", "-", input: line("a")).status == 0)
        #expect(try user.annals("append", "-f", "-", input: line("b")).status == 0)
        let origins = try user.annals("log", "--since", "#4", "--json").jsonLines.map { $0["origin"] }
        #expect(origins == ["cli events.jsonl", "cli", "cli"])
    }

    @Test(arguments: [
        (["append"], "there is not a single line to append"),
        (["append", "-"], "there is not a single line to append"),
        (
            ["append", "--file", "/nonexistent.jsonl"],
            "cannot read /nonexistent.jsonl: No such file or directory"
        ),
        (["append", "--file", "/"], "cannot read /: Is a directory"),
    ])
    func `nothing to read is no input`(arguments: [String], what: String) throws {
        let user = try User.ofExample()
        for input in ["", "\n\n"] {
            let outcome = try user.annals(arguments, input: Array(input.utf8))
            #expect(outcome.status == 66)
            #expect(outcome.output == "")
            #expect(outcome.errors.contains("error[input]: \(what)"))
            #expect(outcome.errors.contains("\nhelp: "))
        }
    }

    @Test
    func `flags of an event do not go with lines, which say everything themselves`() throws {
        let user = try User.ofExample()
        for flags in [
            ["--note", "x"], ["--type", "CONSULT"], ["--grade", "B2"], ["--title", "x"], ["--source", "x"],
        ] {
            let outcome = try user.annals(["append"] + flags, input: Array(line("a").utf8))
            #expect(outcome.status == 64, "\(flags)")
        }
        #expect(try user.annals("append", "china", "taliban", "--file", "x.jsonl").status == 64)
        #expect(
            try user.annals("append", "china", "--on", "2021", "--title", "x", "--keep-good").status == 64
        )
        #expect(try user.logEnd() == 162)
    }

    @Test
    func `an actor may be named before the line that registers it`() throws {
        let user = try User.withActors()
        let input = [
            line("first", of: #""Shōgunate""#),
            #"{"actor":"shogunate","name":"Shōgunate","aliases":["bakufu"]}"#,
            line("then", of: #""BAKUFU""#),
        ].joined(separator: "\n")
        let outcome = try user.annals("append", input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let actors = try user.annals("log", "shogunate", "taliban", "--json").jsonLines.map { $0["actors"] }
        #expect(actors == [["shogunate"], ["shogunate"]])
    }

    @Test
    func `an event can be corrected, retracted and brought back in the input that records it`() throws {
        let user = try User.withActors()
        let id = "0f3c1c5e-7d7a-4a53-9c0e-6f0e6a6f2b11"
        let input = """
            {"id":"\(id)","on":"2021","actors":["china"],"recipients":["taliban"],"type":"CONSULT","title":"Visit"}
            {"correct":"\(id)","because":"the day is known","on":"2021-07-28"}
            {"retract":"\(id)","because":"it was another delegation"}
            """
        let outcome = try user.annals("append", input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let entries = try user.annals("log", "china", "taliban", "--json").jsonLines
        #expect(entries.map { $0["kind"] } == ["recorded", "corrected", "retracted"])
        #expect(entries.map { $0["streams"]["china/taliban"] } == [1, 2, 3])
        #expect(try user.annals("show", "china", "taliban", "--at", "2021", "--known", "#6").status == 0)
        #expect(try user.annals("show", "china", "taliban", "--at", "2021").status == 1)
    }

    @Test
    func `ten thousand lines go in as one, in their order`() throws {
        let user = try User.withActors()
        let input = (1...10_000).map { line("event \($0)", on: "\(1000 + $0 % 1000)") }.joined(
            separator: "\n"
        )
        let outcome = try user.annals("append", input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == "10000 entries appended (#5–#10004)\n")
        let last = try user.annals("log", "china", "taliban", "--limit", "2", "--json").jsonLines
        #expect(last.map { $0["title"] } == ["event 9999", "event 10000"])
        #expect(last.map { $0["streams"]["china/taliban"] } == [9999, 10_000])
    }
}

extension String {
    /// Every letter replaced by what a line says of it.
    fileprivate func replacingLetters(_ line: (String) -> String) -> String {
        map { $0.isLetter ? line(String($0)) : String($0) }.joined()
    }
}

private func write(_ text: String, to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT, 0o644)
    defer { close(file) }
    let bytes = Array(text.utf8)
    try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
}
