import Support
import Testing

/// A journalist's spreadsheet.
struct SheetImportTests {
    @Test func `with columns in any order and semicolons, a mark and CRLF, is answered from`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        let sheet = [
            "Titel;Anmerkung;Von;An;Tag;Was;Beleg;Note",
            "Talks in Doha;\"He said \"\"yes\"\";\r\nand left\";Taliban;us;2020-02-29;consult;The Paper;B2",
            "A raid;;united-states;Islamic Emirate;2020-08;ASSAULT;;",
        ]
        try folder.write("news.csv", "\u{FEFF}" + sheet.map { $0 + "\r\n" }.joined())
        try folder.write(
            "map.txt",
            """
            # of the newsroom
            Titel = title
            Von = actors
            An = recipients
            Tag = on
            Was = type
            Beleg = source
            Anmerkung = quote
            Note = grade
            """
        )
        let outcome = try folder.annalsImport("news.csv", "--map", "map.txt")
        #expect(outcome.status == 0)
        #expect(outcome.lines.prefix(2) == ["news.csv: a spreadsheet, 2 rows", "2 events recorded"])
        #expect(outcome.errors == "")

        let show = try folder.user.annals("show", "taliban", "us", "--at", "2020-10", "--format", "csv")
        let rows = Rows.csv(show.output)
        let header = try #require(rows.first)
        let (facet, value, title) = (
            try #require(header.firstIndex(of: "facet")), try #require(header.firstIndex(of: "value")),
            try #require(header.firstIndex(of: "title"))
        )
        #expect(
            rows.dropFirst().map { [$0[facet], $0[value], $0[title]] } == [
                ["dialogue", "direct", "Talks in Doha"], ["hostility", "force", "A raid"],
            ]
        )
        let log = try folder.user.annals("log", "--json").jsonLines
        #expect(log.count == 6)
        #expect(log[4]["note"].string == "“He said \"yes\";\r\nand left”")
        #expect(log[4]["grade"].string == "B2")
        #expect(log[4]["sources"].array.first?["title"].string == "The Paper")
        #expect(log[4]["by"].string == "ada")
        #expect(log[4]["origin"].string?.hasPrefix("import news.csv sha256:") == true)
    }

    @Test func `whose columns nobody knows is refused with their names and a way out`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("news.csv", "Titel,Von,An,Tag\nTalks,china,us,2020\n")
        let outcome = try folder.annalsImport("news.csv")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("no format known: Titel, Von, An, Tag"))
        #expect(outcome.errors.contains("their column = our column"))

        try folder.write("map.txt", "Titel = title\nVom = actors\nAn = recipients\nTag = when\n")
        let mapped = try folder.annalsImport("news.csv", "--map", "map.txt")
        #expect(mapped.status == 65)
        #expect(mapped.errors.contains("line 4: annals has no column \"when\""))
        #expect(try folder.titles() == [])
    }

    @Test func `imported again records nothing, and what was corrected or retracted since stays so`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write(
            "a.csv",
            """
            on,a,b,title,id
            2020,china,us,to be corrected,1
            2021,china,us,to be retracted,2
            2022,china,us,as it was,3
            2022,china,us,without an id,
            """
        )
        #expect(try folder.annalsImport("a.csv").status == 0)
        try folder.user.append(
            ##"""
            {"correct":"#5","because":"mended","on":"2020-03"}
            {"retract":"#6","because":"never was"}
            """##
        )
        let before = try folder.everything()
        for arguments in [["a.csv"], ["a.csv", "--keep-good"], ["a.csv", "--dry-run"]] {
            let again = try folder.user.annals(["import"] + arguments)
            #expect(again.status == 0)
            #expect(again.lines[1].hasSuffix("recorded, 4 there already"))
        }
        #expect(try folder.everything() == before)
    }

    @Test func `with an id that is there with other content is refused, and nothing of it is written`() throws
    {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("a.csv", "on,a,b,title,id\n2020,china,us,one,1\n")
        #expect(try folder.annalsImport("a.csv").status == 0)
        try folder.write("b.csv", "on,a,b,title,id\n2020,china,us,two,2\n2020,china,us,other,1\n")
        for arguments in [["b.csv"], ["b.csv", "--dry-run"]] {
            let outcome = try folder.user.annals(["import"] + arguments)
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains("and with other content\n  at line 3"))
            #expect(outcome.errors.contains("give the row another id"))
        }
        #expect(try folder.titles() == ["one"])
        #expect(try folder.annalsImport("b.csv", "--keep-good").status == 65)
        #expect(try folder.titles() == ["one", "two"])
    }

    @Test func `with one id on two rows takes neither for the other, and equal rows once`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write(
            "a.csv",
            "on,a,b,title,id\n2020,china,us,one,1\n2021,china,us,two,1\n2020,china,us,one,1\n"
        )
        let outcome = try folder.annalsImport("a.csv")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("line 2 has the same id, and other content\n  at line 3"))
        #expect(try folder.titles() == [])
        let kept = try folder.annalsImport("a.csv", "--keep-good")
        #expect(kept.lines[1] == "1 event recorded, 1 there already, 1 row rejected")
        #expect(try folder.titles() == ["one"])
    }

    @Test func `is not redone where a text of it was erased`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("a.csv", "on,a,b,title,note,id\n2020,china,us,a name,said here,1\n")
        #expect(try folder.annalsImport("a.csv").status == 0)
        let erased = try folder.user.annals(
            "redact",
            "#5",
            "--field",
            "title",
            "--field",
            "note",
            "--because",
            "a court"
        )
        #expect(erased.status == 0, "\(erased.errors)")
        for arguments in [["a.csv", "-n"], ["a.csv"]] {
            #expect(
                try folder.user.annals(["import"] + arguments).lines[1].hasSuffix("recorded, 1 there already")
            )
        }
    }
}
