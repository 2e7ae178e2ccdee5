import Annals
import EventLog
import Postgres
import Support
import Testing

/// A plain writer who sends whatever they like straight to the SQL function.
@Suite struct `a hostile writer` {
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `is refused at once, or known, and stops neither those behind nor those who read`(seed: UInt64)
        throws
    {
        let database = try TestDatabase()
        let log = try database.openLog()
        try log.record(try samples(2))
        let writer = try database.connect(asMemberOf: "annals_writer")
        var entries = HostileEntries(seed: seed)
        var accepted = 0
        for _ in 0..<150 {
            let hostile = entries.next()
            do {
                try writer.execute(HostileEntries.append(hostile))
                accepted += 1
            } catch {
                let isRefusal = error.state.map { Self.refusals.contains(String($0.rawValue.prefix(2))) }
                #expect(isRefusal == true, "seed \(seed): \(hostile): \(error)")
            }
        }
        try writer.execute("select annals.sequence()")
        let honest = try log.record([.recording(try .sample("honest"))])
        #expect(try log.positions(of: honest).count == 1)
        #expect(try log.head().waiting == 0)
        #expect(try log.head().position == Position(rawValue: Int64(2 + accepted + 1)))
        try expectReadable(log, "seed \(seed)")
        #expect(accepted > 0)
    }

    @Test(arguments: [
        ("title", "Cafe\u{301}"), ("note", "Cafe\u{301}"), ("tags,0", "cafe\u{301}"),
        ("appended_by", "Rene\u{301}"),
        ("origin", "Cafe\u{301}"), ("contexts,0", "A\u{30A}"), ("occurred", "2020\u{1100}\u{1161}"),
    ])
    func `writes no text that another text looks like`(path: String, text: String) throws {
        let log = try TestDatabase().openLog()
        try expectRefusal(of: "\"\(text)\"", at: path, log)
        try log.connection.execute(HostileEntries.append(.one(path, "\"Café €\"")))
    }

    @Test(arguments: [
        ("sources", #"[{"title": "Cafe\#u{301}"}]"#),
        ("effects", #"[{"from": "china", "to": "taliban", "value": "Cafe\#u{301}"}]"#),
    ])
    func `writes none in the parts of an event either`(path: String, value: String) throws {
        try expectRefusal(of: value, at: path, try TestDatabase().openLog())
    }

    private func expectRefusal(of value: String, at path: String, _ log: Log) throws {
        let error = #expect(throws: PostgresError.self, "\(path)") {
            try log.connection.execute(HostileEntries.append(.one(path, value)))
        }
        #expect(error?.state == SQLState(rawValue: "AN005"), "\(path)")
    }

    /// What a caller of SQL is told: the refusals of annals, values of the wrong form or too large, keys taken.
    private static let refusals: Set<String> = ["AN", "22", "23", "54"]

    /// Everything that reads, asked of all there is.
    private func expectReadable(_ log: Log, _ comment: Comment) throws {
        let head = try log.head().position
        #expect(
            try log.entries(after: Position(rawValue: 0), upTo: head, limit: 10_000).count == head.rawValue
        )
        for query: Query in [
            "select * from annals.event", "select * from annals.relationship_state",
            "select * from annals.dyad_year",
            "select * from annals.network_at('2020-06-01')", "select * from annals.cloud_events()",
            "select s.id, x.* from annals.stream s, annals.state_at(s.id, '2020-06-01') as x",
            "select s.id, annals.span(s.id, 9223372036854775807) from annals.stream s",
            "select annals.turning_days(s.id, '2019-01-01', '2022-01-01', 5, 500) from annals.stream s",
            """
            select annals.begun(s.id, 5, '2019-01-01', '2022-01-01', '-infinity', '-infinity', 0, 100)
              from annals.stream s
            """,
            "select * from annals.verify_links()", "select * from annals.dyad_periods('month')",
        ] {
            #expect(throws: Never.self, comment) { try log.connection.execute(query) }
        }
    }

    @Test func `may call themselves anything, and is known by the role they logged in with`() throws {
        let database = try TestDatabase()
        let writer = try database.connect(asMemberOf: "annals_writer")
        let role: String = try writer.value("select session_user::text")
        let log = try Log(writer, logger: TestDatabase.silent)
        let forged = PendingEntry(
            try PendingEntry.recording(.sample("forged")).entry,
            replacing: nil,
            appendedBy: "the king",
            origin: "cli"
        )
        try log.record([forged])
        _ = try log.importEntries([ReadyEntry(.recording(try .sample("imported")), rulebook: .one)]) {}
        let entries = try log.entries(after: Position(rawValue: 0), upTo: Position(rawValue: 2), limit: 2)
        #expect(entries.map(\.appendedAs) == [role, role])
        #expect(entries[0].appendedBy == "the king")
        #expect(try database.openLog().flaws() == [])
    }
}
