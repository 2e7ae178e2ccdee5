import Support
import Testing

/// ACLED gives its events anew as they become better known, and deletes some.
struct ACLEDImportTests {
    private static let header =
        "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,source,notes,"
        + "fatalities,timestamp\n"

    private static func row(_ id: String, _ date: String, deaths: Int, timestamp: Int) -> String {
        "\(id),\(date),1,Battles,Armed clash,Taliban,Police,Afghanistan,A paper,,\(deaths),\(timestamp)\n"
    }

    private static let first =
        header + row("AFG1", "2021-08-15", deaths: 3, timestamp: 1_629_072_000)
        + row("AFG2", "2021-08-16", deaths: 0, timestamp: 1_629_072_000)
    private static let second =
        header + row("AFG1", "2021-08-14", deaths: 5, timestamp: 1_700_000_000)
        + row("AFG2", "2021-08-16", deaths: 0, timestamp: 1_700_000_000)
    private static let deletions =
        "event_id_cnty,deleted_timestamp\nAFG2,1710000000\nSOM77,1710000000\n"

    private func folder() throws -> ImportFolder {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("first.csv", Self.first)
        try folder.write("second.csv", Self.second)
        try folder.write("deleted.csv", Self.deletions)
        return folder
    }

    @Test func `a newer version corrects, an older one and the same again change nothing`() throws {
        let folder = try folder()
        let first = try folder.annalsImport("first.csv", "--create-actors")
        #expect(first.lines[1] == "2 events recorded, 1 actor registered")
        #expect(
            try folder.annalsImport("second.csv", "-n").lines[1]
                == "0 events would be recorded, 1 would be corrected, 1 there already"
        )
        #expect(
            try folder.annalsImport("second.csv").lines[1]
                == "0 events recorded, 1 corrected, 1 there already"
        )

        let asked = ["history", "taliban", "police", "--json"]
        let now = try folder.user.annals(asked).jsonLines
        #expect(now.map { $0["on"].string } == ["2021-08-14", "2021-08-16"])
        #expect(now[0]["tags"].array.map(\.string).contains("fatalities:5"))
        #expect(now[0]["because"].string == "its source gave a newer version of it")
        let then = try folder.user.annals(asked + ["--known", "#7"]).jsonLines
        #expect(then.map { $0["on"].string } == ["2021-08-15", "2021-08-16"])
        #expect(then[0]["tags"].array.map(\.string).contains("fatalities:3"))

        let before = try folder.everything()
        for file in ["first.csv", "second.csv", "first.csv"] {
            #expect(try folder.annalsImport(file).lines[1] == "0 events recorded, 2 there already")
        }
        #expect(try folder.everything() == before)
    }

    @Test func `what was deleted is retracted, once, and does not come back`() throws {
        let folder = try folder()
        #expect(try folder.annalsImport("second.csv", "--create-actors").status == 0)
        let would = "0 events recorded, 1 retracted, 1 to withdraw not there"
        #expect(
            try folder.annalsImport("deleted.csv", "-n").lines[1]
                == "0 events would be recorded, 1 would be retracted, 1 to withdraw not there"
        )
        #expect(try folder.annalsImport("deleted.csv").lines[1] == would)
        let left = try folder.user.annals("history", "taliban", "police", "--json").jsonLines
        #expect(left.map { $0["on"].string } == ["2021-08-14"])
        let before = try folder.everything()
        #expect(try folder.annalsImport("first.csv").status == 0)
        #expect(try folder.annalsImport("second.csv").status == 0)
        #expect(
            try folder.annalsImport("deleted.csv").lines[1]
                == "0 events recorded, 1 there already, 1 to withdraw not there"
        )
        #expect(try folder.everything() == before)
    }

    @Test func `what somebody corrected or retracted by hand stays so until there is a newer version`() throws
    {
        let folder = try folder()
        #expect(try folder.annalsImport("first.csv", "--create-actors").status == 0)
        try folder.user.append(
            ##"""
            {"correct":"#6","because":"a witness","on":"2021-08-13"}
            {"retract":"#7","because":"never was"}
            """##
        )
        let before = try folder.everything()
        #expect(try folder.annalsImport("first.csv").lines[1] == "0 events recorded, 2 there already")
        #expect(try folder.everything() == before)
        #expect(
            try folder.annalsImport("second.csv").lines[1] == "0 events recorded, 2 corrected"
        )
    }

    @Test func `versions in one file follow each other, whatever their order`() throws {
        let folder = try folder()
        try folder.write(
            "all.csv",
            Self.header + Self.row("AFG1", "2021-08-14", deaths: 1, timestamp: 1_700_000_000)
                + Self.row("AFG1", "2021-08-15", deaths: 3, timestamp: 1_629_072_000)
                + Self.row("AFG1", "2021-08-13", deaths: 2, timestamp: 1_710_000_000)
        )
        let outcome = try folder.annalsImport("all.csv", "--create-actors")
        #expect(outcome.lines[1] == "1 event recorded, 1 corrected, 1 actor registered, 1 there already")
        #expect(
            try folder.user.annals("history", "taliban", "police", "--json").jsonLines.map { $0["on"].string }
                == ["2021-08-13"]
        )
        #expect(try folder.user.annals("verify").status == 0)
    }
}
