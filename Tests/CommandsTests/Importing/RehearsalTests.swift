import Support
import Testing

/// `annals import --dry-run`.
struct RehearsalTests {
    private static let icews = [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
        "CAMEO Code",
        "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number",
        "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
    ]

    @Test func `writes nothing, and says what it would come to and what misleads`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        let rows = [
            ["1", "2018-01-02", "China", "", "", "Consult", "40", "1.0", "Taliban"],
            ["1", "2018-01-03", "China", "", "", "Consult", "040", "1.0", "Narnia"],
        ].map { $0 + [String](repeating: "", count: 11) }
        try folder.write("i.tab", ([Self.icews] + rows).map { $0.joined(separator: "\t") + "\n" }.joined())
        let before = try folder.everything()
        let outcome = try folder.annalsImport("i.tab", "-n", "--create-actors")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.lines.prefix(2) == [
                "i.tab: ICEWS, 2 rows", "2 events would be recorded, 1 actor would be registered",
            ]
        )
        #expect(outcome.output.contains("lost-zero: 1 row, the first on line 2\n"))
        #expect(outcome.output.contains("reused-ids: 1 row, the first on line 3\n"))

        let report = try folder.annalsImport("i.tab", "-n", "--json", "--create-actors").json
        #expect(report["format"].string == "icews")
        #expect(report["rehearsal"] == true)
        #expect((report["rows"].number, report["recorded"].number, report["actors"].number) == (2, 2, 1))
        #expect(report["traps"].array.map { $0["trap"].string } == ["lost-zero", "reused-ids"])
        #expect(report["traps"].array.map { $0["first_line"].number } == [2, 3])

        let unknown = try folder.annalsImport("i.tab", "-n")
        #expect(unknown.status == 65)
        #expect(unknown.output.contains("  1 ×  Narnia"))
        #expect(try folder.everything() == before)
        #expect(try folder.names == ["i.tab"])
    }

    @Test func `says in JSON what then comes true`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("a.csv", "on,a,b,title,id\n2020,China,us,one,1\n2020,Oz,us,two,2\n")
        func counts(_ arguments: String...) throws -> [Int?] {
            let report = try folder.user.annals(["import", "a.csv", "--json", "--create-actors"] + arguments)
                .json
            return ["rows", "recorded", "actors", "already_there", "rejected"].map { report[$0].number }
        }
        #expect(try counts("-n") == [2, 2, 1, 0, 0])
        #expect(try counts() == [2, 2, 1, 0, 0])
        #expect(try counts("-n") == [2, 0, 0, 2, 0])
        #expect(try counts() == [2, 0, 0, 2, 0])
    }

    @Test func `is all that a reader may do`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("a.csv", "on,a,b,title,id\n2020,China,us,one,1\n2020,Oz,us,two,2\n")
        let before = try folder.everything()
        var reader = try User(of: folder.database, as: "annals_reader")
        reader.directory = folder.path
        let rehearsed = try reader.annals("import", "a.csv", "-n", "--create-actors")
        #expect(rehearsed.status == 0, "\(rehearsed.errors)")
        #expect(rehearsed.lines[1] == "2 events would be recorded, 1 actor would be registered")
        for arguments in [["--create-actors"], ["--create-actors", "--keep-good"], ["--keep-good"]] {
            let refused = try reader.annals(["import", "a.csv"] + arguments)
            #expect(refused.status == 77)
            #expect(refused.errors.contains("writing needs the role annals_writer"))
        }
        #expect(try folder.everything() == before)
        #expect(try folder.names == ["a.csv"])
    }
}
