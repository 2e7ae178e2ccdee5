import EventLog
import Postgres
import Support
import Testing

/// `annals audit`, of a log that somebody changed.
struct AuditTamperingTests {
    /// What somebody may do to the log who owns it, and what the audit of what it said then names.
    static let tampering: [(script: String, words: [String])] = [
        (
            "update annals.entry set title = 'Visit' where title = 'Talks'",
            [
                "facets · dialogue · title  Talks", "Visit", "#5, event ",
                "what it says does not give its digest",
            ]
        ),
        (
            "update annals.entry set occurred = '2018', type = null where title = 'Talks'",
            ["facets · dialogue", "—", "differs in one place; one entry was changed", "#5, event "]
        ),
        (
            "update annals.entry set note = 'hm' where title = 'Talks'",
            ["the answer is the same, but not what it rests on", "#5, event ", "by ada: changed after"]
        ),
        (
            "update annals.entry set type = 'DANCE' where title = 'Talks'",
            ["#5, event ", "it cannot be read, type: "]
        ),
        (
            "update annals.entry set digest = sha256('x') where title = 'Talks'",
            ["#5, event ", "what it says does not give its digest"]
        ),
        (
            "update annals.log set leaf = sha256('x') where position = 5",
            ["#5, event ", "its digest and times do not give its leaf", "Merkle root"]
        ),
        (
            "update annals.log set leaf = sha256('x') where position = 2",
            ["the log is not as it was up to #6"]
        ),
        (
            "update annals.log set recorded_at = recorded_at - interval '1 day' where position = 6",
            ["when #6 was recorded", "its digest and times do not give its leaf"]
        ),
        (
            "delete from annals.log where position = 5",
            ["facets · dialogue", "version  ", "entries are missing from the log"]
        ),
        (
            "delete from annals.log where position = 6; update annals.log_head set position = 5",
            ["entries are missing from the log"]
        ),
        (
            "delete from annals.stream_entry where stream = 'china/taliban' and version = 1",
            ["facets · dialogue", "version  "]
        ),
        (
            """
            update annals.entry set actor = jsonb_set(actor, '{name}', '"Students"')
             where actor ->> 'actor' = 'taliban'
            """,
            ["name of taliban", "Students", "#3, event "]
        ),
    ]

    @Test(arguments: tampering)
    func `names the entry that was changed, and what differs because of it`(
        _ script: String,
        _ words: [String]
    )
        throws
    {
        let (database, user) = try withTalks()
        let receipts = try Receipts()
        let file = try receipts.receipt("a", of: ["show", "china", "taliban", "--at", "2019"], by: user)
        #expect(try user.annals("audit", file).status == 0)

        try database.connect().run(script: "set session_replication_role = replica; " + script)
        let audit = try user.annals("audit", file)
        #expect(audit.status == 1)
        #expect(audit.errors == "")
        for word in words { #expect(audit.output.contains(word), "\(word) in:\n\(audit.output)") }
        #expect(try user.annals("audit", file, "--json").json["verdict"] == "different")
    }

    @Test
    func `names it in what an answer rests on, in what changed and among whom`() throws {
        let (database, user) = try withTalks()
        let receipts = try Receipts()
        let questions: [(question: [String], words: [String])] = [
            (
                ["why", "china", "taliban", "--at", "2019"],
                ["facets · dialogue · decides · entry · title  Talks", "#5"]
            ),
            (
                ["diff", "china", "taliban", "--at", "2016..2019"],
                [
                    "changes · china/taliban dialogue · after · title",
                    "changes · china/taliban dialogue · cause · title",
                ]
            ),
            (
                ["diff", "--all", "--known", "#4..#6"],
                ["changes · china/taliban dialogue from 2019-01-01 on", "Talks    Visit"]
            ),
            (["diff", "china", "--at", "2016..2019"], ["changes · china/taliban dialogue · after · title"]),
            (["network", "--at", "2019"], ["ties · china/taliban · worst · title  Talks", "#5"]),
            (
                ["network", "us", "china", "taliban", "--at", "2019"],
                ["ties · china/taliban · worst · title"]
            ),
        ]
        let files = try questions.enumerated().map { number, question in
            try receipts.receipt("\(number)", of: question.question, by: user)
        }
        #expect(try user.annals(["audit"] + files).status == 0)
        try database.connect().run(
            script: """
                set session_replication_role = replica;
                update annals.entry set title = 'Visit' where title = 'Talks';
                """
        )
        for (file, (question, words)) in zip(files, questions) {
            let audit = try user.annals("audit", file)
            #expect(audit.status == 1)
            #expect(audit.output.contains("what it says does not give its digest"), "\(question)")
            for word in words { #expect(audit.output.contains(word), "\(word) in:\n\(audit.output)") }
        }
    }

    /// Meetings of two at #5 and #6.
    private func withTalks() throws -> (TestDatabase, User) {
        let database = try Databases.withActors()
        let user = User(of: database)
        for (year, title) in [("2019", "Talks"), ("2017", "More talks")] {
            let outcome = try user.annals([
                "append", "china", "taliban", "--on", year, "--title", title, "--type", "CONSULT",
            ])
            #expect(outcome.status == 0)
        }
        return (database, user)
    }

    @Test
    func `a text that was erased is told apart from one that was changed`() throws {
        let database = try Databases.withActors()
        let user = User(of: database)
        let outcome = try user.annals([
            "append", "china", "taliban", "--on", "2019", "--title", "Talks", "--type", "CONSULT",
        ])
        #expect(outcome.status == 0)
        let receipts = try Receipts()
        let file = try receipts.receipt("a", of: ["show", "china", "taliban", "--at", "2019"], by: user)
        let other = try receipts.receipt("b", of: ["show", "china", "us"], by: user)
        try database.connect().run(
            script: """
                set session_replication_role = replica;
                update annals.entry
                   set title_hash = sha256(substr(salt, 1, 16) || convert_to(title, 'UTF8')), title = null,
                       salt = overlay(salt placing decode(repeat('00', 16), 'hex') from 1 for 16)
                 where title = 'Talks'
                """
        )
        let audit = try user.annals("audit", file)
        #expect(audit.status == 1)
        #expect(audit.lines[3].hasPrefix("the same but for one text erased since: "), "\(audit.output)")
        #expect(audit.output.contains("facets · dialogue · title  Talks    (erased)  #5\n"))
        #expect(audit.output.contains("by ada: a text of it was erased, the rest is as it was sealed"))
        #expect(try user.annals("audit", file, "--json").json["verdict"] == "erased")
        #expect(try user.annals("audit", other).status == 0)
    }
}
