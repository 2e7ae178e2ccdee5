import Testing

/// `annals show --json`, whose shape programs rely on.
struct ShowJSONTests {
    @Test
    func `the members stand in the documented order, byte for byte`() throws {
        let user = try User.withActors()
        let id = "0f3c1c5e-7d7a-4a53-9c0e-6f0e6a6f2b11"
        let pledge = try user.annals([
            "append", "china", "taliban", "--on", "2021-09-08", "--title", "Aid “pledged”", "--set",
            "aid/humanitarian=pledged", "--grade", "B2", "--id", id,
        ])
        #expect(pledge.status == 0)
        let outcome = try user.annals("show", "taliban", "china", "--at", "2022", "--json")
        let recorded = try #require(
            try user.annals("log", "--limit", "1", "--json").json["recorded_at"].string
        )
        #expect(
            outcome.output == """
                {"relationship":"china/taliban","actors":["china","taliban"],"at":"2022-12-31",\
                "known":{"position":5,"recorded_at":"\(recorded)"},"rulebook":1,"version":1,\
                "facets":[{"facet":"aid","key":"humanitarian","from":"china","to":"taliban","claimant":null,\
                "value":"pledged","level":1,"certainty":"certain","modality":"asserted",\
                "since":{"edtf":"2021-09-08","earliest":"2021-09-08","latest":"2021-09-08"},"until":null,\
                "stale":false,"grade":"B2","position":5,"event":"\(id)","title":"Aid “pledged”","alternatives":[]}]}

                """
        )
    }

    @Test
    func `a possibility without a winner stands in the alternatives`() throws {
        let facet = try User.ofExample().annals("show", "taliban", "us", "--at", "1900", "--json").json[
            "facets"
        ][1]
        #expect(facet["facet"] == "dialogue")
        #expect(facet["certainty"] == "possible")
        for empty in ["value", "level", "modality", "since", "until", "grade", "position", "event", "title"] {
            #expect(facet[empty] == nil, "\(empty)")
        }
        let alternative = facet["alternatives"][0]
        #expect(
            alternative.keys == [
                "event", "grade", "level", "modality", "position", "since", "title", "value",
            ]
        )
        #expect([alternative["value"], alternative["since"]["edtf"]] == ["indirect", "[..2021]"])
        #expect([alternative["since"]["earliest"], alternative["since"]["latest"]] == [nil, "2021-12-31"])
    }

    @Test
    func `what always was is standing, without a first day`() throws {
        let facet = try User.ofExample().annals("show", "taliban", "us", "--at", "1900", "--json").json[
            "facets"
        ][0]
        #expect(
            [facet["facet"], facet["certainty"], facet["since"]["earliest"]] == [
                "orientation", "standing", nil,
            ]
        )
        #expect(facet["until"]["edtf"] == "2021")
    }

    @Test
    func `claimants who contradict each other stay side by side`() throws {
        let user = try User.withActors()
        for (claimant, value) in [("Kabul", "active"), ("Beijing", "ended")] {
            let outcome = try user.annals([
                "append", "china", "taliban", "--on", "2021", "--title", "Aid", "--set", "aid/food=\(value)",
                "--claimant", claimant, "--modality", "alleged",
            ])
            #expect(outcome.status == 0)
        }
        let facets = try user.annals("show", "china", "taliban", "--at", "2022", "--json").json["facets"]
            .array
        #expect(
            Set(facets.map { [$0["claimant"], $0["value"], $0["modality"]] }) == [
                ["Kabul", "active", "alleged"], ["Beijing", "ended", "alleged"],
            ]
        )
        #expect(try user.annals("show", "china", "taliban", "--at", "2022").output.contains("says Kabul"))
    }
}
