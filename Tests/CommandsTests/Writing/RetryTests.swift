import Testing

/// Sending something again, and writing only if nobody else has.
struct RetryTests {
    private let id = "0f3c1c5e-7d7a-4a53-9c0e-6f0e6a6f2b11"

    @Test
    func `the same id with the same content is accepted once, whatever version is expected`() throws {
        let user = try User.withActors()
        let visit = ["append", "china", "taliban", "--on", "2021", "--title", "Visit", "--id", id]
        #expect(try user.annals(visit + ["--if-version", "0"]).status == 0)
        for expectation in [[], ["--if-version", "0"], ["--if-version", "7"]] {
            let again = try user.annals(visit + expectation)
            #expect(again.status == 0, "\(again.errors)")
            #expect(again.output == "= #5 had this already, accepted once: 2021  Visit\n")
        }
        let json = try user.annals(visit + ["--json"]).json
        #expect(json["entries"][0]["duplicate"] == true)
        #expect(try user.logEnd() == 5)
    }

    @Test
    func `the same id with other content is refused, and says what to do`() throws {
        let user = try User.withActors()
        #expect(
            try user.annals("append", "china", "taliban", "--on", "2021", "--title", "Visit", "--id", id)
                .status == 0
        )
        let other = try user.annals([
            "append", "china", "taliban", "--on", "2022", "--title", "Visit", "--id", id,
        ])
        #expect(other.status == 75)
        #expect(
            other.errors == """
                error[id]: event \(id) is recorded already, with other content
                help: give the new event another id, or correct the one there: annals correct \(id)

                """
        )
        #expect(try user.logEnd() == 5)
    }

    @Test
    func `an id twice in one input is one event, or refused when the contents differ`() throws {
        let user = try User.withActors()
        func line(_ title: String) -> String {
            #"{"id":"\#(id)","on":"2021","actors":["china"],"recipients":["taliban"],"title":"\#(title)"}"#
                + "\n"
        }
        let refused = try user.annals("append", input: line("one") + line("two"))
        #expect(refused.status == 65)
        #expect(
            refused.errors.contains(
                "event \(id) stands in this input before, with other content\n  at line 2, id\n"
            )
        )
        #expect(try user.logEnd() == 4)
        let once = try user.annals("append", input: line("one") + line("one"))
        #expect(once.status == 0)
        #expect(once.output.contains("1 entry appended (#5), 1 there already"))
        #expect(try user.logEnd() == 5)
    }

    @Test
    func `--if-version writes only if nobody has written since`() throws {
        let user = try User.withActors()
        let visit = ["append", "china", "taliban", "--on", "2021", "--title", "Visit"]
        #expect(try user.annals(visit + ["--if-version", "0"]).status == 0)
        let late = try user.annals(visit + ["--if-version", "0"])
        #expect(late.status == 75)
        #expect(
            late.errors == """
                error[conflict]: china/taliban is at version 1, you expected 0
                help: look at it (annals log china taliban), then try again with --if-version 1
                Since then:
                  #5  2021  Visit  (ada)

                """
        )
        #expect(try user.logEnd() == 5)
        #expect(try user.annals(visit + ["--if-version", "Islamic Emirate/iso3:CHN=1"]).status == 0)
        let problem = try user.annals(visit + ["--if-version", "china/taliban=1", "--json"]).problem
        #expect(problem["exit"] == 75)
        #expect(try user.logEnd() == 6)
    }

    @Test
    func `--if-version of several relationships has to say which`() throws {
        let user = try User.withActors()
        let visit = ["append", "china", "taliban", "us", "--on", "2021", "--title", "Visit"]
        let vague = try user.annals(visit + ["--if-version", "0"])
        #expect(vague.status == 64)
        #expect(vague.errors.contains("this touches 2 relationships, so --if-version must say which"))
        #expect(vague.errors.contains("--if-version A/B=0: china/taliban, china/united-states"))
        let said = try user.annals(visit + ["--if-version", "china/us=0", "--if-version", "china/taliban=0"])
        #expect(said.status == 0, "\(said.errors)")
        #expect(try user.annals(visit + ["--if-version", "china/us=0"]).status == 75)
        #expect(try user.annals(visit + ["--if-version", "soon"]).status == 64)
    }
}
