import EventLog
import Support
import Testing

/// `--receipt`, on every command that answers from the record.
struct ReceiptTests {
    /// Questions to the record that ships with annals.
    static let questions: [[String]] = [
        // Two actors, with alternatives; one actor; nothing known for that date; nothing known by then.
        ["show", "taliban", "us", "--at", "2020-06-01"], ["show", "afghan-republic", "--at", "2022"],
        ["show", "pakistan"], ["show", "us", "taliban", "--at", "2020", "--known", "#0"],
        ["show", "china", "taliban", "--known", "#100"], ["history", "qatar", "taliban"],
        ["history", "taliban", "--at", "2001", "--known", "9999"],
        ["history", "china", "us"], ["log"], ["log", "taliban"],
        ["log", "us", "taliban", "--since", "#40", "--limit", "2", "--known", "#160"],
        ["log", "taliban", "--by", "ada", "--kind", "corrected", "--kind", "retracted", "--limit", "1"],
        ["log", "--since", "2001", "--kind", "corrected"], ["log", "--since", "2999-12-31"],
        ["actor", "list"],
        ["actor", "list", "--known", "#3"], ["actor", "show", "iso3:USA"],
        ["actor", "show", "us", "--known", "#0"],
        // Two actors and one, one facet, claimants beside each other, nothing known by then.
        ["why", "taliban", "us", "--at", "2020-06-01"], ["why", "afghan-republic", "--known", "#160"],
        ["why", "iso3:PAK", "taliban", "--facet", "support"],
        ["why", "us", "taliban", "--known", "#0"],
        // The world, of two actors, of one and of everybody; what was known of a day, and of every day.
        ["diff", "taliban", "us", "--at", "2020-03-01..2021-08-31"],
        ["diff", "taliban", "--at", "2001-09..", "--known", "#150"],
        ["diff", "--all", "--at", "1996..2001", "--facet", "recognition"],
        ["diff", "taliban", "us", "--known", "#100..#160", "--at", "2020-06"],
        ["diff", "taliban", "us", "--known", "#100.."], ["diff", "taliban", "--known", "#155..#161"],
        ["diff", "--all", "--known", "#157..", "--facet", "agreement"],
        // Everybody, one actor, one actor by two names, some; one facet; nothing known by then.
        ["network", "--at", "1998"], ["network", "taliban", "--facet", "recognition"],
        ["network", "us", "united-states", "--at", "2020"],
        ["network", "us", "taliban", "iso3:PAK", "--at", "2001-10", "--known", "#120"],
        ["network", "--known", "#0"],
    ]

    @Test(arguments: questions)
    func `holds the question, what it rests on and the answer that --json prints`(_ question: [String]) throws
    {
        let user = try User.ofExample()
        let receipts = try Receipts()
        let outcome = try user.annals(question + ["--json", "--receipt", receipts.path("a")])
        let receipt = try Tree(receipts.text("a"))
        #expect(receipt["annals_receipt"] == 1)
        #expect(receipt["rulebook"] == 1)
        #expect(try receipt["answer"].array == outcome.jsonLines)
        #expect(
            receipt["answer_sha256"].string == Hash(of: Array(outcome.output.utf8)).bytes.hexadecimal
        )
        #expect(receipt["log"]["position"] == 162)
        #expect(receipt["log"]["root"].string?.utf8.count == 64)
        #expect(question.joined(separator: " ").hasPrefix(receipt["question"]["verb"].string ?? "no verb"))
        #expect(try receipts.names == ["a.json"])

        // The words for people come with the same receipt.
        let text = try user.annals(question + ["--receipt", receipts.path("b")])
        #expect(text.status == outcome.status)
        #expect(try receipts.text("a") == receipts.text("b"))

