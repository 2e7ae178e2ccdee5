import Postgres
import Support
import Testing

/// `annals replay`.
struct ReplayTests {
    private func withVisits() throws -> (TestDatabase, User) {
        let database = try Databases.withActors()
        let user = User(of: database)
        for (year, reason) in [("2019", "a"), ("2020", "b")] {
            #expect(
                try user.annals([
                    "append", "china", "taliban", "--on", year, "--title", "Visit", "--type", "CONSULT",
                ]).status == 0
            )
            #expect(try user.annals("correct", "#5", "--note", reason, "--because", reason).status == 0)
        }
        return (database, user)
    }

    @Test
    func `the projections equal what a replay gives`() throws {
        let (_, user) = try withVisits()
        let check = try user.annals("replay", "--check")
        #expect(check.status == 0, "\(check.errors)")
        #expect(check.lines.last == "Replayed up to #8: equal to the live projections, row by row.")
        let json = try user.annals("replay", "--check", "--json").json
        #expect([json["position"], json["equal"]] == [8, true])
        #expect(json["tables"].array.map { $0["differing"] } == [0, 0, 0, 0, 0])
        #expect(json["tables"].array.allSatisfy { ($0["rows"].number ?? 0) > 0 })
    }

    /// Ways to tamper with a projection, and the table and word the finding names.
    @Test(arguments: [
        ("update annals.effect set value = 'refused' where known_to > 5", "effect", "refused"),
        ("delete from annals.effect", "effect", "direct"),
        ("update annals.actor set name = 'Elsewhere' where slug = 'china'", "actor", "Elsewhere"),
        ("delete from annals.actor_name where folded = 'iso3:chn'", "actor_name", "iso3:CHN"),
        ("update annals.activity set events = events + 1", "activity", "china/taliban"),
        ("delete from annals.lane", "lane", "dialogue"),
    ])
    func `a row that was tampered with is named, and a replay mends it`(
        tampering: String,
        table: String,
        word: String
    ) throws {
        let (database, user) = try withVisits()
        try database.connect().run(script: tampering)
        let check = try user.annals("replay", "--check")
        #expect(check.status == 1)
        #expect(check.errors == "")
        let findings = check.lines.filter { $0.hasPrefix("  only ") }
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.contains(", \(table): ") })
        #expect(findings.contains { $0.contains(word) })

        let replay = try user.annals("replay")
        #expect(replay.status == 0, "\(replay.errors)")
        #expect(replay.output == "Rebuilt from the log up to #8; the new projections answer now.\n")
        #expect(try user.annals("replay", "--check").status == 0)
        #expect(try user.annals("show", "iso3:CHN", "taliban", "--at", "2020").status == 0)
        #expect(
            try user.annals("append", "china", "us", "--on", "2021", "--title", "Visit", "--type", "CONSULT")
                .status == 0
        )
        #expect(try user.annals("replay", "--check").status == 0)
    }

    @Test
    func `an empty log replays to nothing`() throws {
        let user = User(of: try TestDatabase())
        #expect(try user.annals("replay", "--check").status == 0)
        #expect(try user.annals("replay", "--json").json["position"] == 0)
    }
}
