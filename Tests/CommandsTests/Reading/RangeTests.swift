import Testing

/// What cannot be asked of the commands that read, and what is said instead.
struct RangeTests {
    @Test(arguments: [
        (
            ["--at", "2021..2020"], "--at", "2021..2020 runs backwards: 2021-12-31 comes after 2020-12-31",
            "write --at 2020..2021"
        ),
        (
            ["--at", "2020..2020-12-31"], "--at", "2020..2020-12-31 is empty: both ends are 2020-12-31",
            "give two different ends"
        ),
        (
            ["--at", "..2020"], "--at", "..2020 has no beginning",
            "write both ends, as in 2020-03-01..2021-08-31"
        ),
        (
            ["--known", "#162..#158"], "--known", "#162..#158 runs backwards: #162 comes after #158",
            "write --known '#158..#162'"
        ),
        (["--known", "#5..#5"], "--known", "#5..#5 is empty: both ends are #5", "give two different ends"),
    ])
    func `a range that runs backwards or is empty is refused with what to write`(
        range: [String],
        option: String,
        what: String,
        help: String
    ) throws {
        for actors in [["taliban", "us"], ["taliban"], ["--all"]] {
            let outcome = try User.ofExample().annals(["diff"] + actors + range)
            #expect(outcome.status == 65)
            #expect(outcome.output == "")
            #expect(outcome.errors == "error[range]: \(what)\n  at \(option)\nhelp: \(help)\n")
        }
    }

    @Test(arguments: [
        ([], "diff compares two dates, or two states of knowledge"),
        (["--at", "2020"], "diff compares two dates, or two states of knowledge"),
        (["--at", "2020..2021", "--known", "#1..#2"], "only one clock can run at a time"),
    ])
    func `one clock has to run, and only one`(range: [String], what: String) throws {
        let outcome = try User.ofExample().annals(["diff", "taliban", "us"] + range)
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("error[range]: \(what)\nhelp: write --at 2020-03-01..2021-08-31 "))
    }

    @Test(arguments: [
        (["--at", "x..2020"], "x is not a date"),
        (["--at", "2020..2021-02-30"], "2021-02-30 does not exist (February 2021 has 28 days)"),
        (["--known", "#158..#163"], "the log ends at #162, before #163"),
        (["--known", "#x.."], "#x is not a position"),
    ])
    func `an end that is no date or position is refused as it is alone`(range: [String], what: String) throws
    {
        let outcome = try User.ofExample().annals(["diff", "taliban", "us"] + range)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains(": \(what)\n  at \(range[0])\n"))
    }

    @Test(arguments: [["diff", "--at", "2020..2021"], ["history"], ["why"], ["network"]])
    func `a facet there is not is refused with those there are`(command: [String]) throws {
        let actors = command[0] == "network" ? [] : ["taliban", "us"]
        let outcome = try User.ofExample().annals(command + actors + ["--facet", "hostilty"])
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        #expect(
            outcome.errors == """
                error[facet]: there is no facet hostilty
                  at --facet
                help: did you mean hostility? the facets are orientation, stance, dialogue, representation, recognition, \
                agreement, hostility, sanctions, aid, support, affiliation, polity-status

                """
        )
    }

    @Test
    func `a window of a history that runs backwards is refused`() throws {
        let outcome = try User.ofExample().annals(
            "history",
            "taliban",
            "us",
            "--from",
            "2021",
            "--to",
            "2020"
        )
        #expect(outcome.status == 65)
        #expect(
            outcome.errors == """
                error[range]: it runs backwards: 2021-01-01 comes after 2020-12-31
                  at --from
                help: give an earlier --from or a later --to

                """
        )
    }

    @Test(arguments: [
        (["diff", "--at", "2020..2021"], "Name one or two actors, or give --all."),
        (["diff", "--all", "taliban", "--at", "2020..2021"], "Name one or two actors, or give --all."),
        (["why", "taliban", "us", "iran"], "Name one or two actors."),
        (["history", "taliban", "us", "iran"], "Name one or two actors."),
        (["history", "taliban", "--limit", "0"], "--limit takes a number from 1."),
        (
            ["history", "taliban", "--at", "2020", "--to", "2020"],
            "--to and --at say the same: give one of them."
        ),
        (
            ["history", "taliban", "--format", "svg", "--receipt", "/tmp/never"],
            "A receipt is of the events: --receipt does not go with --format svg."
        ),
        (
            ["network", "--matrix", "--format", "csv"],
            "--matrix is drawn as text, svg or html; csv has the same without it."
        ),
        (
            ["why", "taliban", "us", "--json", "--format", "csv"],
            "--json and --format csv ask for two forms: leave one out."
        ),
        (
            ["show", "taliban", "us", "--json", "--format", "md"],
            "--json and --format md ask for two forms: leave one out."
        ),
        (
            ["network", "--json", "--format", "gexf"],
            "--json and --format gexf ask for two forms: leave one out."
        ),
    ])
    func `what does not go together is a misuse, and says why`(arguments: [String], what: String) throws {
        let outcome = try User.ofExample().annals(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("Error: \(what)\n"))
    }

    @Test(arguments: [["diff", "--at", "2020..2021"], ["why"], ["network"], ["history"]])
    func `an actor nobody knows, or the same twice, is refused with help`(command: [String]) throws {
        let user = try User.ofExample()
        let nobody = try user.annals(command + ["talban", "us"])
        #expect(nobody.status == 65)
        #expect(nobody.errors.contains("error[actor]: no actor \"talban\"\nhelp: did you mean taliban?"))
        guard command != ["network"] else { return }
        let same = try user.annals(command + ["us", "cow:2"])
        #expect(same.status == 65)
        #expect(same.errors.contains("us and cow:2 are the same actor, united-states"))
    }
}
