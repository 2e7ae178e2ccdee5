import Support
import Testing

/// An input with bad lines: all of them told at once, and nothing written unless asked.
struct BadLinesTests {
    private let input = """
        {"on":"2021","actors":["china"],"recipients":["taliban"],"title":"good"}
        {"actor":"x","nam":"y"}

        {"on":"2021-02-29","actors":["taliban"],"recipients":["usb"],"title":"two things wrong"}
        not JSON
        {"on":2021,"actors":"taliban","title":"t"}
        {"on":"2022","actors":["china"],"recipients":["taliban"],"title":"good too"}
        {"correct":"#999","because":"x","on":"2020"}
        """

    @Test
    func `all bad lines are told at once with line and field, and nothing is written`() throws {
        let user = try User.ofExample()
        let outcome = try user.annals("append", input: input)
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        let places = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("  at ") }
        #expect(
            places == [
                "  at line 2, nam", "  at line 4, on", "  at line 4, recipients[0]", "  at line 5",
                "  at line 6, on",
                "  at line 6, actors", "  at line 8",
            ]
        )
        #expect(outcome.errors.contains("did you mean name?"))
        #expect(outcome.errors.contains("did you mean united-states (us)?"))
        #expect(
            outcome.errors.contains(
                "  2021-02-29\n          ^^\nhelp: if only the month is known write 2021-02\n"
            )
        )
        #expect(
            outcome.errors.hasSuffix(
                "5 of 7 lines rejected, nothing written (--keep-good writes the others).\n"
            )
        )
        #expect(try user.logEnd() == 162)
    }

    @Test
    func `--keep-good writes the others, and still fails`() throws {
        let user = try User.withActors()
        let outcome = try user.annals("append", "--keep-good", input: input)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("  at line 4, recipients[0]\n"))
        #expect(outcome.errors.hasSuffix("2 entries appended (#5–#6), 5 lines rejected\n"))
        #expect(
            try user.annals("log", "--since", "#4", "--json").jsonLines.map { $0["title"] } == [
                "good", "good too",
            ]
        )
    }

    @Test
    func `programs get the same as a problem object`() throws {
        let user = try User.ofExample()
        let problem = try user.annals("append", "--json", input: input).problem
        #expect(problem.keys == ["detail", "errors", "exit", "title", "type"])
        #expect(problem["exit"] == 65)
        #expect(problem["type"].string?.hasSuffix("/field") == true)
        #expect(
            problem["detail"] == "5 of 7 lines rejected, nothing written (--keep-good writes the others)."
        )
        #expect(problem["errors"].array.map { $0["line"] } == [2, 4, 4, 5, 6, 6, 8])
        #expect(problem["errors"][1]["field"] == "on")
        #expect(problem["errors"][1]["help"] == "if only the month is known write 2021-02")
        #expect(problem["errors"][3]["field"] == nil)
    }

    @Test
    func `of very many bad lines the first fifty are shown, and the rest counted`() throws {
        let user = try User.ofExample()
        let outcome = try user.annals("append", input: String(repeating: "{}x\n", count: 1000))
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("at line 50\n"))
        #expect(!outcome.errors.contains("at line 51\n"))
        #expect(
            outcome.errors.hasSuffix(
                "… and 950 more problems\n1000 of 1000 lines rejected, nothing written.\n"
            )
        )
    }

    @Test
    func `bytes that are not text are refused with their line`() throws {
        let user = try User.ofExample()
        let bytes = Array(#"{"actor":"x","name":"a"#.utf8) + [0xFF, 0xFE] + Array(#""}"#.utf8)
        let outcome = try user.annals(["append"], input: bytes)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("UTF-8"))
        #expect(outcome.errors.contains("line 1"))
        #expect(try user.logEnd() == 162)
    }
}
