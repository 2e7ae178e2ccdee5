import Testing

/// `annals correct`.
struct CorrectTests {
    private func withVisit() throws -> User {
        let user = try User.withActors()
        let outcome = try user.annals([
            "append", "china", "taliban", "--on", "2021", "--title", "Visit", "--type", "CONSULT", "--note",
            "in Tianjin", "--grade", "B2", "--source", "A paper", "--tag", "a",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return user
    }

    @Test
    func `the fields given change, the rest stays, and the old words stay in the log`() throws {
        let user = try withVisit()
        let outcome = try user.annals("correct", "#5", "--on", "2021-07-28", "--because", "the day is known")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.output == """
                ✓ #6  corrects: 2021-07-28  Visit  [china/taliban v2]
                    dialogue china – taliban: possibly █ direct → █ direct, since 2021-07-28

                """
        )
        let entries = try user.annals("log", "china", "taliban", "--json").jsonLines
        let (before, after) = (entries[0], entries[1])
        #expect([before["on"], after["on"]] == ["2021", "2021-07-28"])
        #expect(after["because"] == "the day is known")
        #expect([before["event"], 2] == [after["event"], after["revision"]])
        for field in [
            "actors", "recipients", "type", "title", "note", "grade", "tags", "sources", "modality",
        ] {
            #expect(before[field] == after[field], "\(field)")
        }
        #expect(
            try user.annals("history", "china", "taliban").output.contains(
                "2021-07-28  #6     B2     Visit (corrected)"
            )
        )
    }

    @Test
    func `an empty text takes a field away, and --by and --to replace who acted`() throws {
        let user = try withVisit()
        let outcome = try user.annals([
            "correct", "#5", "--note", "", "--by", "pakistan", "--to", "us", "--because",
            "it was another visit",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let entry = try user.annals("log", "--since", "#5", "--json").json
        #expect(entry["note"] == nil)
        #expect([entry["actors"], entry["recipients"]] == [["pakistan"], ["united-states"]])
        #expect(try user.annals("show", "china", "taliban", "--at", "2021").status == 1)
        #expect(try user.annals("show", "pakistan", "us", "--at", "2021-12").status == 0)
        #expect(try user.annals("show", "china", "taliban", "--at", "2021", "--known", "#5").status == 0)
    }

    @Test
    func `the same correction again is accepted once`() throws {
        let user = try withVisit()
        let correction = ["correct", "#5", "--title", "Talks", "--because", "the paper says so"]
        #expect(try user.annals(correction).status == 0)
        let again = try user.annals(correction)
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.hasPrefix("= "))
        #expect(try user.logEnd() == 6)
    }

    @Test
    func `an event is named by its id or by the position of any of its entries`() throws {
        let user = try withVisit()
        let id = try #require(try user.annals("log", "--since", "#4", "--json").json["event"].string)
        #expect(try user.annals("correct", id, "--title", "One", "--because", "x").status == 0)
        #expect(try user.annals("correct", "#5", "--title", "Two", "--because", "x").status == 0)
        #expect(try user.annals("correct", "#6", "--title", "Three", "--because", "x").status == 0)
        let titles = try user.annals("log", "china", "taliban", "--json").jsonLines.map { $0["title"] }
        #expect(titles == ["Visit", "One", "Two", "Three"])
    }

    @Test(arguments: [
        (["#62", "--because", "x"], "this changes nothing", "give the fields that change"),
        (
            ["#62", "--title", "Qatar opens a secret US–Taliban channel", "--because", "x"],
            "this changes nothing",
            "give the fields that change"
        ),
        (["#62", "--title", "x"], "a reason is missing", "say why"),
        (["#62", "--title", "x", "--because", "  "], "a reason is missing", "say why"),
        (["#999", "--title", "x", "--because", "x"], "there is no entry #999", "see annals log"),
        (
            ["0f3c1c5e-7d7a-4a53-9c0e-6f0e6a6f2b11", "--title", "x", "--because", "x"],
            "there is no entry 0f3c1c5e-7d7a-4a53-9c0e-6f0e6a6f2b11", "see annals log"
        ),
        (["Visit", "--title", "x", "--because", "x"], "\"Visit\" names no entry", "UUID or a position"),
        (["#1", "--title", "x", "--because", "x"], "that entry registers an actor", "annals actor"),
        (["#62", "--on", "2021-13", "--because", "x"], "2021-13", "help"),
        (["#62", "--title", "", "--because", "x"], "title is missing", "say in a line"),
    ])
    func `refuses what is no correction`(arguments: [String], what: String, help: String) throws {
        let user = try User.ofExample()
        let outcome = try user.annals(["correct"] + arguments)
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains(what), "\(outcome.errors)")
        #expect(outcome.errors.contains(help), "\(outcome.errors)")
        #expect(try user.logEnd() == 162)
    }
}
