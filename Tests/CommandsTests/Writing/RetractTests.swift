import Testing

/// `annals retract`.
struct RetractTests {
    private let show = ["show", "china", "taliban", "--at", "2021"]

    private func withVisit() throws -> User {
        let user = try User.withActors()
        let visit = ["append", "china", "taliban", "--on", "2021", "--title", "Visit", "--type", "CONSULT"]
        #expect(try user.annals(visit).status == 0)
        return user
    }

    @Test
    func `what is retracted counts no more, and did before`() throws {
        let user = try withVisit()
        let outcome = try user.annals("retract", "#5", "--because", "it never took place")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("dialogue china – taliban: █ direct → unknown"))
        #expect(try user.annals(show).status == 1)
        #expect(try user.annals(show + ["--known", "#5"]).status == 0)
        #expect(try user.annals("history", "china", "taliban").status == 1)
        #expect(try user.annals("log").output.contains("because it never took place"))
    }

    @Test
    func `retracting again for the same reason is accepted once, and for another refused`() throws {
        let user = try withVisit()
        let retraction = ["retract", "#5", "--because", "it never took place"]
        #expect(try user.annals(retraction).status == 0)
        let again = try user.annals(retraction)
        #expect(again.status == 0)
        #expect(again.output.hasPrefix("= "))
        let other = try user.annals("retract", "#5", "--because", "another reason")
        #expect(other.status == 65)
        #expect(other.errors.contains("#5 is retracted already"))
        #expect(other.errors.contains("help: to bring it back, retract the retraction by its position"))
        #expect(try user.logEnd() == 6)
    }

    @Test
    func `retracting the retraction by its position brings the event back, twice over`() throws {
        let user = try withVisit()
        let before = try user.annals("history", "china", "taliban", "--json").json
        for (retracted, retraction) in [("#5", "#6"), ("#7", "#8")] {
            #expect(try user.annals("retract", retracted, "--because", "no").status == 0)
            #expect(try user.annals(show).status == 1)
            let back = try user.annals("retract", retraction, "--because", "it did happen")
            #expect(back.status == 0, "\(back.errors)")
            #expect(try user.annals(show).status == 0)
        }
        let after = try user.annals("history", "china", "taliban", "--json").json
        for field in ["event", "on", "title", "type", "actors", "recipients"] {
            #expect(before[field] == after[field], "\(field)")
        }
        #expect(try user.annals("replay", "--check").status == 0)
    }

    @Test
    func `retracting the retraction again is accepted once for the same reason, and refused for another`()
        throws
    {
        let user = try withVisit()
        #expect(try user.annals("retract", "#5", "--because", "no").status == 0)
        let back = ["retract", "#6", "--because", "it did happen"]
        #expect(try user.annals(back).status == 0)
        let again = try user.annals(back)
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.hasPrefix("= "))
        let other = try user.annals("retract", "#6", "--because", "another reason")
        #expect(other.status == 65)
        #expect(other.errors.contains("#6 is a retraction that was taken back already"))
        #expect(other.errors.contains("help: to withdraw the event again, name the event: annals retract "))
        #expect(try user.logEnd() == 7)
        #expect(try user.annals("retract", "#7", "--because", "it did not").status == 0)
        #expect(try user.annals(back).status == 0)
        #expect(try user.logEnd() == 8)
        #expect(try user.annals(show).status == 1)
    }

    @Test
    func `retracting the entry of an actor's name takes the name back`() throws {
        let user = try User.withActors()
        #expect(try user.annals("actor", "alias", "china", "Cathay").status == 0)
        #expect(try user.annals("actor", "show", "cathay").status == 0)
        #expect(try user.annals("retract", "#5", "--because", "nobody says so").status == 0)
        #expect(try user.annals("actor", "show", "cathay").status == 65)
    }

    @Test(arguments: [
        (["#62"], "a reason is missing"), (["#999", "--because", "x"], "there is no entry #999"),
        (["x", "--because", "x"], "\"x\" names no entry"),
    ])
    func `refuses what names nothing or has no reason`(arguments: [String], what: String) throws {
        let user = try User.ofExample()
        let outcome = try user.annals(["retract"] + arguments)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains(what))
        #expect(try user.logEnd() == 162)
    }
}
