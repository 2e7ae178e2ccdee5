import EventLog
import Postgres
import Support
import Testing

/// `annals audit`, of a log that is as it was.
struct AuditTests {
    /// A meeting at #5 and an office at #6, with receipts of what is asked about them.
    private func withReceipts() throws -> (TestDatabase, User, Receipts, files: [String]) {
        let database = try Databases.withActors()
        let user = User(of: database)
        let lines = """
            {"on":"2019","actors":["china"],"recipients":["taliban"],"title":"Talks","type":"CONSULT"}
            {"on":"2020-02","actors":["china"],"recipients":["taliban"],"title":"Office",
             "effects":[{"facet":"representation","from":"taliban","to":"china","value":"office"}]}
            """
        #expect(try user.annals("append", input: lines.replacing(",\n ", with: ",")).status == 0)
        let receipts = try Receipts()
        let questions = [
            ["show", "china", "taliban", "--at", "2020-06"], ["show", "taliban"], ["history", "taliban"],
            ["history", "Islamic Emirate", "iso3:CHN"], ["log"], ["log", "taliban", "china", "--limit", "1"],
            ["actor", "list"], ["actor", "show", "china"], ["why", "china", "taliban", "--at", "2020-06"],
            ["diff", "china", "taliban", "--at", "2018..2020"], ["diff", "--all", "--known", "#4.."],
            ["network", "--at", "2020"],
        ]
        let files = try questions.enumerated().map { number, question in
            try receipts.receipt("\(number)", of: question, by: user)
        }
        return (database, user, receipts, files)
    }

