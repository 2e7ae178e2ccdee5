import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `an append` {
    @Test func `accepts one entry, known once it is sequenced`() throws {
        let log = try TestDatabase().openLog()
        let entry = try PendingEntry.recording(.sample("Doha agreement"))
        let accepted = try #require(try log.append([entry]).first)
        #expect(accepted.event == entry.entry.event)
        #expect(accepted.revision == 1)
        #expect(!accepted.isDuplicate)
        #expect(accepted.versions == [try .named("taliban/united-states"): Version(rawValue: 1)])
        #expect(try log.head().position == Position(rawValue: 0))
        #expect(try log.head().waiting == 1)

        try log.sequence(until: [accepted])
        #expect(try log.head().position == Position(rawValue: 1))
        #expect(try log.head().waiting == 0)
        #expect(try log.titles() == ["Doha agreement"])
        #expect(try log.flaws() == [])
    }

    @Test func `accepts many entries in the order given`() throws {
        let log = try TestDatabase().openLog()
        let entries = try samples(300)
        let accepted = try log.record(entries)
        #expect(accepted.map(\.event) == entries.map(\.entry.event))
        #expect(accepted.map { $0.versions.values.map(\.rawValue) } == (1...300).map { [$0] })
        #expect(try log.titles() == (1...300).map { "event \($0)" })
        #expect(try log.flaws() == [])
    }

    @Test
    func `reads little for each entry, however many its stream has, also with a plan made when it had few`()
        throws
    {
        let database = try TestDatabase()
        try database.openLog().record(try samples(2))
        let log = try database.openLog()
        _ = try log.append(try samples(1000))
        try log.connection.execute("select pg_stat_force_next_flush()")
        let rows = try log.connection.value(
            """
            select sum(seq_tup_read + idx_tup_fetch)::bigint from pg_stat_user_tables
             where relname in ('entry', 'stream_entry')
            """,
            as: Int64.self
        )
        #expect(rows < 10_000)
    }

    @Test func `accepts nothing when there is nothing`() throws {
        let log = try TestDatabase().openLog()
        #expect(try log.record([]) == [])
        #expect(try log.head().position == Position(rawValue: 0))
        #expect(try log.flaws() == [])
    }

    @Test func `writes all entries or none`() throws {
        let log = try TestDatabase().openLog()
        var entries = try samples(20)
        let missing = try PendingEntry.recording(.sample()).retracting()
        entries.insert(missing, at: 13)
        #expect(throws: (any Error).self) { try log.append(entries) }
        #expect(try log.connection.value("select count(*) from annals.entry", as: Int64.self) == 0)
        #expect(try log.connection.value("select count(*) from annals.stream", as: Int64.self) == 0)
        #expect(try log.head().waiting == 0)
        #expect(try log.flaws() == [])
    }

    @Test func `records an event of many actors once, and links it into every relationship`() throws {
        let log = try TestDatabase().openLog()
        try log.record(try samples(2, between: "china", "taliban"))
        let event = try Event.sample("Extended troika", between: "china", "taliban", "pakistan") { draft in
            draft.actors = ["china", "russia"]
            draft.recipients = ["pakistan", "taliban"]
        }
        let accepted = try #require(try log.record([.recording(event)]).first)
        let expected = [
            "china/pakistan": 1, "china/taliban": 3, "pakistan/russia": 1, "russia/taliban": 1,
        ]
        #expect(
            Dictionary(uniqueKeysWithValues: accepted.versions.map { ($0.name, Int($1.rawValue)) })
                == expected
        )
        #expect(try log.connection.value("select count(*) from annals.entry", as: Int64.self) == 3)
        #expect(try log.head().position == Position(rawValue: 3))
        #expect(try log.flaws() == [])
    }

    @Test func `links a correction into the streams of what it replaces, too`() throws {
        let log = try TestDatabase().openLog()
        let first = try PendingEntry.recording(.sample(between: "taliban", "qatar"))
        let second = first.correcting(to: try .sample(between: "taliban", "pakistan"))
        try log.record([first])
        let accepted = try #require(try log.record([second]).first)
        #expect(
            accepted.versions == [
                try .named("pakistan/taliban"): Version(rawValue: 1),
                try .named("qatar/taliban"): Version(rawValue: 2),
            ]
        )
        #expect(try log.flaws() == [])
    }

    @Test func `takes a chain of revisions in one batch`() throws {
        let log = try TestDatabase().openLog()
        let first = try PendingEntry.recording(.sample("one"))
        let second = first.correcting(to: try .sample("two"))
        let third = second.retracting()
        let fourth = third.correcting(to: try .sample("four", between: "china", "russia"))
        let accepted = try log.record([first, second, third, fourth])
        #expect(accepted.map(\.revision) == [1, 2, 3, 4])
        #expect(try log.titles() == ["one", "two", nil, "four"])
        #expect(try log.flaws() == [])
    }

    @Test func `refuses a revision whose predecessor is missing`() throws {
        let log = try TestDatabase().openLog()
        let first = try PendingEntry.recording(.sample("one"))
        let second = first.correcting(to: try .sample("two"))
        let third = second.correcting(to: try .sample("three"))
        #expect(try stateOfRefusal { try log.append([second]) } == "AN004")
        try log.record([first])
        #expect(try stateOfRefusal { try log.append([third]) } == "AN004")
        #expect(try stateOfRefusal { try log.append([third, second]) } == "AN004")
        try log.record([second, third])
        #expect(try log.titles() == ["one", "two", "three"])
        #expect(try log.flaws() == [])
    }

    @Test func `refuses an entry that touches nothing`() throws {
        let log = try TestDatabase().openLog()
        let first = try PendingEntry.recording(.sample())
        let second = first.retracting()
        try log.record([first, second])
        #expect(try stateOfRefusal { try log.append([second.retracting()]) } == "AN005")
        try log.sequence()
        #expect(try log.head().position == Position(rawValue: 2))
        #expect(try log.flaws() == [])
    }
}
