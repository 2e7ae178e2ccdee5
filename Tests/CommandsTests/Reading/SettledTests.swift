import Glibc
import Postgres
import Support
import Testing

/// `--known TIME`, asked before everything that is recorded by then can be read.
struct SettledTests {
    /// What a time meant when it was asked for.
    private struct Answer: Sendable {
        let time: String
        let position: Int?
        let isSettled: Bool
    }

    private func ask(_ user: User, _ time: String) throws -> Answer {
        let known = try user.annals("show", "china", "taliban", "--known", time, "--json").json["known"]
        return Answer(time: time, position: known["position"].number, isSettled: known["settled"] != false)
    }

    private func event(_ title: String) -> String {
        #"{"on":"2021","actors":["china"],"recipients":["taliban"],"title":"\#(title)"}"#
    }

    @Test
    func `is said not to be settled while entries are being recorded, and never changes once it is`() throws {
        let database = try Databases.withActors()
        let user = User(of: database, adding: ["ANNALS_WAIT": "0s"])
        try user.append(event("one"))
        // A writer that has taken its time, and cannot go on.
        let gate = try database.connect()
        try gate.execute("begin")
        try gate.execute("lock table annals.log in share mode")
        let file = try ProgramRun.namelessFile(holding: Array(event("two").utf8))
        defer { close(file) }
        let writer = try User(of: database).start(["append"], input: file)
        try waitUntil {
            try database.has("pg_locks where relation = 'annals.log'::regclass and not granted")
        }
        let time = try database.now()
        let before = try ask(user, time)
        #expect((before.position, before.isSettled) == (5, false))
        let text = try user.annals("show", "china", "taliban", "--known", time)
        #expect(text.lines[1].contains(" (not settled: entries are being recorded) · "))
        // What is recorded already is settled all the same.
        #expect(try ask(user, "#5").isSettled)
        let last = try #require(try user.annals("log", "--limit", "1", "--json").json["recorded_at"].string)
        #expect(try ask(user, last).isSettled)
        // A while is waited for when nobody says how long.
        #expect(try !ask(User(of: database), time).isSettled)

        let waiting = try user.start(
            ["show", "china", "taliban", "--known", time, "--json", "--wait", "5m"],
            input: file
        )
        try waitUntil { try database.has("pg_stat_activity where application_name = 'annals/show'") }
        try gate.execute("commit")
        #expect(try writer.wait().status == 0)
        let known = try waiting.wait().json["known"]
        #expect(known["position"] == 6)
        #expect(known["settled"] == nil)
        let after = try ask(user, time)
        #expect((after.position, after.isSettled) == (6, true))
    }

    @Test
    func `asked thirty times while others record is answered the same for ever once it was settled`() throws {
        let database = try Databases.withActors()
        let user = User(of: database)
        let recording = Background {
            for round in 1...10 {
                let lines = (1...100).map { event("event \(round).\($0)") }
                try user.append(lines.joined(separator: "\n"))
            }
        }
        let answers = try (1...30).map { _ in try ask(user, database.now()) }
        try recording.value()
        for answer in answers where answer.isSettled {
            #expect(try ask(user, answer.time).position == answer.position, "\(answer)")
        }
        #expect(try ask(user, database.now()).isSettled)
    }

    /// Every form of every command that takes `--known`, and whether its data has room to say so.
    static let forms: [(command: String, saysIt: Bool)] =
        ["text", "json", "svg", "html"].map { ("show taliban us --format \($0)", true) }
        + ["csv", "tsv", "md"].map { ("show taliban us --format \($0)", false) }
        + ["text", "json"].map { ("why taliban us --format \($0)", true) }
        + ["csv", "md", "bibtex", "csl-json"].map { ("why taliban us --format \($0)", false) }
        + ["text", "svg", "html"].map { ("history taliban us --format \($0)", true) }
        + ["json", "lanes", "csv"].map { ("history taliban us --format \($0)", false) }
        + ["text", "json", "svg", "html", "gexf"].map { ("network taliban --format \($0)", true) }
        + ["csv", "dot"].map { ("network taliban --format \($0)", false) }
        + ["text", "json", "svg", "html"].map { ("diff taliban us --at 2013..2020 --format \($0)", true) }
        + [("diff taliban us --at 2013..2020 --format csv", false)]
        + [("network taliban us --matrix", true), ("history taliban us", true)]
        + [("actor list", true), ("actor show taliban", true), ("actor list --json", false)]
        + [("log taliban us", false), ("log taliban us --json", false)]
        + ["timelinejs", "ics", "markwhen"].map { ("export --format \($0)", true) }
        + ["cloudevents", "csv", "dyad-year", "stix", "ftm"].map { ("export --format \($0)", false) }

