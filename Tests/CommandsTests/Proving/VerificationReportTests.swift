import Postgres
import Support
import Testing

/// What `annals verify` tells of a database that somebody lied in, and of what it could not look at.
struct VerificationReportTests {
    private let database: TestDatabase
    private let user: User

    /// Somebody with four actors and a treaty at #5.
    init() throws {
        database = try Databases.withActors()
        user = User(of: database)
        let line = """
            {"on":"2020-02-29","actors":["china"],"recipients":["taliban"],"title":"Doha agreement","type":"AGREE",
             "grade":"B2","effects":[{"facet":"agreement","key":"doha","from":"china","to":"taliban","value":"signed"}]}
            """
        let outcome = try user.annals("append", input: line.filter { $0 != "\n" })
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    private func tamper(_ script: String) throws {
        try database.connect().run(
            script: "begin; set local session_replication_role = replica; \(script); commit"
        )
    }

    @Test(arguments: [
        (
            "occurred = '2020-03-01'",
            "date, recorded as 2020-02-29, now 2020-03-01. Its answers still say 2020-02-29."
        ),
        (
            // With the days it is found at.
            """
            occurred = '2020-03-01', begin_earliest = '2020-03-01', begin_latest = '2020-03-01',
            end_earliest = '2020-03-02', end_latest = '2020-03-02'
            """,
            "date, recorded as 2020-02-29, now 2020-03-01. Its answers still say 2020-02-29."
        ),
        ("grade = 'A1'", "grade, recorded as B2, now A1. Its answers still say B2."),
        ("type = 'ASSAULT'", "type, recorded as AGREE, now ASSAULT."),
        ("actors = '{pakistan}'", "actors, recorded as china, now pakistan."),
        ("note = 'never said'", "note, recorded as nothing, now never said."),
        ("appended_by = 'eve'", "who appended it, recorded as ada, now eve."),
        (
            "effects[0]['value'] = '\"breached\"'",
            "effects, recorded as agreement doha, china – taliban: signed, now agreement doha, china – taliban: breached."
        ),
        (
            "effects = '[]'",
            "effects, recorded as agreement doha, china – taliban: signed, now none at all."
        ),
    ])
    func `what was altered is told first, by title, with what it was recorded as`(
        change: String,
        told: String
    ) throws {
        try tamper("update annals.entry set \(change) where title = 'Doha agreement'")
        let outcome = try user.annals("verify")
        #expect(outcome.status == 1)
        let first = "#5 “Doha agreement” was altered after it was recorded: " + told
        #expect(
            outcome.lines.first
                == first + " Restore it from a dump or a backup; annals will not change the log itself.",
            "\(outcome.output)"
        )
    }

    @Test func `what cannot be found out any more is told to be lost`() throws {
        try tamper("update annals.entry set title = 'Peace' where title = 'Doha agreement'")
        let outcome = try user.annals("verify")
        #expect(outcome.status == 1)
        #expect(outcome.lines.first?.contains("can only be had from a dump or a backup") == true)
        #expect(outcome.lines.first?.hasPrefix("#5 “Peace” was altered") == true)
    }

    @Test func `an entry nobody can read hides nothing else`() throws {
        try tamper("update annals.entry set occurred = 'not a date' where title = 'Doha agreement'")
        try tamper("update annals.entry set actor = '{\"actor\": 5}' where actor ->> 'actor' = 'china'")
        try tamper(
            "update annals.effect set value = 'breached'; alter table annals.lane enable row level security"
        )
        let outcome = try user.annals("verify")
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(outcome.errors == "")
        for part in [
            "#1 cannot be read: ",
            "#5 “Doha agreement” was altered after it was recorded: date, recorded as 2020-02-29",
            "Row security on annals.lane hides rows from readers.", "its content makes no sense: ",
            "rows that answers come from are not what the log gives", "value", "#5 of annals/",
        ] {
            #expect(outcome.output.contains(part), "\(part)\n\(outcome.output)")
        }
        let json = try user.annals("verify", "--json").json
        #expect(json["parts"].array.count == 7)
        #expect(json["parts"].array.allSatisfy { $0["ran"] == true })
    }

