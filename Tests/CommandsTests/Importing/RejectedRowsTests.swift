import FoundationEssentials
import Glibc
import Support
import Testing

/// Files with rows that cannot be taken.
struct RejectedRowsTests {
    private static let bad = """
        on,a,b,title,id
        2020,Talibann,China,a,1
        2020-13,Taliban,China,b,2
        2021,Narnia,China,c,3
        2021,Taliban,China
        2021,"Taliban",China,"fine, good",5
        2021,Narnia;Oz,China,"=d",6

        """

    @Test func `are written not at all, each bad line is told, and unknown names once`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("bad.csv", Self.bad)
        let before = try folder.everything()
        let outcome = try folder.annalsImport("bad.csv")
        #expect(outcome.status == 65)
        #expect(try folder.everything() == before)
        #expect(try folder.names == ["bad.csv"])
        #expect(outcome.lines[1] == "1 event would be recorded, 5 rows rejected")
        let names = outcome.lines.dropFirst(3).prefix(4)
        #expect(
            Array(names) == [
                "3 names found nobody, the commonest:", "  2 ×  Narnia", "  1 ×  Oz",
                "  1 ×  Talibann  did you mean taliban?",
            ]
        )
        #expect(outcome.errors.contains("error[date]: there is no month 13\n  at line 3, on\n"))
        #expect(
            outcome.errors.contains("the row has 3 fields, and the table 5 columns\n  at line 5\n")
        )
        #expect(outcome.errors.contains("3 names found nobody: \"Narnia\", \"Oz\", \"Talibann\""))
        #expect(
            outcome.errors.hasSuffix(
                "5 of 6 rows rejected, nothing written (--keep-good writes the others).\n"
            )
        )
    }

    @Test func `are told programs as one problem`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("bad.csv", Self.bad)
        let outcome = try folder.annalsImport("bad.csv", "--json")
        #expect(outcome.status == 65)
        let report = try outcome.json
        #expect(report["rejected"].number == 5)
        #expect(report["recorded"].number == 1)
        #expect(report["unknown_actors"].array.map { $0["name"].string } == ["Narnia", "Oz", "Talibann"])
        #expect(report["unknown_actors"].array.map { $0["near"].string } == [nil, nil, "taliban"])
        #expect(try outcome.problem["exit"].number == 65)
        #expect(
            try outcome.problem["errors"].array.map { $0["topic"].string } == [
                "unknown-actor", "date", "row",
            ]
        )
        try folder.write("unknown.csv", "on,a,b,title\n2020,Narnia,China,a\n")
        let unknown = try folder.annalsImport("unknown.csv", "--json").problem
        #expect(unknown["title"].string == "1 name found nobody: \"Narnia\"")
    }

    @Test func `are written but for the bad rows with --keep-good, and those are listed anew each time`()
        throws
    {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("bad.csv", Self.bad)
        for again in [false, true] {
            let outcome = try folder.annalsImport("bad.csv", "--keep-good")
            #expect(outcome.status == 65)
            #expect(
                outcome.lines.prefix(3) == [
                    "bad.csv: a spreadsheet, 6 rows",
                    again
                        ? "0 events recorded, 1 there already, 5 rows rejected"
                        : "1 event recorded, 5 rows rejected",
                    "rows rejected: bad.csv.rejects.csv",
                ]
            )
            #expect(try folder.titles() == ["fine, good"])
            let rows = Rows.csv(try folder.text("bad.csv.rejects.csv"))
            #expect(rows.first == ["line", "field", "problem", "help"])
            #expect(
                rows.dropFirst().map { Array($0[..<2]) } == [
                    ["2", "actors[0]"], ["3", "on"], ["4", "actors[0]"], ["5", ""], ["7", "actors[0]"],
                    ["7", "actors[1]"],
                ]
            )
            #expect(rows.dropFirst().allSatisfy { $0.count == 4 && !$0[2].isEmpty && !$0[3].isEmpty })
        }
        // Mended, it leaves no list.
        try folder.write("bad.csv", "on,a,b,title,id\n2021,Taliban,China,\"fine, good\",5\n")
        #expect(try folder.annalsImport("bad.csv", "--keep-good").status == 0)
        #expect(try folder.names == ["bad.csv"])
    }

    @Test(.enabled(if: Python.isThere, "Python is not there"))
    func `are listed as Python reads them`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        let name = "He said \"no\",\nand \u{1F600} left, ünter"
        let cell = "\"" + name.replacing("\"", with: "\"\"") + "\""
        try folder.write("bad.csv", "on,a,b,title\n2020,\(cell),China,a\n20,Taliban,China,b\n")
        #expect(try folder.annalsImport("bad.csv", "--keep-good").status == 65)
        let read = try folder.user.shell(
            """
            python3 -c 'import csv, json
            with open("bad.csv.rejects.csv", newline="", encoding="utf-8") as file:
                print(json.dumps(list(csv.DictReader(file))))'
            """
        )
        let rows = try read.json.array
        #expect(rows.map { $0["line"].string } == ["2", "4"])
        #expect(rows.map { $0["field"].string } == ["actors[0]", "on"])
        #expect(rows[0]["problem"].string?.contains("said \"no\"") == true)
    }

    @Test func `are listed elsewhere with --rejects, where nothing is replaced but such a list`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("bad.csv", Self.bad)
        for _ in 0..<2 {
            let outcome = try folder.annalsImport("bad.csv", "--keep-good", "--rejects", "other.csv")
            #expect(outcome.lines[2] == "rows rejected: other.csv")
            #expect(try folder.names == ["bad.csv", "other.csv"])
        }
        let before = try folder.everything()
        try folder.write("dear.txt", "to keep")
        for name in ["bad.csv", "dear.txt"] {
            let refused = try folder.annalsImport("bad.csv", "--keep-good", "--rejects", name)
            #expect(refused.status == 73)
            #expect(refused.errors.contains("\(name) is there already"))
        }
        #expect(try folder.text("bad.csv") == Self.bad)
        #expect(try folder.text("dear.txt") == "to keep")
        #expect(try folder.annalsImport("bad.csv", "--rejects", "x").status == 64)
        #expect(try folder.annalsImport("bad.csv", "--keep-good", "--rejects", "-").status == 64)
        #expect(try folder.everything() == before)
    }

    @Test func `are not begun where the list of them cannot be made`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("bad.csv", Self.bad)
        let before = try folder.everything()
        let refused = try folder.annalsImport("bad.csv", "--keep-good", "--rejects", "nowhere/list.csv")
        #expect(refused.status == 73)
        #expect(refused.errors.hasSuffix("help: name another file with --rejects\nNothing was written.\n"))
        #expect(try folder.everything() == before)
    }

    @Test func `are told up to twenty problems, and how many more there are`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        let rows = (1...87).map { "2020-13,Narnia,China,\($0)\n" }
        try folder.write("bad.csv", "on,a,b,title\n" + rows.joined())
        let told = try folder.annalsImport("bad.csv").errors
        #expect(told.split(separator: "\n").count { $0.hasPrefix("error[date]") } == 20)
        #expect(told.contains("there are 67 problems more\nhelp: --keep-good lists all in a file\n"))
        #expect(
            try folder.annalsImport("bad.csv", "--keep-good").errors.contains("listed in bad.csv.rejects.csv")
        )
    }

    @Test func `may name themselves in characters that drive a terminal, which none gets`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("bad.csv", "on,a,b,title\n2020,\u{1B}[31mred,China,a\n2020,\u{202E}x,China,a\n")
        let outcome = try folder.annalsImport("bad.csv")
        #expect(
            !(outcome.output + outcome.errors).unicodeScalars.contains { [0x1B, 0x202E].contains($0.value) }
        )
    }
}

/// Python, where it is installed.
enum Python {
    static let isThere = (try? User().shell("python3 -c ''"))?.status == 0
}
