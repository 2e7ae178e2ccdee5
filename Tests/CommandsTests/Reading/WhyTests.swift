import Testing

/// `annals why`.
struct WhyTests {
    @Test
    func `a facet is told with what decides, what may be instead, and what was set aside by which rule`()
        throws
    {
        let outcome = try User.ofExample().annals(
            "why",
            "taliban",
            "us",
            "--facet",
            "dialogue",
            "--at",
            "2020-06-01",
            "--known",
            "#162"
        )
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let lines = [
            "Taliban — United States",
            "as it stood on 2020-06-01 · as we knew it at #162, TIME · rulebook 1",
            "",
            "dialogue: █ direct, possibly, since 2020-02-29  (the latest in force decides)",
            "├─ #160  2020-02-29  Doha agreement  grade B2",
            "│      source    [1] Relations with state actors, §1",
            "│      source    [1] Relations with non-state actors, §§1 and 2",
            "│      source    [2] agreement 2271",
            "│      reported  2022",
            "│      corrects  #109 (2020  Doha agreement): The report gives only the year of the talks; the text of the "
                + "agreement is dated 29 February 2020.",
            "│      recorded  TIME by ada",
            "├─ or possibly ▆ indirect  #62  [..2021]  Qatar opens a secret US–Taliban channel  grade C3",
            "│      source    [1] Relations with state actors, §1",
            "│      reported  2022",
            "│      recorded  TIME by ada",
            "└─ set aside",
            "       #109  2020  █ direct  Doha agreement                  corrected by #160",
            "       #61   2020  █ direct  US–Taliban peace talks in Doha  says the same as #160",
            "",
            "Sources",
            "[1] Francesco Pagano & Ilaria Biglia, The Taliban between state and non-state actors: a double-edged sword, "
                + "SpecialEurasia, Geopolitical Report, ISSN 2785-2598, vol. 18, issue 2, 2022",
            "[2] Agreement for Bringing Peace to Afghanistan between the Islamic Emirate of Afghanistan which is not "
                + "recognized by the United States as a state and is known as the Taliban and the United States of America, "
                + "PA-X Peace Agreements Database, University of Edinburgh, 2020-02-29, "
                + "https://pax.peaceagreements.org/agreements/2271",
            "",
            "To cite these: annals why taliban us --facet dialogue --at 2020-06-01 --known '#162' --format bibtex",
        ]
        #expect(outcome.output.withoutTimes == lines.joined(separator: "\n") + "\n")
    }

