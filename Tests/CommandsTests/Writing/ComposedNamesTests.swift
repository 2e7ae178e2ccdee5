import Postgres
import Testing

/// Names that look the same, typed in different ways.
struct ComposedNamesTests {
    private static let composed = "Côte d’Ivoire", decomposed = "Co\u{302}te d’Ivoire"

    @Test func `are one actor, whoever writes and whoever asks`() throws {
        let user = try User.withActors()
        try user.append(#"{"actor":"ci","name":"\#(Self.decomposed)","aliases":["Re\#u{301}publique"]}"#)
        for name in [Self.composed, Self.decomposed, "république", "re\u{301}publique"] {
            #expect(try user.annals("actor", "show", name, "--json").json["actor"] == "ci")
            let written = try user.annals("append", name, "china", "--on", "2020", "--title", "x")
            #expect(written.status == 0, "\(written.errors)")
        }
        let again = try user.annals("actor", "add", "ivory-coast", Self.composed)
        #expect(again.status == 65)
        #expect(again.errors.contains("already finds ci"))
        #expect(
            try user.annals("actor", "show", "ci", "--json").json["name"].string.map { Array($0.utf8) }
                == Array(Self.composed.utf8)
        )
    }

    @Test func `are one in the rows of a file, and of the next`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        for (file, names) in [
            ("a.csv", [Self.composed, Self.decomposed]), ("b.csv", [Self.decomposed, Self.composed]),
        ] {
            let rows = names.map { "2020,\($0),china,\($0) in \(file),\(file)-\($0.unicodeScalars.count)\n" }
            try folder.write(file, "on,a,b,title,id\n" + rows.joined())
            let outcome = try folder.annalsImport(file, "--create-actors")
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(
            try folder.strings("select slug from annals.actor where slug like 'co%' order by 1") == [
                "cote-d-ivoire"
            ]
        )
        // What makes an id of a row is the same too: an id in another form is the same row.
        try folder.write("c.csv", "on,a,b,title,id\n2020,us,china,once,é\n")
        try folder.write("d.csv", "on,a,b,title,id\n2020,us,china,once,e\u{301}\n")
        for file in ["c.csv", "d.csv"] { #expect(try folder.annalsImport(file).status == 0) }
        #expect(try folder.titles().count { $0 == "once" } == 1)
    }

    @Test func `are one claimant, key and author`() throws {
        var user = try User.withActors()
        for (day, e) in [(1, "é"), (2, "e\u{301}")] {
            user.environment["ANNALS_ACTOR"] = "Zo\(e)"
            let outcome = try user.annals([
                "append", "china", "us", "--on", "2020-01-0\(day)", "--title", "x", "--claimant", "Andr\(e)",
                "--set", "agreement/trait\(e)=in-force",
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(
            try user.annals("show", "china", "us", "--at", "2020-02", "--json").json["facets"].array.count
                == 1
        )
        for e in ["é", "e\u{301}"] {
            #expect(try user.annals("log", "--by", "Zo\(e)", "--json").lines.count == 2)
        }
        // The same event sent again in another form is a retry.
        let id = "018f0000-0000-7000-8000-0000000000aa"
        for e in ["é", "e\u{301}"] {
            try user.append(
                #"{"id":"\#(id)","on":"2021","actors":["china"],"recipients":["us"],"title":"\#(e)"}"#
            )
        }
        #expect(try user.logEnd() == 7)
    }
}
