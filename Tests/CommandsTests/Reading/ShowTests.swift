import Testing

/// `annals show` for people.
struct ShowTests {
    @Test
    func `a relationship is shown with both clocks, what is in force, and what is unknown`() throws {
        let outcome = try User.ofExample().annals([
            "show", "taliban", "us", "--at", "2020-06-01", "--known", "#162",
        ])
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let lines = [
            "Taliban — United States",
            "as it stood on 2020-06-01 · as we knew it at #162, TIME · rulebook 1",
            "",
            "FACET                   STATE                   SINCE                GRADE  BECAUSE",
            "orientation             ▄ mixed                 standing until 2021  C3     "
                + "#64 US–Taliban relations swing between war and talks",
            "dialogue                ≈ possibly █ direct     2020-02-29           B2     #160 Doha agreement",
            "                        or possibly ▆ indirect  [..2021]             C3     "
                + "#62 Qatar opens a secret US–Taliban channel",
            "agreement    doha-2020  █ in force              2020-02-29           B2     #160 Doha agreement",
            "hostility               ▁ war                   2001 until 2021      B2     "
                + "#63 War on terror against the Taliban",
            "",
            "4 of 11 facets known. Unknown: stance, representation, recognition, sanctions, aid, support, affiliation.",
            "What it rests on: annals why taliban us --at 2020-06-01 --known '#162'",
        ]
        #expect(outcome.output.withoutTimes == lines.joined(separator: "\n") + "\n")
    }

    @Test
    func `one actor is shown with how it stood itself`() throws {
        let outcome = try User.ofExample().annals("show", "afghan-republic", "--at", "2022")
        #expect(outcome.status == 0)
        #expect(outcome.lines.first == "Islamic Republic of Afghanistan")
        #expect(outcome.output.contains("polity-status    defunct  2021-08-15"))
        #expect(outcome.output.contains("1 of 1 facets known."))
    }

    @Test
    func `the order of the actors and the names they are called by make no difference`() throws {
        let user = try User.ofExample()
        let plain = try user.annals("show", "taliban", "united-states", "--at", "2020", "--json").output
        for pair in [
            ["us", "Afghan Taliban"], ["iso3:USA", "PLOVER:afgreb"],
            ["cow:2", "islamic emirate of afghanistan"],
        ] {
            #expect(try user.annals(["show"] + pair + ["--at", "2020", "--json"]).output == plain, "\(pair)")
        }
    }

    @Test
    func `what may have been is told apart from what was, in words and without colour`() throws {
        let user = try User.ofExample()
        let text = try user.annals("show", "taliban", "us", "--at", "2020-02-01").output
        #expect(text.contains("≈ possibly ▆ indirect"))
        #expect(text.contains("or possibly █ direct"))
        #expect(!text.contains("\u{1B}"))
        let ascii = try user.annals("show", "taliban", "us", "--at", "2020-02-01", "--ascii").output
        #expect(ascii.contains("~ possibly 4 indirect"))
        #expect(ascii.contains("hostility      1 war"))
    }

    @Test
    func `a stance a year old is said to be stale`() throws {
        let user = try User.withActors()
        let remark = [
            "append", "china", "taliban", "--on", "2021-07-28", "--title", "Remark", "--set",
            "stance=endorsing",
        ]
        #expect(try user.annals(remark).status == 0)
        #expect(try !user.annals("show", "china", "taliban", "--at", "2022-07-28").output.contains("stale"))
        #expect(
            try user.annals("show", "china", "taliban", "--at", "2022-07-29").output.contains(
                "█ endorsing (stale)"
            )
        )
        let json = try user.annals("show", "china", "taliban", "--at", "2022-07-29", "--json").json
        #expect(json["facets"][0]["stale"] == true)
    }

    @Test
    func `nothing known is a clean no`() throws {
        let user = try User.withActors()
        let nothing = try user.annals("show", "china", "us")
        #expect(nothing.status == 1)
        #expect(nothing.errors == "")
        #expect(nothing.output.hasSuffix("\n\nNothing was recorded about this by then.\n"))
        let json = try user.annals("show", "china", "us", "--json")
        #expect(json.status == 1)
        #expect(try json.json["facets"] == [])

        #expect(
            try user.annals("append", "china", "us", "--on", "2021", "--title", "Visit", "--type", "CONSULT")
                .status == 0
        )
        let before = try user.annals("show", "china", "us", "--at", "1990")
        #expect(before.status == 1)
        #expect(
            before.output.contains(
                "Nothing is known for that date, though one entry touches it: annals history china us"
            )
        )
    }

    @Test(arguments: [
        (["talban", "us"], "no actor \"talban\"", "did you mean taliban?"),
        (["taliban", "untied states"], "no actor \"untied states\"", "did you mean united-states"),
        (["taliban", "qwertyuiop"], "no actor \"qwertyuiop\"", "see annals actor list"),
        (["us", "cow:2"], "us and cow:2 are the same actor, united-states", "two different actors"),
    ])
    func `an actor nobody knows, or the same twice, is refused with help`(
        actors: [String],
        what: String,
        help: String
    ) throws {
        let outcome = try User.ofExample().annals(["show"] + actors)
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains(what))
        #expect(outcome.errors.contains(help))
    }
}
