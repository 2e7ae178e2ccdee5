import Testing

/// `annals diff`.
struct DiffTests {
    @Test
    func `what changed in the world is told with its cause, and whether it is for the better`() throws {
        let outcome = try User.ofExample().annals(
            "diff",
            "taliban",
            "us",
            "--at",
            "2020-03-01..2021-12-31",
            "--known",
            "#162"
        )
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let lines = [
            "Taliban — United States",
            "as it stood on 2020-03-01 → 2021-12-31 · as we knew it at #162, TIME · rulebook 1",
            "",
            "   FACET                                 BEFORE                              AFTER                          BECAUSE",
            "~  orientation                           ▄ mixed                          →  possibly ▄ mixed     unclear   "
                + "#64 US–Taliban relations swing between war and talks may have ended",
            "+  stance       united-states → taliban  · unknown                        →  ▂ critical           unclear   "
                + "#67 The United States sets out to delegitimise and sideline the Taliban r…",
            "~  dialogue                              possibly █ direct or ▆ indirect  →  possibly ▆ indirect  unclear   "
                + "#160 Doha agreement lapsed after 365 days",
            "+  recognition  united-states → taliban  · unknown                        →  ▁ refused            unclear   "
                + "#72 Twelve states, the UN and the EU bar recognition of a regime that tak…",
            "~  hostility                             ▁ war                            →  ▄ none               ▲ better  "
                + "#65 US troops withdraw from Afghanistan",
            "",
            "5 facets changed: 1 for the better.",
        ]
        #expect(outcome.output.withoutTimes == lines.joined(separator: "\n") + "\n")
    }

    @Test
    func `what changed in our knowledge is told apart from the world, with the days it changed of`() throws {
        let user = try User.ofExample()
        let outcome = try user.annals("diff", "qatar", "taliban", "--known", "#158..#162")
        #expect(outcome.status == 0)
        #expect(outcome.lines[1] == "as it stood on any day · as we knew it at #158 → #162 · rulebook 1")
        #expect(outcome.lines.last == "The world did not change; our knowledge did. 1 facet changed.")
        let agreement = try user.annals(
            "diff",
            "taliban",
            "us",
            "--known",
            "#158..",
            "--facet",
            "agreement",
            "--json"
        ).json
        #expect(
            agreement["changes"].array.map { $0["days"] }.map { [$0["first"], $0["last"]] } == [
                ["2020-01-01", "2020-02-28"], ["2020-02-29", "2020-12-30"], ["2020-12-31", nil],
            ]
        )
        #expect(
            agreement["changes"].array.map { $0["cause"]["kind"] } == [
                "correction", "correction", "correction",
            ]
        )
        #expect(
            agreement["changes"].array.allSatisfy {
                $0["cause"]["position"] == 160 && $0["cause"]["replaces"] == 109
            }
        )
    }

    @Test
    func `each change has the states that annals show gives of both sides`() throws {
        let user = try User.ofExample()
        let changes = try user.annals("diff", "taliban", "us", "--at", "2020-03-01..2021-12-31", "--json")
            .json
        for (side, day) in [("before", "2020-03-01"), ("after", "2021-12-31")] {
            let state = try user.annals("show", "taliban", "us", "--at", day, "--json").json
            for change in changes["changes"].array {
                let lane = state["facets"].array.first { facet in
                    ["facet", "key", "from", "to", "claimant"].allSatisfy { facet[$0] == change[$0] }
                }
                #expect(change[side] == lane ?? nil, "\(change["facet"]) \(side)")
            }
            #expect(changes[side]["at"] == .string(day))
        }
    }

    @Test
    func `one actor or everybody is told of relationship by relationship, alike in each`() throws {
        let user = try User.ofExample()
        let range = ["--at", "2020..2021", "--json"]
        func changes(_ actors: [String]) throws -> [Tree] {
            try user.annals(["diff"] + actors + range).json["changes"].array
        }
        let (all, taliban, pair) = (
            try changes(["--all"]), try changes(["taliban"]), try changes(["us", "taliban"])
        )
        #expect(pair.count > 2 && taliban.count > pair.count && all.count > taliban.count)
        #expect(taliban.filter { $0["relationship"] == "taliban/united-states" } == pair)
        #expect(
            all.filter { $0["relationship"].string?.split(separator: "/").contains("taliban") == true }
                == taliban
        )
        let names = all.compactMap { $0["relationship"].string }
        #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        let text = try user.annals("diff", "--all", "--at", "2020..2021")
        #expect(text.lines.first == "All relationships")
        #expect(text.lines.contains("Taliban — United States"))
    }

    @Test(
        arguments: [
            (["--at", "2020..2021"], 1), (["--at", "0001..0002"], 0), (["--known", "#158..#162"], 1),
            (["--known", "#162..", "--at", "2020"], 65), (["--known", "#161..#162", "--at", "2020"], 0),
        ] as [([String], Int32)]
    )
    func `--exit-code says whether anything changed`(range: [String], status: Int32) throws {
        let user = try User.ofExample()
        #expect(try user.annals(["diff", "taliban", "us", "--exit-code"] + range).status == status)
        #expect(try user.annals(["diff", "taliban", "us"] + range).status == (status == 1 ? 0 : status))
    }

    @Test(arguments: [
        (["--at", "0001..0002"], "Nothing changed."), (["--at", "9998..9999"], "Nothing changed."),
        (["--known", "#0..#1"], "Neither the world nor our knowledge of it changed."),
    ])
    func `that nothing changed is said, before everything and after everything`(range: [String], said: String)
        throws
    {
        let outcome = try User.ofExample().annals(["diff", "taliban", "us"] + range)
        #expect(outcome.status == 0)
        #expect(outcome.lines.last == said)
        #expect(outcome.lines.count == 4)
    }

    @Test
    func `only ASCII is drawn where that is asked for, but for what actors are called`() throws {
        let outcome = try User.ofExample().annals("diff", "taliban", "us", "--at", "2020..2021", "--ascii")
        let marks = outcome.output.filter { "▁▂▄▆█·→▲▼≈".contains($0) }
        #expect(marks.filter { $0 != "·" && $0 != "→" }.isEmpty, "\(marks)")
        #expect(outcome.output.contains("1 war  "))
        #expect(outcome.output.contains("  better  "))
    }
}
