import Testing

/// One event from flags: `annals append ACTOR [ACTOR…] --on …`.
struct AppendFlagsTests {
    private let visit = [
        "append", "china", "taliban", "--on", "2021-07-28", "--title", "Visit", "--type", "CONSULT",
    ]

    @Test
    func `tells the change it caused, facet by facet`() throws {
        let user = try User.withActors()
        let first = try user.annals(visit)
        #expect(first.status == 0)
        #expect(first.errors == "")
        #expect(
            first.output == """
                ✓ #5  2021-07-28  Visit  [china/taliban v1]
                    dialogue china – taliban: unknown → █ direct, since 2021-07-28

                """
        )
        let second = try user.annals([
            "append", "china", "taliban", "--on", "2021-07", "--title", "Chat", "--no-effects",
        ])
        #expect(
            second.output == """
                ✓ #6  2021-07  Chat  [china/taliban v2]
                    changes nothing in how anybody stood

                """
        )
    }

    @Test
    func `a dry run tells the same and writes nothing`() throws {
        let user = try User.withActors()
        let rehearsed = try user.annals(visit + ["--dry-run"])
        #expect(rehearsed.status == 0)
        #expect(try user.logEnd() == 4)
        #expect(try user.annals("show", "china", "taliban").status == 1)

        let done = try user.annals(visit)
        #expect(rehearsed.output == done.output + "Nothing was written.\n")
        let json = try user.annals(visit + ["--dry-run", "--json"]).json
        #expect(json["written"] == false)
        #expect(json["entries"][0]["position"] == 6)
        #expect(try user.logEnd() == 5)
    }

    @Test
    func `--set names a facet, a key, a direction`() throws {
        let user = try User.withActors()
        // As it is written, and the effect it makes: facet, key, from, to, value.
        let forms: [(written: String, effect: [String?])] = [
            ("recognition=de-jure", ["recognition", nil, "china", "taliban", "de-jure"]),
            ("aid/humanitarian=pledged", ["aid", "humanitarian", "china", "taliban", "pledged"]),
            ("taliban>china:recognition=refused", ["recognition", nil, "taliban", "china", "refused"]),
            (
                "us>Islamic Emirate:sanctions/asset freeze=imposed",
                ["sanctions", "asset freeze", "united-states", "taliban", "imposed"]
            ),
            ("agreement/a=b/c=signed", ["agreement", "a=b/c", "china", "taliban", "signed"]),
            ("taliban:polity-status=government", ["polity-status", nil, "taliban", nil, "government"]),
            ("polity-status=insurgent", ["polity-status", nil, "china", nil, "insurgent"]),
        ]
        let event = ["append", "china", "taliban", "--on", "2021", "--title", "x"]
        let outcome = try user.annals(event + forms.flatMap { ["--set", $0.written] })
        #expect(outcome.status == 0, "\(outcome.errors)")
        let effects = try user.annals("log", "--since", "#4", "--json").json["effects"].array
        let made = effects.map { effect in ["facet", "key", "from", "to", "value"].map { effect[$0].string } }
        #expect(made == forms.map(\.effect))
    }

    @Test
    func `everything that can be said of an event is written as it was said`() throws {
        let user = try User.withActors()
        let outcome = try user.annals([
            "append", "china", "taliban", "--by", "pakistan", "--to", "us", "--on", "2021-08?", "--title",
            "A meeting", "--note", "more", "--type", "CONSULT", "--mode", "visit", "--context", "diplomatic",
            "--context", "economic", "--modality", "reported", "--grade", "B2", "--reported", "2021-09",
            "--tag", "a", "--tag", "b", "--set", "stance=endorsing", "--claimant", "Xinhua", "--source",
            "A paper", "--publisher", "A house", "--url", "https://example.org/", "--published", "2021-09-01",
            "--locator", "p. 3",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let entry = try user.annals("log", "--since", "#4", "--json").json
        #expect(entry["by"] == "ada")
        #expect(entry["origin"] == "cli")
        #expect(entry["on"] == "2021-08?")
        #expect(entry["actors"] == ["china", "pakistan"])
        #expect(entry["recipients"] == ["taliban", "united-states"])
        #expect(entry["title"] == "A meeting")
        #expect(entry["note"] == "more")
        #expect([entry["type"], entry["mode"]] == ["CONSULT", "visit"])
        #expect(entry["contexts"] == ["diplomatic", "economic"])
        #expect([entry["modality"], entry["grade"], entry["reported"]] == ["reported", "B2", "2021-09"])
        #expect(entry["tags"] == ["a", "b"])
        #expect(entry["effects"][0]["claimant"] == "Xinhua")
        let source = entry["sources"][0]
        #expect([source["title"], source["publisher"], source["locator"]] == ["A paper", "A house", "p. 3"])
        #expect([source["url"], source["published"]] == ["https://example.org/", "2021-09-01"])
    }

    @Test
    func `gives a program what was written, where, and what it changed`() throws {
        let user = try User.withActors()
        let json = try user.annals(visit + ["--json", "--id", "6B1D667D-0057-5A24-A166-364013D7B6C5"]).json
        #expect(json["written"] == true)
        let entry = json["entries"][0]
        #expect(entry["event"] == "6b1d667d-0057-5a24-a166-364013d7b6c5")
        #expect([entry["revision"], entry["position"], entry["versions"]["china/taliban"]] == [1, 5, 1])
        #expect(entry["duplicate"] == false)
        let change = entry["changes"][0]
        #expect(
            [change["facet"], change["relationship"], change["on"]] == [
                "dialogue", "china/taliban", "2021-07-28",
            ]
        )
        #expect(change["before"] == nil)
        #expect(change["after"]["value"] == "direct")
    }
}
