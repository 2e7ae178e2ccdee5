import Support
import Testing

/// Logs that were cut off, joined, mixed up or written anew by others, on their way into a database.
@Suite struct `a log that is no longer whole` {
    /// What `annals export --format cloudevents` writes of a small log in which a title was erased at the end.
    private static let log = Result {
        let user = try User.withActors()
        try user.appendEvents(8)
        for arguments in [
            [
                "append", "taliban", "us", "--on", "2022", "--title", "Größe – “x” \\ \u{1F54A}", "--note",
                "a\tb",
            ],
            ["redact", "#6", "--field", "title", "--because", "a court ordered it"],
        ] {
            let outcome = try user.annals(arguments)
            guard outcome.status == 0 else { throw Databases.NotLoaded(errors: outcome.errors) }
        }
        return try user.annals("export", "--format", "cloudevents").output
    }

    private let log: String
    private let lines: [String]
    /// The position of the last entry.
    private let end: Int
    private let restorer: User

    init() throws {
        log = try Self.log.get()
        lines = log.split(separator: "\n").map(String.init)
        end = lines.count - 1
        restorer = User(of: try TestDatabase())
    }

    private func joined(_ lines: some Sequence<String>) -> String { lines.map { $0 + "\n" }.joined() }

    @Test func `is refused wherever it was cut off: at each end of a line and each 1,000th byte`() throws {
        let bytes = Array(log.utf8)
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }.dropLast()
        let cuts = Set(ends).union(stride(from: 1000, to: bytes.count, by: 1000)).sorted()
        try #require(cuts.count > 20)
        for cut in cuts {
            let outcome = try restorer.annals(["import", "-"], input: Array(bytes[..<cut]))
            #expect(outcome.status == 65, "\(cut): \(outcome.output)\(outcome.errors)")
            #expect(outcome.errors.contains("error["), "\(cut)")
            #expect(outcome.output == "", "\(cut)")
        }
        #expect(try restorer.logEnd() == 0)
    }

    @Test func `says where it was cut off, and is taken in part when that is asked for`() throws {
        let part = joined(lines.prefix(5))
        let refused = try restorer.annals("import", "-", input: part)
        #expect(
            refused.errors == """
                error[log]: standard input was cut off: it ends at #5, without the last line of a whole log
                help: take a whole copy, or restore what is there with --partial: what came after is not known
                Nothing was written.

                """
        )
        let taken = try restorer.annals("import", "-", "--partial", input: part)
        #expect(taken.status == 0)
        #expect(
            taken.lines == [
                "standard input: a part of the log of annals up to #5",
                "5 entries restored, with their times and proofs, and verified",
                "They agree with each other alone: whether entries are missing after #5, or others were in their place, "
                    + "nothing here tells",
            ]
        )
        #expect(try restorer.annals("verify").status == 0)
    }

    @Test(arguments: [1, 20, 200])
    func `cut off within a line is taken up to that line`(length: Int) throws {
        let part = joined(lines.prefix(5)) + lines[5].prefix(length)
        let refused = try restorer.annals("import", "-", input: part)
        #expect(refused.status == 65)
        #expect(refused.errors.hasPrefix("error[log]: standard input was cut off: it ends within line 6\n"))
        let taken = try restorer.annals("import", "-", "--partial", input: part)
        #expect(taken.status == 0, "\(taken.errors)")
        #expect(taken.lines.first == "standard input: a part of the log of annals up to #5")
        #expect(try restorer.annals("status", "--json").json["verified"]["problems"] == 0)
    }

    @Test func `goes on with its other half, or with the whole, and is whole then`() throws {
        for second in [lines[5...], lines[...]] {
            let restorer = User(of: try TestDatabase())
            #expect(
                try restorer.annals("import", "-", "--partial", input: joined(lines.prefix(5))).status == 0
            )
            let json = try restorer.annals("import", "-", "--json", input: joined(second)).json
            #expect(json["restored"].number == end - 5)
            #expect(json["whole"] == .bool(true))
            #expect(try restorer.annals("verify").status == 0)
            #expect(try restorer.annals("replay", "--check").status == 0)
            #expect(try restorer.annals("export", "--format", "cloudevents").output == log)
        }
    }

    @Test func `is refused with lines that are missing, twice, in another order, or of another log`() throws {
        // Not a copy of the tests' template, whose logs are all of one name.
        let other = User(of: try TestDatabase(isSetUp: false))
        #expect(try other.annals("init").status == 0)
        try other.append(Databases.actors)
        try other.appendEvents(8)
        let others = try other.annals("export", "--format", "cloudevents").output.split(separator: "\n")
            .map(String.init)
        var missing = lines, swapped = lines, foreign = lines
        missing.remove(at: 4)
        swapped.swapAt(3, 4)
        foreign[end] = others[others.count - 1]
        let inputs: [(name: String, lines: [String], words: String)] = [
            ("missing", missing, "after #4 comes #5, and this is #6"),
            ("swapped", swapped, "after #3 comes #4, and this is #5"),
            ("twice", lines + lines, "it comes after the last line"),
            ("parts twice", Array(lines.prefix(5) + lines.prefix(5)), "after #5 comes #6, and this is #1"),
            ("second half", Array(lines[5...]), "after #0 comes #1, and this is #6"),
            ("last line first", [lines[end]] + Array(lines[..<end]), "it comes after the last line"),
            ("last line alone", [lines[end]], "no entry"),
            (
                "tail missing", Array(lines.prefix(5) + [lines[end]]),
                "its last line is of a log that ends at #\(end)"
            ),
            ("end of another", foreign, "of another log"),
            (
                "of two logs", Array(lines.prefix(4) + [others[4]] + lines[5...]),
                "recorded before the one before it"
            ),
        ]
        for input in inputs {
            for option in [[], ["--partial"]] {
                let arguments = ["import", "-"] + option
                let outcome = try restorer.annals(arguments, input: Array(joined(input.lines).utf8))
                #expect(outcome.status == 65, "\(input.name) \(option): \(outcome.output)\(outcome.errors)")
                #expect(outcome.errors.contains(input.words), "\(input.name): \(outcome.errors)")
                #expect(outcome.errors.contains("Nothing was written."), "\(input.name)")
            }
        }
        #expect(try restorer.logEnd() == 0)
    }

    @Test func `without the entry that erased a text is refused, with what to do`() throws {
        let outcome = try restorer.annals("import", "-", "--partial", input: joined(lines.prefix(end - 1)))
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("lacks a text"))
        #expect(outcome.errors.contains("help: restore the parts as one: cat PART PART | annals import -"))
    }

    @Test(
        .enabled(if: Reader.hasPython(), "python3 is not installed"),
        arguments: [
            "json.dumps(event, sort_keys=True, ensure_ascii=True)",
            "json.dumps(event, ensure_ascii=False, separators=(',', ':'))",
            "json.dumps(dict(reversed(event.items()))).replace('org.annals', 'org\\\\u002eannals')",
            "json.dumps({key: value for key, value in event.items() if value is not None})",
        ]
    )
    func `is whole still when somebody else wrote its lines anew`(line: String) throws {
        let script =
            "import sys, json\nfor line in sys.stdin:\n    event = json.loads(line)\n    print(\(line))"
        let again = try Reader.python(script, reading: log)
        #expect(again != lines || line.contains("False"))
        let outcome = try restorer.annals("import", "-", input: joined(again))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try restorer.annals("export", "--format", "cloudevents").output == log)
    }

    @Test func `is an earlier state when that was exported, without its last line, which is said`() throws {
        let database = try TestDatabase()
        let user = User(of: database)
        try user.append(Databases.actors)
        let outcome = try user.annals("export", "--format", "cloudevents", "--known", "#3")
        #expect(outcome.lines.count == 3)
        #expect(outcome.errors.contains("export: the log up to #3, of #4: a part of it"))
        #expect(try restorer.annals("import", "-", input: outcome.output).status == 65)
        #expect(try restorer.annals("import", "-", "--partial", input: outcome.output).status == 0)
        #expect(try restorer.logEnd() == 3)
    }

    @Test func `is no option for other files`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("a.csv", "on,a,b,title\n2020,China,us,one\n")
        let outcome = try folder.annalsImport("a.csv", "--partial")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("a.csv is no log that annals exported"))
        let event =
            #"{"specversion":"1.0","id":"1","source":"s","type":"org.example","data":{"on":"2020","#
            + #""actors":["china"],"recipients":["us"],"title":"t"}}"#
        try folder.write("mixed.jsonl", event + "\n" + lines[0] + "\n")
        let mixed = try folder.annalsImport("mixed.jsonl")
        #expect(mixed.status == 65)
        #expect(mixed.errors.contains("this is an entry of a log that annals wrote, among events of others"))
        #expect(try folder.titles() == [])
    }
}
