import Testing

/// `annals export`, whatever the format.
struct ExportTests {
    private static let formats = [
        "csv", "timelinejs", "timelinejs-csv", "ics", "markwhen", "stix", "ftm", "vis", "gexf", "bibtex",
        "dyad-year", "dyad-month",
    ]

    @Test(arguments: formats)
    func `writes the same to a file as to standard output`(format: String) throws {
        var user = try User.ofExample()
        user.directory = try ExportFolder.make()
        defer { ExportFolder.remove(user.directory) }
        let printed = try user.annals("export", "--format", format)
        let filed = try user.annals("export", "--format", format, "-o", "out")
        #expect(printed.status == 0 && filed.status == 0, "\(filed.errors)")
        #expect(filed.output == "")
        #expect(try user.shell("cat out").output == printed.output)
        #expect(filed.errors == printed.errors)
    }

    @Test(arguments: formats)
    func `of nothing it exits with 1`(format: String) throws {
        let user = try User.withActors()
        #expect(try user.annals("export", "--format", format).status == 1)
    }

    @Test(arguments: formats)
    func `never replaces a file`(format: String) throws {
        var user = try User.ofExample()
        user.directory = try ExportFolder.make()
        defer { ExportFolder.remove(user.directory) }
        _ = try user.shell("echo mine >out")
        let outcome = try user.annals("export", "--format", format, "-o", "out")
        #expect(outcome.status == 73)
        #expect(try user.shell("cat out; ls").output == "mine\nout\n")
    }

    @Test(arguments: formats)
    func `leaves nothing behind on a full disk`(format: String) throws {
        let user = try User.ofExample()
        let outcome = try user.shell("annals export --format \(format) >/dev/full")
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("error[output]: cannot write: No space left on device"))
    }

    @Test
    func `counts what it could not carry, and is silent where nothing was lost`() throws {
        let example = try User.ofExample()
        let lost = try example.annals("export", "taliban", "us", "--format", "timelinejs").errors
        #expect(
            lost.contains(
                "export: 8 of 11 events are dated by a month, a year or longer: TimelineJS puts them where that begins"
            ),
            "\(lost)"
        )
        let user = try User.withActors()
        try user.append(
            #"{"on":"2020-02-29","actors":["china"],"recipients":["us"],"title":"A visit","type":"CONSULT","sources":[{"title":"A report"}]}"#
        )
        // Those actors have no codes of the Correlates of War.
        for format in Self.formats where !format.hasPrefix("dyad-") {
            let outcome = try user.annals("export", "--format", format)
            #expect(outcome.status == 0 && outcome.errors == "", "\(format): \(outcome.errors)")
        }
    }

    @Test
    func `takes the window, both clocks and the actors`() throws {
        let user = try User.ofExample()
        func titles(_ arguments: String...) throws -> [String] {
            let outcome = try user.annals(["export", "--format", "csv"] + arguments)
            return Rows.csv(outcome.output).dropFirst().map { "\($0[0]) \($0[3])" }
        }
        #expect(
            try titles("taliban", "us", "--from", "2020", "--to", "2020-06").contains(
                "2020-02-29 Doha agreement"
            )
        )
        #expect(try titles("taliban", "us", "--known", "#158").contains("2020 Doha agreement"))
        #expect(try titles().count == 104)
        #expect(try titles("qatar").count < 104)
        #expect(try titles("--at", "1990").allSatisfy { !$0.hasPrefix("2") })
        for (arguments, status) in [
            (["--to", "2020", "--at", "2020"], 64), (["--from", "2021", "--to", "2020"], 65),
            (["nobody"], 65), (["us", "usa", "china"], 64),
        ] as [([String], Int32)] {
            #expect(try user.annals(["export", "--format", "csv"] + arguments).status == status)
        }
    }

    @Test
    func `has of an actor the events its history has`() throws {
        let user = try User.ofExample()
        for actors in [["qatar"], ["taliban", "us"], ["united-nations"]] {
            let exported = try user.annals(["export", "--format", "csv"] + actors)
            let history = try user.annals(["history"] + actors + ["--json"]).jsonLines
            #expect(
                Rows.csv(exported.output).dropFirst().map { $0[25] }
                    == history.compactMap { $0["event"].string }
            )
        }
    }
}