    @Test func `what a reader may not look at is left out, and said`() throws {
        let name = try #require(
            user.environment["ANNALS_DB"]?.split(separator: "dbname=").last?.split(separator: " ").first
        )
        try database.connect().run(script: "revoke temporary on database \(name) from public")
        let reader = try User(of: database, as: "annals_reader")
        let outcome = try reader.annals("verify")
        #expect(outcome.status == 77, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.lines.first?.hasPrefix("#5 of annals/") == true)
        #expect(
            outcome.lines.last?.hasPrefix(
                "Left out: the projections, because this role may not make temporary"
            ) == true
        )
        let json = try reader.annals("verify", "--json").json
        #expect(json["parts"].array.last?["ran"] == false)
        #expect(json["parts"].array.last?["part"] == "projections")
        // And never hides what is found.
        try tamper("update annals.entry set title = 'Peace' where title = 'Doha agreement'")
        let tampered = try reader.annals("verify")
        #expect(tampered.status == 1)
        #expect(tampered.lines.first?.hasPrefix("#5 “Peace” was altered") == true)
        #expect(tampered.output.contains("Left out: the projections"))
    }

    @Test func `a part that fails leaves the others to run`() throws {
        try database.connect().run(script: "alter table annals.facet rename column rulebook to book")
        let outcome = try user.annals("verify")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("The column annals.facet.rulebook is missing."))
        #expect(outcome.output.contains("Left out: the rulebook in the database, because"))
        #expect(outcome.output.contains("#5 of annals/"))
    }

    @Test func `the last entries and the schema are looked at quickly`() throws {
        for year in 1...9 {
            _ = try user.annals("append", "china", "us", "--on", "200\(year)", "--title", "Year \(year)")
        }
        let whole = try user.annals("verify", "--quick")
        #expect(whole.status == 0, "\(whole.output)\(whole.errors)")
        #expect(whole.output.contains("holds: its entries and the schema; not looked at: "))
        try tamper("update annals.entry set note = 'x' where title = 'Year 3'")
        let late = try user.annals("verify", "--quick", "3")
        #expect(late.status == 0, "\(late.output)\(late.errors)")
        #expect(late.output.contains("holds: its entries from #12 on"))
        #expect(try user.annals("verify", "--quick", "8").output.hasPrefix("#8 “Year 3” was altered"))
        // Leaves and tree of the last ones.
        try tamper("update annals.log set leaf = sha256('') where position = 13")
        #expect(try user.annals("verify", "--quick", "3").output.contains("another frontier"))
        // And the guards.
        try database.connect().run(script: "alter table annals.log disable trigger append_only")
        #expect(
            try user.annals("verify", "--quick", "1").output.contains(
                "The trigger append_only of annals.log is off"
            )
        )
        for arguments in [["--quick", "0"], ["3"], ["--quick", "--proof", "--event", "#1"]] {
            #expect(try user.annals(["verify"] + arguments).status == 64)
        }
    }

    @Test func `status tells when it last ran, and what it found`() throws {
        #expect(try user.annals("status").output.contains("never: annals verify"))
        let reader = try User(of: database, as: "annals_reader")
        #expect(try reader.annals("verify").status == 0)
        #expect(try user.annals("status", "--json").json["verified"] == nil)
        #expect(try user.annals("verify").status == 0)
        #expect(try user.annals("status").output.contains(", up to #5: nothing wrong"))
        try database.connect().run(script: "update annals.effect set value = 'breached'")
        let writer = try User(of: database, as: "annals_writer")
        #expect(try writer.annals("verify").status == 1)
        let json = try reader.annals("status", "--json").json["verified"]
        #expect([json["position"], json["problems"], json["whole"]] == [5, 1, true])
        #expect(try user.annals("verify", "--log-only").status == 0)
        #expect(try reader.annals("status").output.contains("up to #5, not all of it: nothing wrong"))
    }
}