        let audit = try user.annals("audit", receipts.path("a"))
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        #expect(audit.lines.last?.hasPrefix("the same: answered again from ") == true)
        #expect(audit.lines.last?.hasSuffix("; the log up to #162 is as it was") == true)
    }

    @Test
    func `says how each option was written and what it was taken for`() throws {
        let receipts = try Receipts()
        _ = try receipts.receipt(
            "a",
            of: ["history", "iso3:usa", "Taliban", "--at", "2020-02", "--known", "#100"],
            by: User.ofExample()
        )
        let question = try Tree(receipts.text("a"))["question"]
        #expect(
            question["actors"].array.map { [$0["asked"], $0["actor"], $0["name"]] } == [
                ["iso3:usa", "united-states", "United States"], ["Taliban", "taliban", "Taliban"],
            ]
        )
        #expect([question["at"]["asked"], question["at"]["day"]] == ["2020-02", "2020-02-29"])
        #expect([question["known"]["asked"], question["known"]["position"]] == ["#100", 100])
        let streams = try Tree(receipts.text("a"))["streams"]
        #expect(streams.array.map { $0["stream"] } == ["taliban/united-states"])
    }

    @Test
    func `of a comparison it says both ends of the clock that runs`() throws {
        let receipts = try Receipts()
        let user = try User.ofExample()
        _ = try receipts.receipt(
            "a",
            of: ["diff", "taliban", "us", "--at", "2020-02..2021", "--facet", "dialogue"],
            by: user
        )
        let world = try Tree(receipts.text("a"))["question"]
        #expect([world["before"]["at"]["asked"], world["before"]["at"]["day"]] == ["2020-02", "2020-02-29"])
        #expect([world["at"]["asked"], world["at"]["day"]] == ["2021", "2021-12-31"])
        #expect(world["before"]["known"] == world["known"])
        #expect(world["facet"] == "dialogue")
        _ = try receipts.receipt("b", of: ["diff", "--all", "--known", "#150.."], by: user)
        let receipt = try Tree(receipts.text("b"))
        let known = receipt["question"]
        #expect([known["before"]["known"]["asked"], known["before"]["known"]["position"]] == ["#150", 150])
        #expect([known["known"]["asked"], known["known"]["position"]] == [nil, 162])
        #expect([known["at"]["asked"], known["facet"], known["spread"]] == [nil, nil, nil])
        #expect(receipt["streams"].array.isEmpty)
    }

    @Test
    func `of a network among some it names their relationships alone`() throws {
        let receipts = try Receipts()
        _ = try receipts.receipt("a", of: ["network", "us", "taliban", "pakistan"], by: User.ofExample())
        let streams = try Tree(receipts.text("a"))["streams"].array.compactMap(\.["stream"].string)
        #expect(
            streams
                == ["pakistan/taliban", "pakistan/united-states", "taliban/united-states"].filter(
                    streams.contains
                )
        )
        #expect(streams.contains("taliban/united-states"))
    }

    @Test(arguments: ["gexf", "graphml", "dot"])
    func `a form that says more than the receipt would is refused one`(_ format: String) throws {
        let receipts = try Receipts()
        let outcome = try User.ofExample().annals([
            "network", "--format", format, "--receipt", receipts.path("a"),
        ])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("--receipt does not go with --format \(format)"))
        #expect(try receipts.names.isEmpty)
    }

    @Test
    func `names every relationship that an actor's history rests on, at its version then`() throws {
        let receipts = try Receipts()
        _ = try receipts.receipt("a", of: ["history", "qatar"], by: User.ofExample())
        let streams = try Tree(receipts.text("a"))["streams"].array
        #expect(streams.contains { $0["stream"] == "qatar/taliban" && ($0["version"].number ?? 0) > 3 })
        #expect(streams.contains { $0["stream"] == "qatar" && $0["version"] == 1 })
        #expect(streams.allSatisfy { $0["stream"].string?.contains("qatar") == true })
    }

    @Test
    func `never takes the place of a file, and then nothing is answered`() throws {
        let receipts = try Receipts()
        let path = try receipts.write("a", Array("mine".utf8))
        let outcome = try User.ofExample().annals("show", "taliban", "us", "--receipt", path)
        #expect(outcome.status == 73)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("error[receipt]: \(path) is there already\nhelp: give another name"))
        #expect(try receipts.text("a") == "mine")
        #expect(try receipts.names == ["a.json"])
    }

    @Test(arguments: ["/nonexistent/a.json", "/proc/a.json", "/", ""])
    func `a place where nothing can be written is refused before anything is answered`(_ path: String) throws
    {
        let outcome = try User.ofExample().annals("log", "--receipt", path)
        #expect(outcome.status == 73)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("error[receipt]: "))
        #expect(outcome.errors.contains("Nothing was answered."))
    }

    @Test
    func `a question that is refused leaves no file behind`() throws {
        let receipts = try Receipts()
        let outcome = try User.ofExample().annals(["show", "nobody", "--receipt", receipts.path("a")])
        #expect(outcome.status == 65)
        #expect(try receipts.names.isEmpty)
    }
}
