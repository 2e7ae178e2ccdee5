import Testing

/// Input that cannot be meant, and what annals says instead of guessing.
struct BadInputTests {
    /// Flags of `annals append china taliban`, and everything that is said.
    @Test(arguments: [
        (
            ["--on", "2021-02-29"],
            """
            error[date]: 2021-02-29 does not exist (February 2021 has 28 days)
              at on
              2021-02-29
                      ^^
            help: if only the month is known write 2021-02
            """
        ),
        (
            ["--on", "06/07/2021"],
            """
            error[date]: 06/07/2021 can mean 2021-06-07 (month first) or 2021-07-06 (day first)
              at on
              06/07/2021
              ^^^^^^^^^^
            help: write 2021-06-07 or 2021-07-06
            """
        ),
        (
            ["--set", "recogniton=de-jure"],
            """
            error[facet]: facet "recogniton" is not known
              at effects[0].facet
            help: did you mean recognition? allowed: orientation, stance, dialogue, representation, recognition, \
            agreement, hostility, sanctions, aid, support, affiliation, polity-status
            """
        ),
        (
            ["--set", "aid/food=pleged"],
            """
            error[value]: aid value "pleged" is not known
              at effects[0].value
            help: did you mean pledged? allowed: suspended, ended, pledged, active
            """
        ),
        (
            ["--set", "agreement=signed"],
            """
            error[facet]: agreement needs a name
              at effects[0].key
            help: name it, as in agreement/doha-2020=breached
            """
        ),
        (
            ["--set", "dialogue/x=direct"],
            """
            error[facet]: dialogue has no key, got "x"
              at effects[0].key
            help: leave the key out
            """
        ),
        (
            ["--type", "CONSLT"],
            """
            error[type]: type "CONSLT" is not known
              at type
            help: did you mean CONSULT? allowed: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, \
            ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT
            """
        ),
        (
            ["--modality", "rumoured"],
            """
            error[modality]: modality "rumoured" is not known
              at modality
            help: allowed: asserted, reported, alleged, denied, predicted, conditional, opinion
            """
        ),
        (
            ["--grade", "G1"],
            """
            error[grade]: grade "G1" is not an Admiralty code
              at grade
            help: a letter A to F for the source and a digit 1 to 6 for the claim, as in B2
            """
        ),
        (
            ["--id", "12"],
            """
            error[id]: "12" is not a UUID
              at id
            help: write 32 hexadecimal digits as 8-4-4-4-12, or leave the id out
            """
        ),
    ])
    func `a bad flag is shown with what to write instead`(flags: [String], errors: String) throws {
        let user = try User.ofExample()
        let on = flags.contains("--on") ? [] : ["--on", "2021"]
        let outcome = try user.annals(["append", "china", "taliban", "--title", "x"] + on + flags)
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        #expect(outcome.errors == errors + "\n")
    }

