import Testing

/// `--at` and `--known`, on every command that reads.
struct ClocksTests {
    /// How `--at` is written, and the day it means.
    @Test(arguments: [
        ("2020-06-01", "2020-06-01"), ("2020-02", "2020-02-29"), ("2021-02", "2021-02-28"),
        ("2020", "2020-12-31"),
        ("2020?", "2020-12-31"), ("202X", "2029-12-31"), ("2019/2020-03", "2020-03-31"),
        ("0001", "0001-12-31"),
        ("9999", "9999-12-31"),
    ])
    func `--at means the end of what it names, and the day it was taken for is echoed`(
        written: String,
        day: String
    ) throws {
        let user = try User.ofExample()
        #expect(try user.annals("show", "taliban", "us", "--at", written, "--json").json["at"].string == day)
        let text = try user.annals("show", "taliban", "us", "--at", written)
        #expect(text.lines[1].hasPrefix("as it stood on \(day) · as we knew it now (#162, "))
    }

    @Test(arguments: [
        "2021-02-29", "06/07/2021", "yesterday", "", "2020/..", "..", "2020-13", "20200601",
        "2020-06-01T10:00",
    ])
    func `a date with no end, or none at all, is refused with help`(written: String) throws {
        for verb in [["show", "taliban", "us"], ["history", "taliban"]] {
            let outcome = try User.ofExample().annals(verb + ["--at", written])
            #expect(outcome.status == 65)
            #expect(outcome.output == "")
            #expect(outcome.errors.contains("\n  at --at\n"))
            #expect(outcome.errors.contains("\nhelp: "))
        }
    }

    @Test
    func `--known takes a position, a time, a day, a month or a year`() throws {
        let user = try User.ofExample()
        let last = try #require(try user.annals("log", "--limit", "1", "--json").json["recorded_at"].string)
        let record = try #require(
            try user.annals("log", "--known", "#158", "--limit", "1", "--json").json["recorded_at"].string
        )
        let cases: [(known: String, position: Tree)] = [
            ("#162", 162), ("#158", 158), ("#0", 0), (last, 162), (record, 158),
            (String(last.prefix(10)), 162),
            (String(last.prefix(7)), 162), (String(last.prefix(4)), 162), ("2001-01-01T00:00:00Z", 0),
            ("2001", 0), ("9999", 162),
        ]
        for (known, position) in cases {
            let state = try user.annals("show", "taliban", "us", "--at", "2020", "--known", known, "--json")
                .json
            #expect(state["known"]["position"] == position, "\(known)")
        }
    }

    @Test(arguments: [
        ("#163", "the log ends at #162, before #163"), ("#x", "#x is not a position"),
        ("#-1", "#-1 is not a position"),
        ("2026-11-22T25:00:00Z", "2026-11-22T25:00:00Z is not a time"),
        ("2021-02-30", "2021-02-30 does not exist"),
        ("2020/..", "2020/.. has no end to know at"), ("162", "162"),
    ])
    func `a --known that names no moment is refused with help`(known: String, what: String) throws {
        let user = try User.ofExample()
        for verb in [
            ["show", "taliban", "us"], ["history", "taliban"], ["log"], ["actor", "list"],
            ["actor", "show", "us"],
        ] {
            let outcome = try user.annals(verb + ["--known", known])
            #expect(outcome.status == 65, "\(verb)")
            #expect(outcome.errors.contains(what), "\(outcome.errors)")
            #expect(outcome.errors.contains("\n  at --known\n"))
        }
    }

    @Test
    func `both clocks are printed on every screen, and say when they were left at now`() throws {
        let user = try User.ofExample()
        let now = try user.annals("show", "taliban").lines[1]
        #expect(
            try
                /as it stood on 20\d\d-\d\d-\d\d \(today\) · as we knew it now \(#162, 20\d\d-\d\d-\d\d\) · rulebook 1/
                .wholeMatch(in: now) != nil
        )
        let history = try user.annals("history", "taliban", "us", "--at", "2020", "--known", "#158").lines[1]
        #expect(
            try /in the order of the world · up to 2020-12-31 · as we knew it at #158, 20[-\d]+ [:\d]+Z/
                .wholeMatch(in: history) != nil
        )
    }
}
