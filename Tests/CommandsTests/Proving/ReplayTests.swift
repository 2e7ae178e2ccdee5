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
        #expect(json["tables"].array.map { $0["differing"] } == [0, 0, 0, 0, 0, 0, 0, 0])
        #expect(json["tables"].array.dropLast().allSatisfy { ($0["rows"].number ?? 0) > 0 })
    }

    /// Ways to tamper with a projection, and the table and word the finding names.
    @Test(arguments: [
        ("update annals.effect set value = 'refused' where known_to > 5", "effect", "refused"),
        ("delete from annals.effect", "effect", "direct"),
        ("update annals.actor set name = 'Elsewhere' where slug = 'china'", "actor", "Elsewhere"),
        ("delete from annals.actor_name where folded = 'iso3:chn'", "actor_name", "iso3:CHN"),
        ("update annals.activity set events = events + 1", "activity", "china/taliban"),
        ("delete from annals.lane", "lane", "dialogue"),
        ("update annals.occurrence set begin_latest = '2020-06-30'", "occurrence", "2020-06-30"),
        ("delete from annals.known_month", "known_month", "china/taliban"),
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
        let findings = check.lines.filter { $0.hasPrefix("  ") }
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.hasPrefix("  \(table) ") })
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
    func `a check names table, stream, event, position and what each side says`() throws {
        let (database, user) = try withVisits()
        try database.connect().run(
            script: """
                update annals.effect set value = 'refused', level = -2 where known_from = 5;
                delete from annals.actor_name where folded = 'iso3:chn';
                insert into annals.activity values ('a/b', 'a', 'b', '2020-01-01', 1, 3, -0.5);
                """
        )
        let check = try user.annals("replay", "--check")
        #expect(check.status == 1)
        #expect(
            check.lines.contains("Replayed up to #8: 3 rows of the live projections are not as the log says.")
        )
        let changed = try #require(check.lines.first { $0.hasPrefix("  effect china/taliban, #5 (") })
        #expect(
            changed.hasSuffix(" revision 1): level is -2, by the log 2; value is refused, by the log direct")
        )
        let missing = try #require(check.lines.first { $0.hasPrefix("  actor_name china, #1 (") })
        #expect(missing.contains(" revision 1): missing live: event_id "))
        #expect(missing.contains("scheme code, slug china, written iso3:CHN"))
        #expect(
            check.lines.contains(
                "  activity a/b: only live: events 3, from_actor a, month 2020-01-01, quad_class 1, "
                    + "score -0.5, stream a/b, to_actor b"
            )
        )

        let json = try user.annals("replay", "--check", "--json")
        #expect(json.status == 1)
        #expect(try json.json["equal"] == .bool(false))
        let tables = try json.json["tables"].array
        #expect(tables.map { $0["differing"] } == [1, 0, 0, 0, 1, 0, 1, 0])
        let difference = try #require(tables.first)["differences"][0]
        #expect(difference["side"] == "both")
        #expect(difference["stream"] == "china/taliban")
        #expect([difference["position"], difference["revision"]] == [5, 1])
        #expect(difference["columns"]["value"]["live"] == "refused")
        #expect(difference["columns"]["value"]["replayed"] == "direct")
        #expect(tables[4]["differences"][0]["side"] == "live")
        #expect(tables[4]["differences"][0]["position"] == .null)
        #expect(tables[6]["differences"][0]["side"] == "replayed")
    }

    @Test
    func `versions are listed by status, and dropped when asked`() throws {
        let user = try User.withActors()
        #expect(try user.annals("replay", "--json").json["version"] == 2)
        let versions = try user.annals("status", "--json").json["projections"].array
        #expect(versions.map { $0["status"] } == ["retired", "live"])
        #expect(versions.map { $0["position"] } == [4, 4])
        #expect(versions.allSatisfy { ($0["bytes"].number ?? 0) > 0 && $0["age"].number != nil })
        let lines = try user.annals("status").lines
        #expect(
            lines.contains { $0.hasPrefix("projections") && $0.contains("version 2 at #4, up to date, live") }
        )
        #expect(
            lines.contains {
                $0.contains("version 1 retired at #4") && $0.hasSuffix("annals replay --drop-retired")
            }
        )
        let dropped = try user.annals("replay", "--drop-retired")
        #expect(dropped.output.hasPrefix("Dropped version 1, retired at #4, "))
        #expect(
            try user.annals("replay", "--drop-retired").output
                == "There is nothing to drop: only the live version is kept.\n"
        )
        #expect(try user.annals("replay", "--drop-retired", "--json").json["dropped"] == [])
    }

    /// Options that do not go together, and a word of what is said.
    @Test(arguments: [
        (["--check", "-o", "-"], "exclude each other"),
        (["--check", "--drop-retired"], "exclude each other"),
        (["--drop-retired", "-o", "-"], "exclude each other"),
        (["--known", "#1"], "name it with -o"),
        (["--check", "--known", "#1"], "name it with -o"),
        (["-o", "-", "--at", "2020"], "not --at"),
        (["-o", "-", "--json"], "leave --json out"),
        (["-o"], "Missing value"),
    ])
    func `options that do not go together are misuse`(arguments: [String], word: String) throws {
        let outcome = try User().annals(["replay"] + arguments)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(word), "\(outcome.errors)")
        #expect(outcome.output == "")
    }

    @Test
    func `who only reads may check and write a file, and not put anything in place`() throws {
        let database = try Databases.withActors()
        let reader = try User(of: database, as: "annals_reader")
        #expect(try reader.annals("replay", "--check").status == 0)
        let file = try reader.annals("replay", "-o", "-")
        #expect(file.status == 0, "\(file.errors)")
        #expect(file.output == (try User(of: database).annals("replay", "-o", "-").output))
        let writer = try User(of: database, as: "annals_writer")
        for user in [reader, writer] {
            for arguments in [["replay"], ["replay", "--drop-retired"]] {
                let outcome = try user.annals(arguments)
                #expect(outcome.status == 77)
                #expect(outcome.errors.contains("that needs the role annals_owner"), "\(outcome.errors)")
            }
        }
        #expect(try User(of: database, as: "annals_owner").annals("replay").status == 0)
        #expect(try reader.annals("replay", "--check").status == 0)
    }

    @Test
    func `an empty log replays to nothing`() throws {
        let user = User(of: try TestDatabase())
        #expect(try user.annals("replay", "--check").status == 0)
        #expect(try user.annals("replay", "--json").json["position"] == 0)
    }
}
