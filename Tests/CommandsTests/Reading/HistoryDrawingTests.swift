import Testing

/// `annals history`, drawn.
struct HistoryDrawingTests {
    private func user(columns: Int) throws -> User {
        var user = try User.ofExample()
        user.environment["COLUMNS"] = String(columns)
        return user
    }

    @Test
    func `each facet is a lane over time, with the events lettered below it`() throws {
        let outcome = try user(columns: 100).annals(
            "history",
            "qatar",
            "taliban",
            "--format",
            "text",
            "--ascii",
            "--known",
            "#162"
        )
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let lines = [
            "Qatar - Taliban",
            "as it stood from 2013-01-01 to 2021-12-31 | as we knew it at #162, TIME",
            "",
            "                                2013  2014  2015   2016  2017  2018   2019  2020  2021",
            "representation taliban > qatar  ...333333333333333333333333333333333333333333333333333333  attempted",
            "recognition qatar > taliban     ...................................................1~1~1~  refused",
            "events                          ----------------------------a----------------------------",
            "                                  b                                         ---c---",
            "                                                                                  ---d---",
            "",
            "a  [..2021]    #62   C3  Qatar opens a secret US-Taliban channel           SpecialEurasia, Geopolit+",
            "b  2013-06-18  #159  B2  Attempt to set up a political office in Doha (c+  SpecialEurasia, Geopolit+",
            "c  2020        #61   B2  US-Taliban peace talks in Doha                    SpecialEurasia, Geopolit+",
            "d  2021?       #72   B3  Twelve states, the UN and the EU bar recognitio+  SpecialEurasia, Geopolit+",
            "",
            "1 hostile 2 strained 3 neutral 4 cooperative 5 allied . unknown ~ not certain",
        ]
        #expect(outcome.output.withoutTimes == lines.joined(separator: "\n") + "\n")
    }