    @Test
    func `what decides is what annals show says is in force, in every facet`() throws {
        let user = try User.ofExample()
        for (actors, day) in [
            (["taliban", "us"], "2020-06-01"), (["taliban", "pakistan"], "2021"),
            (["afghan-republic"], "2022"),
        ] {
            let why = try user.annals(["why"] + actors + ["--at", day, "--json"]).json
            let show = try user.annals(["show"] + actors + ["--at", day, "--json"]).json
            #expect(why["facets"].array.map { $0["state"] }.filter { $0 != nil } == show["facets"].array)
            for facet in why["facets"].array where facet["state"] != nil {
                #expect(facet["decides"]["entry"]["position"] == facet["state"]["position"])
                #expect(
                    facet["alternatives"].array.map { $0["value"] }
                        == facet["state"]["alternatives"].array.map { $0["value"] }
                )
            }
        }
    }

    @Test
    func `claimants who contradict each other stand side by side`() throws {
        let outcome = try User.ofExample().annals(
            "why",
            "taliban",
            "foreign-terrorist-fighters",
            "--at",
            "2021-12-31"
        )
        #expect(outcome.status == 0)
        let first = try #require(outcome.lines.firstIndex { $0.contains("claimants, side by side") })
        #expect(
            outcome.lines[first].hasPrefix(
                "support territory, taliban → foreign-terrorist-fighters: 2 claimants"
            )
        )
        let claimants = outcome.lines.filter { $0.hasPrefix("  says ") }
        #expect(claimants.count == 2)
        #expect(
            claimants[0].hasPrefix("  says taliban: ") && claimants[1].hasPrefix("  says united-nations: ")
        )
    }

    @Test
    func `what was withdrawn, what lapsed and what is over are told by which rule`() throws {
        let user = try User.withActors()
        try user.append(
            lines: ##"""
                {"on":"2019-01-01","actors":["china"],"recipients":["us"],"title":"Skirmish","effects":[{"facet":"hostility","from":"china","to":"us","value":"force"}]}
                {"on":"2020-01-01/2020-12-31","actors":["china"],"recipients":["us"],"title":"War","effects":[{"facet":"hostility","from":"china","to":"us","value":"war"}]}
                {"on":"2020-06-01","actors":["china"],"recipients":["us"],"title":"Peace","effects":[{"facet":"hostility","from":"china","to":"us","value":"none"}]}
                {"on":"2020-08-01","actors":["china"],"recipients":["us"],"title":"Threat","effects":[{"facet":"hostility","from":"china","to":"us","value":"threat"}]}
                {"on":"2020-09-01","actors":["china"],"recipients":["us"],"title":"Parade","effects":[{"facet":"hostility","from":"china","to":"us","value":"display"}]}
                {"on":"2020-09-02","actors":["china"],"recipients":["us"],"title":"Rumour","effects":[{"facet":"hostility","from":"china","to":"us","value":"war"}]}
                {"on":"2030","actors":["china"],"recipients":["us"],"title":"Prophecy","effects":[{"facet":"hostility","from":"china","to":"us","value":"war"}]}
                {"retract":"#10","because":"It was one."}
                """##.split(separator: "\n").map(String.init)
        )
        func rules(_ day: String, _ known: String) throws -> [String] {
            let outcome = try user.annals("why", "china", "us", "--at", day, "--known", known)
            let aside = outcome.lines.drop { !$0.hasSuffix("set aside") }.dropFirst().prefix { !$0.isEmpty }
            return aside.map { $0.split(separator: " ").joined(separator: " ") }
        }
        #expect(
            try rules("2020-10-01", "#12") == [
                "#10 2020-09-02 ▁ war Rumour retracted by #12",
                "#8 2020-08-01 ▂ threat Threat ranks below #9",
                "#7 2020-06-01 ▄ none Peace began before #9",
                "#6 2020-01-01/2020-12-31 ▁ war War ended by #7",
                "#5 2019-01-01 ▁ force Skirmish lapsed after 183 days",
            ]
        )
        // Before it was withdrawn it decided; and what had not begun is not told of.
        #expect(try rules("2020-10-01", "#11").first == "#9 2020-09-01 ▂ display Parade ranks below #10")
        let later = try user.annals("why", "china", "us", "--at", "2021-12-31")
        #expect(later.lines[3].hasPrefix("hostility: ▄ none, certain, since 2020-06-01"))
        #expect(try rules("2021-12-31", "#12").contains("#6 2020-01-01/2020-12-31 ▁ war War had ended"))
    }

    @Test
    func `sources come as BibTeX and CSL-JSON, each work once, with what it is cited for`() throws {
        let user = try User.ofExample()
        let question = ["why", "taliban", "us", "--at", "2020-06-01"]
        let works = try user.annals(question).lines.filter { $0.hasPrefix("[") }.count
        let csl = try user.annals(question + ["--format", "csl-json"]).json.array
        #expect(csl.count == works && works == 3)
        #expect(Set(csl.map { $0["id"] }).count == works)
        let bibtex = try user.annals(question + ["--format", "bibtex"])
        #expect(bibtex.lines.filter { $0.hasPrefix("@misc{") }.count == works)
        #expect(bibtex.output.contains("Cited for \\#160 Doha agreement"))
    }

    @Test
    func `nothing claimed is a clean no`() throws {
        let user = try User.ofExample()
        for arguments in [
            ["china", "pakistan"], ["taliban", "us", "--known", "#0"], ["taliban", "us", "--facet", "aid"],
        ] {
            let outcome = try user.annals(["why"] + arguments)
            #expect(outcome.status == 1)
            #expect(outcome.lines.last == "Nothing was claimed about this by then.")
            #expect(outcome.errors == "")
            let json = try user.annals(["why"] + arguments + ["--json"])
            #expect(json.status == 1)
            #expect(try json.json["facets"] == [])
        }
    }

    @Test
    func `only ASCII is drawn where that is asked for`() throws {
        let outcome = try User.ofExample().annals("why", "taliban", "us", "--at", "2020-06-01", "--ascii")
        #expect(outcome.lines.contains { $0.hasPrefix("|- or possibly 4 indirect  #62") })
        #expect(outcome.lines.contains("`- set aside"))
        #expect(!outcome.output.contains { "▁▂▄▆█├└│≈".contains($0) })
    }
}
