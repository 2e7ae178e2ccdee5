import Support
import Testing

/// `annals redact`.
struct RedactTests {
    private let secret = "told by Jane Roe of 12 Elm Street"

    /// An event at #5 with the secret as its note, corrected at #6 with the secret as its reason.
    private func withSecret() throws -> User {
        let user = try User.withActors()
        let visit = [
            "append", "china", "taliban", "--on", "2021", "--title", "Visit", "--type", "CONSULT", "--note",
            secret,
        ]
        #expect(try user.annals(visit).status == 0)
        #expect(try user.annals("correct", "#5", "--grade", "B2", "--because", secret).status == 0)
        return user
    }

    @Test
    func `erases a note everywhere, says so, and changes nothing in how anybody stood`() throws {
        let user = try withSecret()
        let before = try user.annals("show", "china", "taliban", "--at", "2021", "--json").json["facets"][0][
            "value"
        ]
        let outcome = try user.annals("redact", "#5", "--field", "note", "--because", "Art. 17 GDPR")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.lines == [
                "✓ #7  erases the note: 2021  Visit  [china/taliban v3]",
                "    changes nothing in how anybody stood",
            ]
        )
        let after = try user.annals("show", "china", "taliban", "--at", "2021", "--json").json["facets"][0][
            "value"
        ]
        #expect(before == "direct")
        #expect(after == before)
        let log = try user.annals("log", "--since", "#4", "--json")
        #expect(try log.jsonLines.map { $0["note"] } == ["(erased)", "(erased)", "(erased)"])
        #expect(try log.jsonLines.map { $0["erased"]["note"] } == [7, 7, 7])
        #expect(try log.jsonLines[2]["erases"].array == ["note"])
        #expect(try log.jsonLines[2]["kind"] == "redacted")
        #expect(try user.annals("log", "--limit", "1").output.contains("because Art. 17 GDPR"))
    }

    @Test
    func `of a title leaves a mark that names the entry wherever the title stood`() throws {
        let user = try withSecret()
        #expect(try user.annals("redact", "#5", "--field", "title", "--because", "a court").status == 0)
        let show = try user.annals("show", "china", "taliban", "--at", "2021")
        #expect(show.output.contains("#7 (erased)"), "\(show.output)")
        let known = try user.annals("show", "china", "taliban", "--at", "2021", "--known", "#5", "--json")
        #expect(try known.json["facets"][0]["title"] == "(erased)")
        let history = try user.annals("history", "china", "taliban")
        #expect(history.output.contains("(erased) (redacted)"), "\(history.output)")
        #expect(history.output.contains("  erased by #7: title"))
        let log = try user.annals("log", "--since", "#4")
        #expect(log.output.contains("erases the title: 2021  (erased)"))
        #expect(log.lines.filter { $0 == "      erased by #7: title" }.count == 3)
        for command in [["show", "china", "taliban"], ["history", "china"], ["log"], ["log", "--json"]] {
            #expect(try !user.annals(command).output.contains("Visit"), "\(command)")
        }
        // A correction leaves the mark, or puts another title there.
        #expect(try user.annals("correct", "#5", "--grade", "A1", "--because", "better").status == 0)
        #expect(try user.annals("history", "china", "taliban").output.contains("  erased by #7: title"))
        #expect(try user.annals("correct", "#5", "--title", "Meeting", "--because", "neutral").status == 0)
        let mended = try user.annals("history", "china", "taliban").output
        #expect(mended.contains("Meeting (corrected)"))
        #expect(!mended.contains("erased"))
    }

    @Test
    func `of a reason takes that of the entry named, or all`() throws {
        let user = try withSecret()
        let missing = try user.annals("redact", "#5", "--field", "reason", "--because", "x")
        #expect(missing.status == 65)
        #expect(missing.errors.contains("error[redact]: #5 has no reason to erase"))
        #expect(try user.annals("redact", "#6", "--field", "reason", "--because", "a slip").status == 0)
        #expect(try user.annals("log").output.contains("because (erased)\n      erased by #7: reason"))
        let id = try #require(try user.annals("log", "--limit", "1", "--json").json["event"].string)
        #expect(try user.annals("redact", id, "--field", "reason", "--because", "again").status == 0)
        #expect(try user.annals("log", "--json").output.contains("a slip") == false)
    }

    @Test
    func `leaves the replay equal to what is live, and the projections can be rebuilt`() throws {
        let user = try withSecret()
        let all = ["--field", "note", "--field", "title", "--field", "reason", "--because", "a court"]
        let id = try #require(try user.annals("log", "--limit", "1", "--json").json["event"].string)
        #expect(try user.annals(["redact", id] + all).status == 0)
        #expect(try user.annals("replay", "--check").status == 0)
        #expect(try user.annals("retract", id, "--because", "wrong").status == 0)
        #expect(try user.annals("redact", id, "--field", "reason", "--because", "again").status == 0)
        #expect(try user.annals("replay", "--check").status == 0)
        #expect(try user.annals("show", "china", "taliban", "--at", "2021").status == 1)
        #expect(try user.annals("replay").status == 0)
        #expect(try user.annals("replay", "--check").status == 0)
        // Retracting the retraction brings the event back, without what was erased.
        #expect(try user.annals("retract", "#8", "--because", "it was right").status == 0)
        #expect(try user.annals("show", "china", "taliban", "--at", "2021").status == 0)
        #expect(try user.annals("replay", "--check").status == 0)
        for command in [["log", "--json"], ["history", "china", "--json"]] {
            let output = try user.annals(command).output
            #expect(!output.contains(secret) && !output.contains("Visit"), "\(command)")
        }
    }

    @Test
    func `leaves a receipt of what does not quote the text to be given again`() throws {
        let user = try withSecret()
        let folder = try TemporaryDirectory.make(prefix: "annals-test-")
        defer { TemporaryDirectory.remove(folder) }
        let receipt = folder + "/receipt.json"
        #expect(try user.annals("show", "china", "taliban", "--at", "2021", "--receipt", receipt).status == 0)
        #expect(try user.annals("redact", "#5", "--field", "note", "--because", "a court").status == 0)
        let audit = try user.annals("audit", receipt)
        #expect(audit.status == 0, "\(audit.output) \(audit.errors)")
    }

    @Test
    func `done again says so and writes nothing`() throws {
        let user = try withSecret()
        let redaction = ["redact", "#5", "--field", "note", "--because", "a court"]
        #expect(try user.annals(redaction).status == 0)
        for again in [redaction, ["redact", "#6", "--field", "note", "--because", "another court"]] {
            let outcome = try user.annals(again)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output == "= nothing new: erases the note: 2021  Visit\n")
        }
        #expect(try user.logEnd() == 7)
        // What is left of a request is still done.
        let rest = try user.annals("redact", "#5", "--field", "note", "--field", "title", "--because", "more")
        #expect(rest.output.contains("✓ #8  erases the title: 2021  (erased)"), "\(rest.output)")
        #expect(try user.logEnd() == 8)
    }

    @Test
    func `lets a file be appended again that still has the text, and does not bring it back`() throws {
        let user = try User.withActors()
        let line =
            #"{"id":"018f0000-0000-7000-8000-000000000001","on":"2021","actors":["china"],"#
            + #""recipients":["taliban"],"title":"Visit","note":"\#(secret)"}"#
        #expect(try user.annals("append", input: line).status == 0)
        #expect(try user.annals("redact", "#5", "--field", "note", "--because", "a court").status == 0)
        let again = try user.annals("append", input: line)
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("had this already"))
        #expect(try user.logEnd() == 6)
        #expect(try !user.annals("log", "--json").output.contains(secret))
    }

    @Test(arguments: [
        (["redact", "#5", "--because", "x"], 64 as Int32, "--field"),
        (["redact", "#5", "--field", "tags", "--because", "x"], 64, "title, note"),
        (["redact", "#5", "--field", "note"], 65, "a reason is missing"),
        (["redact", "#5", "--field", "note", "--because", " "], 65, "a reason is missing"),
        (["redact", "#99", "--field", "note", "--because", "x"], 65, "there is no entry #99"),
        (["redact", "visit", "--field", "note", "--because", "x"], 65, "\"visit\" names no entry"),
        (["redact", "#1", "--field", "title", "--because", "x"], 65, "#1 has no title to erase"),
        (["redact", "#5", "--field", "reason", "--because", "x"], 65, "#5 has no reason to erase"),
    ])
    func `says what is wrong, and writes nothing`(arguments: [String], status: Int32, words: String) throws {
        let user = try withSecret()
        let outcome = try user.annals(arguments)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(try user.logEnd() == 6)
        #expect(try user.annals("log", "--json").output.contains(secret))
    }

    @Test
    func `is refused to a writer, with whom to ask`() throws {
        let database = try Databases.withActors()
        let owner = User(of: database)
        #expect(
            try owner.annals(
                "append",
                "china",
                "taliban",
                "--on",
                "2021",
                "--title",
                "Visit",
                "--note",
                secret
            )
            .status == 0
        )
        var writer = owner
        for role in ["annals_reader", "annals_writer"] {
            writer.environment["ANNALS_DB"] = try database.connectionString(asMemberOf: role)
            // Whatever else is wrong with it.
            for (event, field) in [("#5", "note"), ("#1", "note"), ("#5", "reason"), ("#99", "title")] {
                let outcome = try writer.annals("redact", event, "--field", field, "--because", "x")
                #expect(outcome.status == 77, "\(role): \(outcome.errors)")
            }
        }
        let outcome = try writer.annals("redact", "#5", "--field", "note", "--because", "x")
        #expect(
            outcome.errors.contains("error[permission]: this role may not erase texts; nothing was erased")
        )
        #expect(outcome.errors.contains("ask a member of annals_owner"))
        #expect(try owner.annals("log", "--json").output.contains(secret))
    }

    @Test func `by a redactor, who may do that and nothing more, is known at once and leaves all sound`()
        throws
    {
        let database = try Databases.withActors()
        let owner = User(of: database)
        let visit = ["append", "china", "taliban", "--on", "2021", "--title", "Visit", "--note", secret]
        #expect(try owner.annals(visit).status == 0)
        var redactor = owner
        redactor.environment["ANNALS_DB"] = try database.connectionString(asMemberOf: "annals_redactor")
        #expect(try redactor.annals(visit).status == 77)
        let outcome = try redactor.annals("redact", "#5", "--field", "note", "--because", "by law")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("#6"))
        let verified = try owner.annals("verify")
        #expect(verified.status == 0, "\(verified.output)")
    }

    @Test(arguments: [["title"], ["note"], ["reason"], ["title", "note", "reason"]])
    func `of a retracted event leaves the log sound, and its dump can be restored`(fields: [String]) throws {
        let user = try User.withActors()
        for command in [
            ["append", "china", "taliban", "--on", "2021", "--title", "Visit", "--note", secret],
            ["correct", "#5", "--on", "2022", "--because", "a better source"],
            ["retract", "#6", "--because", secret],
            ["redact", "#7", "--because", "by law"] + fields.flatMap { ["--field", $0] },
            // And of one that a redaction left retracted.
            ["redact", "#6", "--because", "by law", "--field", "reason"],
        ] {
            let outcome = try user.annals(command)
            #expect(outcome.status == 0, "\(command): \(outcome.errors)")
        }
        let verified = try user.annals("verify")
        #expect(verified.status == 0, "\(verified.output)")
        let dump = try user.annals("export", "--format", "cloudevents")
        let other = User(of: try TestDatabase())
        let restored = try other.annals(["import", "-"], input: Array(dump.output.utf8))
        #expect(restored.status == 0, "\(restored.errors)")
        #expect(try other.annals("log").output == user.annals("log").output)
    }
}
