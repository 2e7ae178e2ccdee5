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
    func `an actor's log has everything the actor is in, each entry once`() throws {
        let entries = try User.ofExample().annals("log", "--json").jsonLines
        let fitting = entries.filter { entry in
            entry["streams"].keys.contains { $0.split(separator: "/").contains("taliban") }
        }
        #expect(try positions("taliban") == fitting.compactMap { $0["position"].number })
        #expect(
            try positions("taliban", "--limit", "3") == fitting.compactMap { $0["position"].number }.suffix(3)
        )
        #expect(fitting.contains { $0["streams"]["taliban"] != nil })
        #expect(fitting.contains { $0["streams"]["qatar/taliban"] != nil })
    }

    @Test
    func `--by and --kind leave out the rest, and --limit counts what is left`() throws {
        #expect(try positions("--kind", "corrected") == [159, 160, 161, 162])
        #expect(try positions("--kind", "corrected", "--limit", "2") == [161, 162])
        #expect(try positions("--kind", "corrected", "--kind", "recorded").count == 162)
        #expect(try positions("--kind", "retracted") == [])
        #expect(try positions("taliban", "us", "--kind", "corrected") == [160])
        #expect(try positions("--by", "ada", "--limit", "1") == [162])
        #expect(try positions("--by", "Ada") == [])
        let outcome = try User.ofExample().annals("log", "--kind", "changed")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("'recorded', 'corrected', 'retracted' or 'redacted'"))
    }

    @Test
    func `--since takes a day or a time, from the first entry recorded on or after it on`() throws {
        let user = try User.withActors()
        try user.append(#"{"actor":"fiji","name":"Fiji"}"#)
        let entries = try user.annals("log", "--json").jsonLines
        let last = try #require(entries.last?["recorded_at"].string)
        func since(_ date: String) throws -> [Int] {
            try user.annals("log", "--json", "--since", date).jsonLines.compactMap { $0["position"].number }
        }
        #expect(try since(last) == [5])
        #expect(try since(String(last.prefix(10))) == [1, 2, 3, 4, 5])
        #expect(try since(String(last.prefix(4))) == [1, 2, 3, 4, 5])
        #expect(try since("2999-01-01") == [])
        #expect(try since("2000-01-01T00:00:00Z") == [1, 2, 3, 4, 5])
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

    @Test(arguments: [
        ("soon", "soon is not a date"), ("#x", "#x is not a position"), ("2021-13-01", "2021-13-01"),
        ("2021-01-01T25:00:00Z", "2021-01-01T25:00:00Z is not a time"), ("../2020", "../2020 has no begin"),
    ])
    func `a --since that is none is refused`(since: String, message: String) throws {
        let outcome = try User.ofExample().annals("log", "--since", since)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.errors.contains("\n  at --since\n"))
    }
}