    @Test(arguments: [80, 100, 132, 200])
    func `lanes, rail and list fit the terminal, and lanes are as wide as each other`(columns: Int) throws {
        for actors in [["taliban", "us"], ["taliban"], ["pakistan", "taliban"]] {
            let lines = try user(columns: columns).annals(["history"] + actors + ["--format", "text"]).lines
            let drawn = lines.dropFirst(3).dropLast(2)
            #expect(drawn.allSatisfy { $0.count <= columns }, "\(drawn.filter { $0.count > columns })")
            let lanes = drawn.compactMap { line in
                line.firstMatch(of: #/ {2}([▁▂▄▆█·≈a-z━]{16,})( {2}|$)/#).map { $0.1.count }
            }
            #expect(lanes.count >= 2)
            #expect(Set(lanes).count == 1, "\(lanes)")
            #expect((lanes.first ?? 0) > columns / 4)
        }
    }

    @Test
    func `each event has one letter, the same on the rail and in the list`() throws {
        let lines = try user(columns: 120).annals("history", "taliban", "us", "--format", "text").lines
        let list = lines.compactMap { $0.firstMatch(of: #/^([a-z]+) +\S+ +\#(\d+) /#) }
        let json = try User.ofExample().annals("history", "taliban", "us", "--json").jsonLines
        #expect(list.map { Int($0.2) } == json.map { $0["position"].number })
        #expect(list.map { String($0.1) } == "abcdefghijk".map(String.init))
        let first = try #require(lines.firstIndex { $0.hasPrefix("events ") })
        let rail = lines[first...].prefix { !$0.isEmpty }.map { $0.dropFirst(6) }.joined()
        let letters = rail.filter(\.isLetter)
        #expect(Set(letters).count == letters.count)
        #expect(Set(letters).isSubset(of: "abcdefghijk"))
    }

    @Test
    func `--from, --to and --limit draw less, and --facet one facet`() throws {
        let user = try user(columns: 100)
        let window = try user.annals(
            "history",
            "taliban",
            "us",
            "--format",
            "text",
            "--from",
            "2020",
            "--to",
            "2020-12",
            "--facet",
            "hostility"
        )
        #expect(window.status == 0)
        #expect(window.lines[1].hasPrefix("as it stood from 2020-01-01 to 2020-12-31 · "))
        #expect(window.lines.filter { $0.contains("▁▁") }.count == 1)
        #expect(!window.output.contains("dialogue "))
        let last = try user.annals("history", "taliban", "us", "--format", "text", "--limit", "2")
        #expect(last.lines.compactMap { $0.firstMatch(of: #/^([a-z]+) +\S+ +\#/#) }.count == 2)
        #expect(last.output.contains("Only the last 2 events are lettered"))
    }

    @Test
    func `of one actor each relationship is a lane, under the other's name`() throws {
        let lines = try user(columns: 100).annals("history", "is-k", "--format", "text").lines
        #expect(lines[0] == "Islamic State Khorasan")
        for name in ["Taliban ", "United States ", "Iran "] {
            #expect(lines.contains { $0.hasPrefix(name) && $0.contains("▁") }, "\(name)")
        }
    }

    @Test(
        arguments: [
            (["--from", "9000"], 1), (["--to", "0001"], 0), (["--from", "9000", "--to", "9001"], 1),
            (["--from", "2020-03-01", "--to", "2020-03-01"], 0),
        ] as [([String], Int32)]
    )
    func `days before everything, after everything and one day alone are drawn, too`(
        window: [String],
        status: Int32
    ) throws {
        let user = try user(columns: 80)
        let outcome = try user.annals(["history", "taliban", "us", "--format", "text"] + window)
        #expect(outcome.status == status)
        #expect(outcome.errors == "")
        for form in ["svg", "html", "csv", "lanes", "json"] {
            #expect(
                try user.annals(["history", "taliban", "us", "--format", form] + window).errors == "",
                "\(form)"
            )
        }
    }

    @Test
    func `an actor without relationships and a relationship with one event are drawn`() throws {
        var user = try User.withActors()
        user.environment["COLUMNS"] = "80"
        let nobody = try user.annals("history", "china", "--format", "text")
        #expect(nobody.status == 1)
        #expect(nobody.lines.last == "Nothing was recorded about this by then.")
        try user.append(
            #"{"on":"2020-05-04","actors":["china"],"recipients":["us"],"title":"Visit","grade":"A1","type":"CONSULT"}"#
        )
        let one = try user.annals("history", "china", "us", "--format", "text")
        #expect(one.status == 0)
        #expect(one.lines[0] == "China — United States")
        #expect(one.lines.contains { $0.hasPrefix("dialogue  ·") && $0.contains("█") })
        #expect(one.lines.contains("a  2020-05-04  #5  A1  Visit"))
    }

    @Test
    func `a terminal has it drawn, and anything else rows`() throws {
        var user = try user(columns: 100)
        user.environment["TERM"] = "dumb"
        let drawn = try user.shell(
            "script --quiet --return --command 'annals history qatar taliban' /dev/null"
        )
        #expect(drawn.output.contains("≈ not certain"))
        let rows = try user.annals("history", "qatar", "taliban")
        #expect(rows.lines[3].hasPrefix("DATE "))
    }

    @Test
    func `the intervals of a lane follow each other within the days drawn`() throws {
        let lanes = try User.ofExample().annals("history", "taliban", "us", "--format", "lanes").jsonLines
        #expect(lanes.count == 6)
        for lane in lanes {
            let days = lane["intervals"].array.compactMap { interval -> (String, String)? in
                interval["first"].string.flatMap { first in interval["last"].string.map { (first, $0) } }
            }
            #expect(!days.isEmpty && days.count == lane["intervals"].array.count)
            #expect(days.allSatisfy { $0.0 <= $0.1 && "2001-01-01" <= $0.0 && $0.1 <= "2022-12-31" })
            #expect(zip(days, days.dropFirst()).allSatisfy { $0.1 < $1.0 })
            #expect(lane["exact"] == true)
        }
    }
}
