import Testing

/// `annals history`.
struct HistoryTests {
    @Test
    func `events stand in the order of the world, with what each one sets`() throws {
        let outcome = try User.ofExample().annals("history", "qatar", "taliban", "--known", "#162")
        #expect(outcome.status == 0)
        #expect(outcome.lines[0] == "Qatar — Taliban")
        #expect(
            outcome.lines.dropFirst(3) == [
                "DATE        ENTRY  GRADE  EVENT",
                "[..2021]    #62    C3     Qatar opens a secret US–Taliban channel",
                "2013-06-18  #159   B2     Attempt to set up a political office in Doha (corrected)",
                "                            representation taliban → qatar: ▄ attempted",
                "2020        #61    B2     US–Taliban peace talks in Doha",
                "2021?       #72    B3     Twelve states, the UN and the EU bar recognition of a regime that takes power by force",
                "                            recognition qatar → taliban: ▁ refused",
            ]
        )
    }

    @Test
    func `before it was corrected, it stood as it was first told`() throws {
        let outcome = try User.ofExample().annals("history", "qatar", "taliban", "--known", "#158")
        #expect(
            outcome.output.contains("2013      #60    B2     Attempt to set up a political office in Doha\n")
        )
        #expect(!outcome.output.contains("corrected"))
    }

    @Test
    func `--at leaves out what cannot have begun by then`() throws {
        let user = try User.ofExample()
        let titles = try user.annals("history", "taliban", "us", "--at", "2020-02-29", "--json").jsonLines.map
        { $0["title"] }
        #expect(titles.contains("Doha agreement"))
        let before = try user.annals("history", "taliban", "us", "--at", "2020-02-28", "--json").jsonLines.map
        { $0["title"] }
        #expect(!before.contains("Doha agreement"))
        #expect(before.count == titles.count - 1)
    }

    @Test
    func `an actor's history is everything it is in, each event once`() throws {
        let events = try User.ofExample().annals("history", "taliban", "--json").jsonLines.map { $0["event"] }
        #expect(events.count == Set(events).count)
        #expect(events.count > 50)
    }

    @Test
    func `nothing recorded is a clean no`() throws {
        let user = try User.withActors()
        let outcome = try user.annals("history", "china", "us")
        #expect(outcome.status == 1)
        #expect(outcome.lines.last == "Nothing was recorded about this by then.")
        #expect(outcome.errors == "")
    }
}
