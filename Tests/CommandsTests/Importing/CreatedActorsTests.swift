import Postgres
import Support
import Testing

/// Actors that an import registers, because nobody knows them.
struct CreatedActorsTests {
    /// Names as they come, and the slugs they get.
    private static let named = [
        ("Müller Front", "muller-front"), ("Muller Front", "muller-front"), ("MULLER-FRONT", "muller-front"),
        ("Müller Front!", "muller-front-2"), ("Łódź", "lodz"), ("طالبان", "actor-"), ("Хезболла", "actor-"),
        ("中国", "actor-"), ("!!!", "actor-"),
        (String(repeating: "n", count: 190), String(repeating: "n", count: 70)),
        (String(repeating: "n", count: 191), String(repeating: "n", count: 70) + "-2"),
        ("  spaced \n  out ", "spaced-out"), ("Esc\u{1B}[31m", "esc-u-1b-31m"),
    ]

    private static func sheet(_ names: [String], tag: String = "") -> String {
        "on,a,b,title,id\n"
            + names.enumerated().map { number, name in
                "2020,\"\(name)\",China,event \(number),\(tag)\(number)\n"
            }.joined()
    }

    @Test func `get slugs from their names, and are found by them the next time`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("a.csv", Self.sheet(Self.named.map(\.0)))
        let outcome = try folder.annalsImport("a.csv", "--create-actors")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let count = Self.named.count - 2
        #expect(outcome.lines[1] == "\(Self.named.count) events recorded, \(count) actors registered")
        let slugs = try actors(of: folder)
        for ((name, slug), found) in zip(Self.named, slugs) {
            #expect(
                slug.hasSuffix("-") ? found.hasPrefix(slug) && found.count == 14 : found == slug,
                "\(name)"
            )
        }
        #expect(Set(slugs).count == count)

        let again = try folder.annalsImport("a.csv", "--create-actors")
        #expect(again.lines[1] == "0 events recorded, \(Self.named.count) there already")
        // Other files name the same actors, without having to make them.
        try folder.write("b.csv", Self.sheet(Self.named.map(\.0).reversed(), tag: "other-"))
        #expect(try folder.annalsImport("b.csv").lines[1] == "\(Self.named.count) events recorded")
        #expect(Array(try actors(of: folder).suffix(slugs.count)) == slugs.reversed())
    }

    @Test func `get numbers that nobody has yet, whoever made those before`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        for (number, name) in ["Front", "Front!", "Front?", "Front."].enumerated() {
            try folder.write("a.csv", Self.sheet([name], tag: "file \(number) "))
            let outcome = try folder.annalsImport("a.csv", "--create-actors")
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(try actors(of: folder) == ["front", "front-2", "front-3", "front-4"])
    }

    @Test func `are refused with what is wrong where a name is too long for one`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("a.csv", Self.sheet([String(repeating: "x", count: 500)]))
        let outcome = try folder.annalsImport("a.csv", "--create-actors")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("name is 500 bytes long"))
        #expect(outcome.errors.contains("at line 2, actors[0]"))
        #expect(!outcome.output.contains("found nobody"))
    }

    @Test func `lend their codes to those known by name, and are found by either then`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write(
            "states.csv",
            """
            stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
            CHN,710,China,1860,8,25,2016,12,31,2016
            GFK,9999,Far Away,1860,8,25,1900,12,31,2016

            """
        )
        let outcome = try folder.annalsImport("states.csv", "--create-actors")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.lines[1] == "2 events recorded, 1 actor registered")
        #expect(try folder.user.annals("actor", "show", "cow:710", "--json").json["actor"].string == "china")
        try folder.write("a.csv", Self.sheet(["cow:710", "cow:9999"]))
        #expect(try folder.annalsImport("a.csv").status == 65)
        try folder.write("b.csv", "on,a,b,title\n2020,cow:710,cow:9999,by codes\n")
        #expect(try folder.annalsImport("b.csv").status == 0)
        #expect(try actors(of: folder).last == "china")
        let before = try folder.everything()
        #expect(
            try folder.annalsImport("states.csv", "--create-actors").lines[1]
                == "0 events recorded, 2 there already"
        )
        #expect(try folder.everything() == before)
    }

    @Test func `are each made once by imports that all make them at the same moment`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        let names = (0..<40).map { "Group \($0)" }
        for number in 0..<4 {
            try folder.write("\(number).csv", Self.sheet(names.shuffled(), tag: "\(number) "))
        }
        let holder = try folder.database.connect()
        try holder.execute("begin")
        try holder.run(script: "select pg_advisory_xact_lock(1634627169, hashtext('group-7') & 1023)")
        let user = folder.user
        let imports = (0..<4).map { number in
            Background { try user.annals("import", "\(number).csv", "--create-actors", "--keep-good") }
        }
        try waitUntil { try folder.waitingImports() == 4 }
        try holder.execute("rollback")
        for running in imports {
            let outcome = try running.value()
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let made = try folder.strings("select name from annals.actor where name like 'Group %' order by slug")
        #expect(made.sorted() == names.sorted())
        #expect(try folder.titles().count == 4 * names.count)
        #expect(try folder.user.annals("verify").status == 0)
    }

    /// Who acted in the events, in the order of the log.
    private func actors(of folder: ImportFolder) throws -> [String] {
        try folder.strings(
            """
            select e.actors[1] from annals.log l join annals.entry e using (event_id, revision)
             where e.title is not null order by l.position
            """
        )
    }
}