    @Test
    func `what was appended, corrected, retracted and renamed later changes no answer`() throws {
        let (_, user, receipts, files) = try withReceipts()
        defer { withExtendedLifetime(receipts) {} }
        for command in [
            ["append", "china", "taliban", "--on", "2018", "--title", "Before", "--type", "CONSULT"],
            ["append", "us", "taliban", "--on", "2020-02-29", "--title", "Doha", "--type", "AGREE"],
            ["correct", "#6", "--title", "No office", "--on", "2021", "--because", "misread"],
            ["retract", "#5", "--because", "never took place"],
            ["actor", "rename", "taliban", "Emirate"],
            ["retract", "#3", "--because", "somebody else"],
        ] {
            let outcome = try user.annals(command)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let audit = try user.annals(["audit"] + files)
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        #expect(audit.lines.last == "12 receipts: 12 the same.")
        #expect(audit.lines.prefix(12).allSatisfy { $0.contains("  the same: answered again from ") })

        // The same question now has another answer, and a receipt of its own.
        let now = try receipts.receipt("now", of: ["show", "china", "taliban", "--at", "2020-06"], by: user)
        #expect(try user.annals("audit", now).status == 0)
        let answers = try ["0", "now"].map { try Tree(receipts.text($0))["answer"] }
        #expect(answers[0] != answers[1])
    }

    @Test
    func `after a replay the answers are the same`() throws {
        let (_, user, receipts, files) = try withReceipts()
        defer { withExtendedLifetime(receipts) {} }
        #expect(try user.annals("replay").status == 0)
        #expect(try user.annals(["audit"] + files).status == 0)
    }

    @Test
    func `what became of the projections does not matter to it`() throws {
        let (database, user, receipts, files) = try withReceipts()
        defer { withExtendedLifetime(receipts) {} }
        try database.connect().run(
            script: """
                update annals.effect set value = 'war'; delete from annals.lane;
                delete from annals.actor; delete from annals.actor_name;
                """
        )
        let audit = try user.annals(["audit"] + files)
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
    }

    @Test
    func `an answer that the projections gave against the log is told place by place`() throws {
        let (database, user, receipts, _) = try withReceipts()
        defer { withExtendedLifetime(receipts) {} }
        try database.connect().run(
            script: "update annals.effect set value = 'ambassador', level = 2 where value = 'office'"
        )
        let file = try receipts.receipt("a", of: ["show", "china", "taliban", "--at", "2020-06"], by: user)
        let audit = try user.annals("audit", file)
        #expect(audit.status == 1)
        #expect(audit.errors == "")
        #expect(audit.lines.first == "annals show china taliban --at 2020-06")
        #expect(audit.lines[1].hasPrefix("as it stood on 2020-06-30 · as we knew it at #6, "))
        #expect(audit.lines[3] == "differs in 2 places")
        #expect(
            audit.lines[5...7]
                == [
                    "WHERE                                            RECEIPT     LOG     BECAUSE",
                    "facets · representation taliban → china · value  ambassador  office  #6",
                    "facets · representation taliban → china · level  2           1       #6",
                ]
        )
        #expect(audit.lines[9].hasPrefix("#6, event "))
        #expect(audit.lines[9].hasSuffix(", by ada: as it was sealed"))
        #expect(audit.output.contains("the projections were wrong (see annals replay --check)"))

        let json = try user.annals("audit", file, "--json").json
        #expect([json["verdict"], json["log"]] == ["different", "same"])
        #expect(
            json["differences"].array.map { [$0["path"][2], $0["receipt"], $0["log"], $0["positions"]] } == [
                ["value", "ambassador", "office", [6]], ["level", 2, 1, [6]],
            ]
        )
        #expect(json["causes"][0]["by"] == "ada")
    }

    @Test
    func `several files are told in a line each, the bad ones too`() throws {
        let (_, user, receipts, files) = try withReceipts()
        defer { withExtendedLifetime(receipts) {} }
        let junk = try receipts.write("junk", [0xFF, 0xD8, 0x00])
        let audit = try user.annals("audit", files[0], junk, receipts.path("nothing"))
        #expect(audit.status == 65)
        #expect(audit.errors == "")
        #expect(audit.lines.count == 5)
        #expect(audit.lines[1].hasPrefix("\(junk)  \(junk) is cut off, damaged, or no receipt: "))
        #expect(
            audit.lines[4]
                == "3 receipts: 1 the same, 2 not to be audited. What it is about one: annals audit FILE"
        )
        let json = try user.annals("audit", "--json", files[0], junk).jsonLines
        #expect(json.map { $0["verdict"] } == ["same", "refused"])
        #expect(json[1]["problem"]["exit"] == 65)
    }

    @Test
    func `a reader may audit, and what is not sequenced yet is left alone`() throws {
        let (database, user, receipts, files) = try withReceipts()
        defer { withExtendedLifetime(receipts) {} }
        try database.connect().run(
            script: """
                do $$ begin create role auditor login in role annals_reader;
                exception when duplicate_object then null; end $$
                """
        )
        let reader = User(of: database, adding: ["PGOPTIONS": "-c role=auditor"])
        #expect(try reader.annals("audit", files[0]).status == 0)
        #expect(try user.logEnd() == 6)
    }

    @Test
    func `a receipt of another log is refused, and both are named`() throws {
        let (database, user, receipts, files) = try withReceipts()
        defer { withExtendedLifetime(receipts) {} }
        let given = try Tree(receipts.text("0"))["log"]["origin"].string ?? ""
        #expect(given.hasPrefix("annals/"))
        try database.connect().run(script: "update annals.log_head set log_id = gen_random_uuid()")
        let now = try receipts.receipt("now", of: ["show", "taliban"], by: user)
        let own = try Tree(receipts.text("now"))["log"]["origin"].string ?? ""
        try #require(own != given)
        let alone = try user.annals("audit", files[0])
        #expect(alone.status == 1)
        #expect(alone.output == "")
        #expect(
            alone.errors.hasPrefix(
                "error[receipt]: \(files[0]) is a receipt of another log: of \(given), and this is \(own)\n"
            ),
            "\(alone.errors)"
        )
        #expect(alone.errors.contains("help: name the database it was given by with --db"))
        // Beside one of this log, which is the same.
        let both = try user.annals("audit", files[0], now)
        #expect(both.status == 1)
        #expect(both.lines.last?.hasPrefix("2 receipts: 1 the same, 1 not to be audited.") == true)
        #expect(both.output.contains("another log"))
        let json = try user.annals("audit", files[0], now, "--json").jsonLines
        #expect(json.count == 2)
    }

    /// The databases of tests are copies of one, with its identity.
    @Test
    func `a receipt of a copy that went another way is told apart`() throws {
        let (_, _, receipts, files) = try withReceipts()
        defer { withExtendedLifetime(receipts) {} }
        let other = try User.withActors()
        let audit = try other.annals("audit", files[0])
        #expect(audit.status == 1)
        #expect(audit.output.contains("entries are missing from the log"))
        let example = try User.ofExample().annals("audit", files[0])
        #expect(example.status == 1)
        #expect(example.output.contains("the log is not as it was"))
    }
}
