import Support
import Testing

/// `annals actor`.
struct ActorTests {
    @Test
    func `an actor is found by its slug, name, alias and code, in any case and accent`() throws {
        let user = try User.withActors()
        let added = try user.annals([
            "actor", "add", "is-k", "Islamic State – Khorasan Province", "--kind", "armed-group", "--alias",
            "ISKP", "--code", "plover:AFGREBISK",
        ])
        #expect(added.status == 0)
        #expect(
            added.output
                == "✓ #5  actor is-k “Islamic State – Khorasan Province”, also ISKP, plover:AFGREBISK  [is-k v1]\n"
        )
        for name in ["is-k", "IS-K", "islamic state – khorasan province", "iskp", "PLOVER:afgrebisk"] {
            let shown = try user.annals("actor", "show", name, "--json")
            #expect(shown.status == 0, "\(name)")
            #expect(try shown.json["actor"] == "is-k")
        }
        let shown = try user.annals("actor", "show", "iskp").lines
        #expect(
            shown == [
                "name      Islamic State – Khorasan Province", "slug      is-k", "kind      armed-group",
                "also      ISKP", "code      plover:AFGREBISK", "known at  #5",
            ]
        )
    }

    @Test func `an actor that eight register at once, each by another name, is registered by one`() throws {
        let user = try User.withActors()
        let adding = (1...8).map { number in
            Background { try user.annals("actor", "add", "slug-x", "Name \(number)") }
        }
        let outcomes = try adding.map { try $0.value() }
        #expect(outcomes.filter { $0.status == 0 }.count == 1, "\(outcomes.map(\.errors))")
        #expect(
            outcomes.filter { $0.status == 65 && $0.errors.contains("slug-x is registered already") }.count
                == 7
        )
        let added = try #require(outcomes.firstIndex { $0.status == 0 })
        #expect(
            try user.annals("actor", "show", "slug-x", "--json").json["name"] == .string("Name \(added + 1)")
        )
    }

    @Test func `an actor that files register at once, each by another name, has all of them`() throws {
        let user = try User.withActors()
        let adding = (1...4).map { number in
            Background {
                try user.annals("append", "-", input: #"{"actor":"slug-y","name":"Name \#(number)"}"# + "\n")
            }
        }
        for running in adding { #expect(try running.value().status == 0) }
        for number in 1...4 {
            #expect(try user.annals("actor", "show", "name \(number)").status == 0)
        }
    }

    @Test
    func `a new alias and a new name find the same actor as the old ones`() throws {
        let user = try User.withActors()
        #expect(try user.annals("actor", "alias", "us", "America", "--code", "cow:2").status == 0)
        let renamed = try user.annals("actor", "rename", "cow:2", "United States of America")
        #expect(
            renamed.output == "✓ #6  actor united-states “United States of America”  [united-states v3]\n"
        )
        for name in ["america", "us", "United States", "United States of America", "iso3:USA", "cow:2"] {
            #expect(
                try user.annals("actor", "show", name, "--json").json["name"] == "United States of America",
                "\(name)"
            )
        }
        let before = try user.annals("actor", "show", "us", "--known", "#4", "--json").json
        #expect(before["name"] == "United States")
        #expect(before["aliases"] == ["us"])
        #expect(before["codes"] == ["iso3:USA"])
        #expect(try user.annals("actor", "show", "us", "--known", "#3").status == 1)
    }

    @Test
    func `what is known already is nothing new and not written again`() throws {
        let user = try User.withActors()
        for arguments in [["alias", "taliban", "ISLAMIC EMIRATE"], ["rename", "us", "United States"]] {
            let outcome = try user.annals(["actor"] + arguments)
            #expect(outcome.status == 0)
            #expect(outcome.output.hasPrefix("= nothing new: actor "))
        }
        #expect(try user.logEnd() == 4)
    }

    @Test
    func `the list is in slug order, and as it was known`() throws {
        let user = try User.withActors()
        let all = try user.annals("actor", "list", "--json").jsonLines.map { $0["actor"] }
        #expect(all == ["china", "pakistan", "taliban", "united-states"])
        let first = try user.annals("actor", "list", "--known", "#2")
        #expect(
            first.output == """
                SLUG      KIND   NAME      ALSO
                china     state  China     iso3:CHN
                pakistan  state  Pakistan  iso3:PAK

                2 actors known at #2.

                """
        )
        let none = try user.annals("actor", "list", "--known", "#0")
        #expect(none.status == 1)
        #expect(none.errors == "")
    }

    @Test(arguments: [
        (["add", "china", "China"], "china is registered already, as “China”", "annals actor alias"),
        (["add", "us", "Us"], "\"us\" already finds united-states", "give us another name"),
        (["add", "Bad Slug", "X"], "\"Bad Slug\" is not a slug", "united-states"),
        (["add", "fiji", "  "], "name is missing", "give it a name"),
        (["add", "fiji", "Fiji", "--kind", "stat"], "kind \"stat\" is not known", "did you mean state?"),
        (["add", "fiji", "Fiji", "--code", "FJI"], "\"FJI\" is not a code", "scheme:value"),
        (["alias", "china", "taliban"], "\"taliban\" already finds taliban", "give china another name"),
        (["rename", "chin", "X"], "no actor \"chin\"", "did you mean china?"),
    ])
    func `refuses what would confuse, and says what to do`(arguments: [String], what: String, help: String)
        throws
    {
        let user = try User.ofExample()
        for flag in [[], ["--dry-run"]] {
            let outcome = try user.annals(["actor"] + arguments + flag)
            #expect(outcome.status == 65)
            #expect(outcome.output == "")
            #expect(outcome.errors.contains(what))
            #expect(outcome.errors.contains(help))
        }
        #expect(try user.logEnd() == 162)
    }
}
