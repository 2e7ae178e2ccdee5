import EventLog
import Support
import Testing

/// What was recorded later, and answers as known before it: of comparisons, of evidence and of networks.
struct LaterEntriesTests {
    /// Meetings, accusations and an office, more of each than `why` tells of, some of them corrected or withdrawn;
    /// the last entry is #36.
    private static let lines =
        (0..<12).map { number in
            let day = "2019-\(number < 9 ? "0" : "")\(number + 1)-10"
            return
                #"{"on":"\#(day)","actors":["china"],"recipients":["taliban"],"title":"Talks \#(number)","type":"CONSULT"}"#
        }
        + (0..<12).map { number in
            #"{"on":"201\#(number % 10)","actors":["us"],"recipients":["taliban"],"title":"Word \#(number)","type":"ACCUSE"}"#
        }
        + [
            #"{"on":"2020-02","actors":["china"],"recipients":["taliban"],"title":"Office","effects":[{"facet":"representation","from":"taliban","to":"china","value":"office"}]}"#,
            #"{"on":"[..2020-03-05]","actors":["china"],"recipients":["us"],"title":"Truce","effects":[{"facet":"hostility","from":"china","to":"us","value":"none"}]}"#,
            ##"{"correct":"#5","because":"misread","on":"2019-01-12"}"##,
            ##"{"retract":"#6","because":"never took place"}"##,
            ##"{"correct":"#30","because":"the day is known","on":"[2020-03-05..2020-03-09]"}"##,
            ##"{"correct":"#29","because":"it was more","effects":[{"facet":"representation","from":"taliban","to":"china","value":"minister"}]}"##,
            ##"{"correct":"#17","because":"elsewhere","recipients":["pakistan"]}"##,
            ##"{"retract":"#18","because":"nobody said it"}"##,
        ]

    private static let questions = [
        ["why", "china", "taliban", "--at", "2019-11"], ["why", "china", "taliban", "--at", "2021"],
        ["why", "us", "taliban"], ["why", "china", "us", "--at", "2020-03-06"],
        ["diff", "china", "taliban", "--at", "2018..2020-06"], ["diff", "taliban", "--at", "2015..2019-06"],
        ["diff", "--all", "--at", "2009..2020-03-07"], ["diff", "us", "taliban", "--at", "2010.."],
        ["network", "--at", "2020-03-06"], ["network", "taliban", "us", "china"],
        ["network", "pakistan", "--facet", "stance"], ["show", "china", "us", "--at", "2020-03-06"],
    ]
    private static let comparisons = [
        ["diff", "china", "taliban", "--known", "#28..#36"], ["diff", "--all", "--known", "#16..#36"],
        ["diff", "us", "--known", "#28..#36"],
        ["diff", "china", "taliban", "--known", "#30..#36", "--at", "2020-06"],
    ]

    @Test
    func `change neither what was known then nor the receipts of it`() throws {
        let user = try User.withActors()
        try user.append(lines: Self.lines)
        #expect(try user.logEnd() == 36)
        let receipts = try Receipts()
        var files: [String] = []
        var answers: [[Tree]] = []
        for (number, question) in (Self.questions + Self.comparisons).enumerated() {
            files.append(try receipts.receipt("\(number)", of: question, by: user))
            answers.append(try Tree(receipts.text("\(number)"))["answer"].array)
        }
        #expect(answers[0].contains { $0["facets"].array.contains { $0["more_set_aside"] == .bool(true) } })

        // Nearer ones of the same, wider ones, and corrections of all that decided.
        let later =
            Self.lines.prefix(24).map {
                $0.replacing("Talks", with: "More talks").replacing("Word", with: "More words")
            }
            + [
                #"{"on":"[..2021]","actors":["china"],"recipients":["taliban"],"title":"Some time","type":"CONSULT"}"#,
                #"{"on":"1999/..","actors":["us"],"recipients":["taliban"],"title":"Always","effects":[{"facet":"hostility","from":"us","to":"taliban","value":"war"}]}"#,
            ]
            + (5...28).filter { ![6, 18].contains($0) }.map {
                ##"{"correct":"#\##($0)","because":"another day","on":"2018-0\##($0 % 9 + 1)"}"##
            }
            + [##"{"retract":"#29","because":"no office"}"##, ##"{"retract":"#30","because":"no truce"}"##]
        try user.append(lines: later)

        let audit = try user.annals(["audit"] + files)
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        for (number, question) in (Self.questions + Self.comparisons).enumerated() {
            let then = question.contains("--known") ? question : question + ["--known", "#36"]
            let now = try user.annals(then + ["--json"])
            #expect(try now.jsonLines == answers[number], "\(question)")
        }
    }

    @Test
    func `that erase a text are told apart in comparisons, evidence and networks too`() throws {
        let user = try User.withActors()
        try user.append(lines: Self.lines)
        let receipts = try Receipts()
        let questions = [
            ["why", "china", "us", "--at", "2020-03-09"], ["diff", "china", "us", "--known", "#29..#36"],
            ["diff", "--all", "--at", "2010..2020-03-09"], ["network", "--at", "2020-03-09"],
        ]
        let files = try questions.enumerated().map { number, question in
            try receipts.receipt("\(number)", of: question, by: user)
        }
        #expect(try user.annals("redact", "#30", "--field", "title", "--because", "a court").status == 0)
        for (file, question) in zip(files, questions) {
            let audit = try user.annals("audit", file, "--json").json
            #expect(audit["verdict"] == "erased", "\(question) \(audit)")
        }
    }

    @Test
    func `a relationship too busy for every day is compared on the same days again`() throws {
        let user = try User.withActors()
        let days = (0..<640).map { number in
            let (year, day) = (1990 + number / 20, number % 20 + 1)
            return "\(year)-03-\(day < 10 ? "0" : "")\(day)"
        }
        let lines = days.map {
            #"{"on":"\#($0)","actors":["china"],"recipients":["taliban"],"title":"Talks","type":"CONSULT"}"#
        }
        try user.append(lines: lines)
        let receipts = try Receipts()
        let file = try receipts.receipt(
            "a",
            of: ["diff", "china", "taliban", "--known", "#4..#644"],
            by: user
        )
        let spread = try Tree(receipts.text("a"))["question"]["spread"]
        #expect(spread.array.map { $0["stream"] } == ["china/taliban"])
        try user.append(lines.prefix(5).joined(separator: "\n").replacing("1990", with: "1980"))
        let audit = try user.annals("audit", file)
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        #expect(audit.lines[2].hasPrefix("china/taliban on days spread evenly from 1990-02-28 to "))

        // Whoever leaves days out is found out.
        let narrow = try receipts.text("a").replacing(
            #""first":"1990-02-28""#,
            with: #""first":"1995-01-01""#
        )
        let forged = try user.annals("audit", "--json", receipts.write("forged", Receipts.sealed(narrow)))
        #expect(forged.status == 1)
        #expect(forged.output.contains("days compared of china/taliban"), "\(forged.output)")
    }
}