    /// Members of a line between China and the Taliban, and what is said of them.
    @Test(arguments: [
        (
            #""effects":[{"facet":"recognition","value":"refused"}]"#, "recognition has a direction",
            "effects[0]"
        ),
        (
            #""effects":[{"facet":"recognition","from":"china","to":"China","value":"refused"}]"#,
            "china is on both sides", "effects[0].to"
        ),
        (
            #""effects":[{"facet":"agreement","from":"china","to":"taliban","value":"signed"}]"#,
            "agreement needs a name", "effects[0].key"
        ),
        (
            #""effects":[{"facet":"dialogue","value":"direct","terms":["ceasefire"]}]"#,
            "only an agreement has terms", "effects[0].terms"
        ),
        (
            #""effects":[{"facet":"dialogue","value":"direct","begin":"2021-13"}]"#, "2021-13",
            "effects[0].begin"
        ),
        (
            #""effects":[{"facet":"dialogue","value":"direct","begin":"2022","end":"2021"}]"#, "2021",
            "effects[0].end"
        ),
        (#""type":"CONSULT","mode":"bomb""#, "bomb", "mode"),
        (#""mode":"visit""#, "mode", "mode"),
        (#""contexts":["diplomacy"]"#, "diplomacy", "contexts[0]"),
        (
            #""modality":"predicted","effects":[{"facet":"dialogue","value":"direct"}]"#, "predicted",
            "effects"
        ),
        (#""contexts":"diplomatic""#, "contexts must be a list of strings, got a string", "contexts"),
        (#""note":7"#, "note must be a string, got a number", "note"),
        (#""effects":{}"#, "effects must be a list", "effects"),
        (#""sources":[{"published":"2021-99","title":"x"}]"#, "2021-99", "sources[0].published"),
        (#""title":"again""#, "title", "title"),
        (#""reported":"yesterday""#, "yesterday", "reported"),
    ])
    func `a bad member of a line is shown with its place`(members: String, what: String, field: String) throws
    {
        let line = #"{"on":"2021","actors":["china"],"recipients":["taliban"],"title":"x",\#(members)}"#
        let outcome = try User.ofExample().annals("append", input: line)
        #expect(outcome.status == 65, "\(outcome.output)")
        #expect(outcome.errors.contains(what), "\(outcome.errors)")
        #expect(outcome.errors.contains("\n  at line 1, \(field)\n"), "\(outcome.errors)")
        #expect(outcome.errors.contains("\nhelp: "))
    }

    @Test(arguments: [
        #"[{"actor":"x"}]"#, "null", "12", #"{"actor":"x""#, #"{"actor":"x"} {"actor":"y"}"#, "{'actor':'x'}",
        "actor,name",
        #"{"actor":"x",}"#, #"{"on":"2021"}"#, "{}", #"{"actor":"x","retract":"y"}"#,
    ])
    func `a line that is not one object of a known kind is refused`(line: String) throws {
        let outcome = try User.ofExample().annals("append", input: line)
        #expect(outcome.status == 65, "\(outcome.output)")
        #expect(outcome.errors.contains("\n  at line 1"), "\(outcome.errors)")
        #expect(outcome.errors.contains("\nhelp: "), "\(outcome.errors)")
    }

    @Test(arguments: [
        ["shwo"], ["show"], ["show", "a", "b", "c"], ["show", "a", "b", "--bogus"], ["history"],
        ["log", "a", "b", "c"],
        ["log", "--limit", "0"], ["log", "--limit", "some"], ["log", "--at", "2021"], ["correct"],
        ["retract"],
        ["replay", "now"], ["actor", "add", "x"], ["actor", "alias", "x"], ["init", "extra"],
        ["append", "china", "--set", "nonsense"], ["append", "china", "--set", "aid="],
        ["append", "china", "--publisher", "x"],
        ["append", "china", "--no-effects", "--set", "dialogue=direct"],
        ["correct", "#1", "--keep-good"],
    ])
    func `a command that cannot be read is misuse, before any database is looked for`(arguments: [String])
        throws
    {
        let outcome = try User(adding: ["ANNALS_DB": "host=/nonexistent"]).annals(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("Usage: annals"))
    }

    @Test
    func `a problem is an object after RFC 9457, with what a person would read`() throws {
        let user = try User.ofExample()
        let problem = try user.annals("show", "talban", "us", "--json").problem
        #expect(problem["type"].string?.hasPrefix("https://") == true)
        #expect(problem["title"] == "no actor \"talban\"")
        #expect(problem["exit"] == 65)
        #expect(problem["errors"][0]["topic"] == "actor")
        #expect(problem["errors"][0]["help"].string?.hasPrefix("did you mean taliban?") == true)
        let unreachable = try User(adding: ["ANNALS_DB": "host=/nonexistent"]).annals("status", "--json")
            .problem
        #expect(unreachable["exit"] == 69)
    }
}