    @Test(arguments: forms)
    func `that is not over is answered as far as is known, and every form says so`(
        command: String,
        saysIt: Bool
    ) throws {
        let words = command.split(separator: " ").map(String.init)
        let outcome = try User.ofExample().annals(words + ["--known", "9000"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.errors.contains("note: as known at #162, and not settled: 9000 is not over; "),
            "\(outcome.errors)"
        )
        // A calendar folds its lines.
        let output = outcome.output.replacing("\r\n ", with: "")
        let says = try /not settled: 9000 is not over|"settled":false/.firstMatch(in: output)
        if saysIt { #expect(says != nil, "\(output.prefix(2000))") }
        let settled = try User.ofExample().annals(words + ["--known", "#162"])
        #expect(!(settled.errors + settled.output).contains("settled"))
    }

    @Test
    func `is said of a comparison whichever of its ends is not settled`() throws {
        let user = try User.ofExample()
        let outcome = try user.annals("diff", "taliban", "us", "--known", "#158..9000")
        #expect(outcome.lines[1].contains("as we knew it at #158 → #162 (not settled: 9000 is not over)"))
        let json = try user.annals("diff", "taliban", "us", "--known", "#158..9000", "--json").json
        #expect(json["after"]["known"]["settled"] == false)
        #expect(json["before"]["known"]["settled"] == nil)
        let same = try user.annals("diff", "taliban", "us", "--known", "9000..9001")
        #expect(same.status == 65)
        #expect(same.errors.contains("is empty: both ends are #162"))
    }

    @Test
    func `stands in a receipt, which is audited at its position whatever was recorded since`() throws {
        let user = try User.withActors()
        try user.append(event("one"))
        let receipts = try Receipts()
        let questions = [
            ["show", "china", "taliban"], ["why", "china", "taliban"], ["log", "--since", "2020"],
            ["diff", "china", "taliban", "--at", "2019..2021"], ["actor", "list"],
        ]
        let files = try questions.enumerated().map { number, question in
            try receipts.receipt("open \(number)", of: question + ["--known", "9000"], by: user)
        }
        let settled = try receipts.receipt("settled", of: ["show", "china", "--known", "#5"], by: user)
        try user.append([event("two"), event("three")].joined(separator: "\n"))
        for file in files {
            #expect(try user.annals("audit", file, "--json").json["question"]["known"]["settled"] == false)
            let audit = try user.annals("audit", file)
            #expect(audit.status == 0, "\(audit.output)")
            #expect(audit.output.contains("as we knew it at #5"))
            #expect(audit.output.contains("(not settled then)"))
        }
        let audit = try user.annals("audit", settled)
        #expect(audit.status == 0)
        #expect(!audit.output.contains("settled then"))
        let known = try user.annals("audit", settled, "--json").json["question"]["known"]
        #expect(known["settled"] == true)
    }

    @Test
    func `that was called settled and was not is what an audit finds`() throws {
        let database = try Databases.withActors()
        let user = User(of: database)
        try user.append(event("one"))
        let receipts = try Receipts()
        let time = try database.now()
        _ = try receipts.receipt("mine", of: ["show", "china", "taliban", "--known", time], by: user)
        #expect(try receipts.text("mine").contains(#""settled":true"#))
        #expect(try user.annals("audit", receipts.path("mine")).status == 0)
        // The clock is put back, and what is recorded then is recorded as of before.
        try user.append(event("two"))
        try database.connect().run(
            script: """
                alter table annals.log disable trigger all;
                update annals.log set recorded_at = '\(time)'::timestamptz - interval '1 microsecond'
                 where position = 6;
                """
        )
        let audit = try user.annals("audit", receipts.path("mine"))
        #expect(audit.status == 1)
        #expect(audit.lines.contains { $0.hasPrefix("--known") && $0.contains("5") && $0.contains("6") })
    }
}

extension TestDatabase {
    /// What the server's clock says, as `--known` takes it.
    func now() throws -> String {
        let now = try connect().first("select clock_timestamp() as now") { row throws(PostgresError) in
            try row["now", as: Timestamp.self]
        }
        return now?.description ?? ""
    }

    /// Whether there is such a row.
    fileprivate func has(_ rows: String) throws -> Bool {
        try connect().first("select exists (select from \(raw: rows)) as found") {
            row throws(PostgresError) in try row["found", as: Bool.self]
        } == true
    }
}
