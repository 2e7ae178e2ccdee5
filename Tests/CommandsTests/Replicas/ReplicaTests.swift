import Postgres
import Support
import Testing

/// Reading from a server that follows another.
struct ReplicaTests {
    private static let questions =
        SettledTests.forms.map { $0.command + " --known #158" }
        + [
            "show taliban us", "why taliban us", "history taliban us", "network --at 2013", "actor list",
            "log", "log --since 2020-01-01 --limit 5", "show us --at 2013", "watch --since #158 --limit 4",
            "checkpoint", "verify --log-only", "verify --proof --event #17", "diff --all --known #150..",
            "export --format timelinejs-csv", "export --format markwhen", "export --format vis",
            "export --format gexf", "export --format bibtex", "export --format dyad-month", "show nobody us",
            "show taliban us --known 2001", "log --known #163x",
        ]

    @Test
    func `answers everything byte for byte as the other does`() throws {
        try withOperator { operation in
            try operation.makePair()
            let (one, two) = (operation.user(on: "one"), operation.user(on: "two"))
            for question in Self.questions {
                let words = question.split(separator: " ").map(String.init)
                let (told, answer) = (try one.annals(words), try two.annals(words))
                #expect(answer.output == told.output, "\(question)")
                #expect(answer.errors == told.errors, "\(question)")
                #expect(answer.status == told.status, "\(question)")
            }
            let receipts = try Receipts()
            let question = ["show", "taliban", "us", "--known", "#158"]
            let given = try receipts.receipt("one", of: question, by: one)
            let other = try receipts.receipt("two", of: question, by: two)
            #expect(try receipts.text("one") == receipts.text("two"))
            for file in [given, other] { #expect(try two.annals("audit", file).status == 0) }
        }
    }

    @Test
    func `that has not got as far says so, waits when it is told to, and takes no entries`() throws {
        try withOperator { operation in
            try operation.makePair()
            let (one, two) = (operation.user(on: "one"), operation.user(on: "two"))
            try operation.ask("select pg_wal_replay_pause()", on: "two")
            // A pause is asked for, and comes a moment later.
            try waitUntil { try two.annals("status").output.contains("its replay is paused") }
            let entry = ["append", "china", "qatar", "--on", "2019-02-01", "--title", "Once"]
            let appended = try one.annals(entry)
            #expect(appended.status == 0, "\(appended.errors)")

            let status = try two.annals("status")
            #expect(
                status.lines.contains {
                    $0.hasPrefix("replica      of the server at host=\(operation.directory)/one port=5432, ")
                },
                "\(status.output)"
            )
            let json = try two.annals("status", "--json").json
            #expect(json["replica"]["paused"] == true)
            #expect(json["replica"]["receiving"] == true)
            #expect(try #require(json["replica"]["bytes_behind"].number) > 0)
            #expect(try one.annals("status", "--json").json["replica"] == nil)

            let early = try two.annals("show", "china", "qatar", "--known", "#163")
            #expect(early.status == 75)
            #expect(
                try
                    /error\[replica\]: this replica has got as far as #162, recorded \S+Z, and not yet to #163/
                    .firstMatch(in: early.errors) != nil,
                "\(early.errors)"
            )
            let now = try one.annals("log", "--limit", "1", "--json").json["recorded_at"].string ?? ""
            let open = try two.annals("show", "china", "qatar", "--known", now, "--json").json["known"]
            #expect(open["position"] == 162)
            #expect(open["settled"] == false)
            let settled = try two.annals("show", "china", "qatar", "--known", "2001", "--json").json["known"]
            #expect(settled["settled"] == nil)

            let receipts = try Receipts()
            let receipt = try receipts.receipt("later", of: ["show", "china", "qatar"], by: one)
            let audit = try two.annals("audit", receipt)
            #expect(audit.status == 75)
            #expect(audit.errors.contains("has got as far as #162"))
            #expect(try one.annals("checkpoint", "-o", receipts.path("kept")).status == 0)
            for more in [[], ["--proof"]] {
                let verified = try two.annals(["verify", "--checkpoint", receipts.path("kept")] + more)
                #expect(verified.status == 75)
                #expect(verified.output == "")
                #expect(verified.errors.contains("has got as far as #162"))
            }

            try refusesToWrite(two, entry, operation)
            let waiting = Background { [two] in
                try two.annals("show", "china", "qatar", "--known", "#163", "--json", "--wait", "5m")
            }
            try operation.ask("select pg_wal_replay_resume()", on: "two")
            #expect(try waiting.value().json["known"]["position"] == 163)
            let late = try two.annals("show", "china", "qatar", "--known", now, "--json")
            #expect(try late.output == one.annals("show", "china", "qatar", "--known", now, "--json").output)
        }
    }

    @Test
    func `is verified as far as can be, and what is left out is named`() throws {
        try withOperator { operation in
            try operation.makePair()
            let two = operation.user(on: "two")
            let sound = try two.annals("verify")
            let leftOut = "Left out: the projections, because this server is read-only"
            #expect(sound.status == 77, "\(sound.output)\(sound.errors)")
            #expect(sound.output.contains("holds: the log alone."), "\(sound.output)")
            #expect(sound.output.contains(leftOut), "\(sound.output)")
            try operation.ask(
                """
                alter table annals.entry disable trigger user;
                update annals.entry set title = 'Doha disagreement' where title = 'Doha agreement';
                alter table annals.entry enable trigger user;
                """,
                on: "one"
            )
            try waitUntil { try two.annals("verify", "--quick").status == 1 }
            let altered = try two.annals("verify")
            #expect(altered.status == 1, "\(altered.output)\(altered.errors)")
            #expect(altered.output.contains("was altered after it was recorded"), "\(altered.output)")
            #expect(altered.output.contains(leftOut), "\(altered.output)")
        }
    }

    private func refusesToWrite(_ two: User, _ entry: [String], _ operation: Operation) throws {
        for command in [
            entry, ["retract", "#160", "--because", "no"], ["actor", "add", "fiji", "Fiji"], ["init"],
            ["redact", "#160", "--field", "title", "--because", "no"], ["import", "-"], ["replay"],
            ["replay", "--check"],
        ] {
            let outcome = try two.annals(command, input: Array("on,a,b,title\n2021,china,us,Visit\n".utf8))
            #expect(outcome.status == 77, "\(command): \(outcome.errors)")
            #expect(
                outcome.errors.hasPrefix(
                    "error[replica]: this server is a replica of the one at host=\(operation.directory)/one port=5432: "
                ),
                "\(command): \(outcome.errors)"
            )
            #expect(outcome.errors.contains("target_session_attrs=read-write"))
        }
        // Whom it follows is not for everybody to see.
        let names = "create role seer login in role annals_reader"
        try operation.ask("set synchronous_commit = off; \(names)", on: "one")
        try operation.ask("select pg_wal_replay_resume()", on: "two")
        let reader = User(adding: ["ANNALS_DB": operation.database("annals", on: "two") + " user=seer"])
        try waitUntil { try reader.annals("status").status == 0 }
        #expect(try reader.annals("status").output.contains("of a server this role may not see"))
    }
}
