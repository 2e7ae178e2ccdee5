import Testing

/// `annals log`.
struct LogTests {
    private func positions(_ arguments: String...) throws -> [Int] {
        try User.ofExample().annals(["log", "--json"] + arguments).jsonLines.compactMap {
            $0["position"].number
        }
    }

    @Test
    func `everything stands in the order it was recorded, at times that never go back`() throws {
        let entries = try User.ofExample().annals("log", "--json").jsonLines
        #expect(entries.map { $0["position"].number } == Array(1...162))
        let times = entries.compactMap { $0["recorded_at"].string }
        #expect(times.count == 162)
        #expect(times == times.sorted())
    }

    @Test
    func `--since, --limit and --known cut it`() throws {
        #expect(try positions("--since", "#160") == [161, 162])
        #expect(try positions("--limit", "2") == [161, 162])
        #expect(try positions("--known", "#158", "--limit", "3") == [156, 157, 158])
        #expect(try positions("--since", "#150", "--known", "#152") == [151, 152])
        #expect(try positions("--since", "#160", "--limit", "50") == [161, 162])
        #expect(try positions("--limit", "1000").count == 162)
        #expect(try positions("--since", "#162") == [])
        #expect(try positions("--known", "#0") == [])
    }

    @Test
    func `a relationship's entries carry its versions without gaps`() throws {
        let entries = try User.ofExample().annals("log", "us", "taliban", "--json").jsonLines
        #expect(entries.map { $0["streams"]["taliban/united-states"].number } == Array(1...entries.count))
        #expect(
            try positions("us", "taliban", "--limit", "2")
                == entries.compactMap { $0["position"].number }.suffix(2)
        )
    }

    @Test
    func `an actor's own stream has what concerns it alone`() throws {
        let entries = try User.ofExample().annals("log", "taliban", "--json").jsonLines
        #expect(entries.first?["actor"] == "taliban")
        #expect(entries.allSatisfy { $0["streams"]["taliban"] != nil })
    }

    @Test
    func `a correction is shown with its reason, who wrote it and where it belongs`() throws {
        let lines = try User.ofExample().annals("log", "--since", "#159", "--limit", "3").lines
        let first = try #require(lines.first)
        let shown =
            /#160  20[-\d]+ [:\d]+Z  ada  corrects: 2020-02-29  Doha agreement  \[taliban\/united-states\]/
        #expect(try shown.wholeMatch(in: first) != nil)
        #expect(
            lines[1]
                == "      because The report gives only the year of the talks; the text of the agreement is dated 29 February 2020."
        )
    }

    @Test
    func `a --since that is no position is refused`() throws {
        let outcome = try User.ofExample().annals("log", "--since", "2021")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("2021 is not a position\n  at --since\n"))
    }
}
