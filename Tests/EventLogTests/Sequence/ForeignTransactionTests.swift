import Annals
import EventLog
import Glibc
import Postgres
import Support
import Testing

/// Each of these loses, doubles or reorders events in logs that compare positions or transaction ids.
@Suite struct `a transaction in the way` {
    private let database: TestDatabase
    private let log: Log
    private let other: Log

    init() throws {
        database = try TestDatabase()
        log = try database.openLog()
        other = try database.openLog()
    }

    private func sample(_ title: String, between one: String, _ two: String) throws -> PendingEntry {
        .recording(try .sample(title, between: one, two))
    }

    @Test func `that commits after a later one in another stream comes after it`() throws {
        try other.connection.execute("begin")
        _ = try other.append([try sample("first accepted", between: "china", "russia")])
        try log.record([try sample("first committed", between: "iran", "turkey")])
        #expect(try log.titles() == ["first committed"])
        try other.connection.execute("commit")
        try log.sequence()
        #expect(try log.titles() == ["first committed", "first accepted"])
        #expect(try log.flaws() == [])
    }

    @Test func `that took its id before all others comes when it commits`() throws {
        try other.connection.execute("begin")
        _ = try other.connection.value("select pg_current_xact_id()::text", as: String.self)
        try log.record([try sample("one", between: "china", "russia")])
        _ = try other.append([try sample("two", between: "iran", "turkey")])
        try log.record([try sample("three", between: "china", "russia")])
        try other.connection.execute("commit")
        try log.sequence()
        #expect(try log.titles() == ["one", "three", "two"])
        #expect(try log.flaws() == [])
    }

    @Test func `that appends before and after another comes as a whole when it commits`() throws {
        try other.connection.execute("begin")
        _ = try other.append([try sample("before", between: "china", "russia")])
        try log.record([try sample("between", between: "iran", "turkey")])
        _ = try other.append([try sample("after", between: "china", "russia")])
        #expect(try log.titles() == ["between"])
        try other.connection.execute("commit")
        try log.sequence()
        #expect(try log.titles() == ["between", "before", "after"])
        #expect(try log.flaws() == [])
    }

    @Test func `that has a version lets nobody commit the next one before it`() throws {
        try other.connection.execute("begin")
        _ = try other.append([try sample("version 1", between: "china", "russia")])
        nonisolated(unsafe) let waiting = log
        let backend = try log.connection.backend()
        let entry = try sample("version 2", between: "china", "russia")
        let next = Background { try waiting.record([entry]).map(\.versions) }
        let watcher = try database.connect()
        try watcher.waitUntilBlocked(backend, next)
        #expect(!next.isOver)
        try other.connection.execute("commit")
        #expect(try next.value() == [[try .named("china/russia"): Version(rawValue: 2)]])
        #expect(try log.titles() == ["version 1", "version 2"])
        #expect(try log.flaws() == [])
    }

    @Test func `that goes back on a part of its work leaves no gap`() throws {
        try other.connection.execute("begin")
        _ = try other.append([try sample("kept", between: "china", "russia")])
        try other.connection.execute("savepoint part")
        _ = try other.append([try sample("taken back", between: "china", "russia")])
        try other.connection.execute("rollback to part")
        _ = try other.append([try sample("kept too", between: "china", "russia")])
        try other.connection.execute("commit")
        try log.sequence()
        #expect(try log.titles() == ["kept", "kept too"])
        #expect(try log.flaws() == [])
    }

    @Test func `that is long and foreign stops nobody`() throws {
        try other.connection.execute("create table public.foreign_work (n integer)")
        try other.connection.execute("begin")
        try other.connection.execute("insert into public.foreign_work values (1)")
        try log.record([try sample("one", between: "china", "russia")])
        try log.record([try sample("two", between: "china", "russia")])
        #expect(try log.titles() == ["one", "two"])
        try other.connection.execute("commit")
        try log.sequence()
        #expect(try log.titles() == ["one", "two"])
        #expect(try log.flaws() == [])
    }

    @Test func `that appends keeps its turn open, and its entry is not passed over`() throws {
        try other.connection.execute("begin")
        _ = try other.append([try sample("first", between: "china", "russia")])
        for round in 1...3 {
            try log.record([try sample("round \(round)", between: "iran", "turkey")])
            usleep(1_050_000)
        }
        #expect(try log.connection.value("select turn from annals.log_head", as: Int32.self) == 0)
        try other.connection.execute("commit")
        try log.record([try sample("last", between: "iran", "turkey")])
        #expect(try log.titles() == ["round 1", "round 2", "round 3", "first", "last"])
        usleep(1_050_000)
        try log.record([try sample("after", between: "iran", "turkey")])
        #expect(try log.connection.value("select turn > 2 from annals.log_head", as: Bool.self))
        #expect(try log.flaws() == [])
    }

    @Test func `that reads an old snapshot does not make sequencing read what is done with`() throws {
        try other.connection.execute("begin isolation level repeatable read")
        #expect(try other.titles() == [])
        for _ in 1...4 {
            _ = try log.append(try samples(500))
            for _ in 1...50 { _ = try log.connection.sequenceOnce(most: 10) }
            usleep(1_050_000)
        }
        try log.record(try samples(1))
        // As the sequencer's settings have it.
        try log.connection.execute("set enable_seqscan = off")
        let head = "(select turn from annals.log_head order by position desc limit 1)"
        #expect(try log.pagesRead("select from annals.outbox where turn >= \(head)") < 10)
        #expect(try log.pagesRead("select from annals.outbox") > 25)
        #expect(try log.pagesRead("select from annals.log_head order by position desc limit 1") < 5)
        try other.connection.execute("commit")
        #expect(try log.flaws() == [])
    }

    @Test func `that is idle and reads an old snapshot stops nobody, and sees no change`() throws {
        try log.record([try sample("one", between: "china", "russia")])
        try other.connection.execute("begin isolation level repeatable read")
        #expect(try other.titles() == ["one"])
        _ = try log.append([try sample("two", between: "china", "russia")])
        try log.sequence()
        #expect(try log.titles() == ["one", "two"])
        #expect(try other.titles() == ["one"])
        #expect(try other.flaws() == [])
        try other.connection.execute("commit")
        #expect(try other.titles() == ["one", "two"])
    }

    @Test func `that rolls back leaves no gap`() throws {
        try log.record([try sample("one", between: "china", "russia")])
        for _ in 1...3 {
            try other.connection.execute("begin")
            try other.record(try samples(5, between: "china", "russia"))
            try other.connection.execute("rollback")
        }
        try log.record([try sample("two", between: "china", "russia")])
        #expect(try log.titles() == ["one", "two"])
        #expect(try log.flaws() == [])
    }

    @Test func `that commits between another's look and its lock is not missed`() throws {
        try log.connection.execute("begin")
        #expect(try log.head().waiting == 0)
        try other.record([try sample("theirs", between: "china", "russia")])
        _ = try other.append([try sample("waiting", between: "iran", "turkey")])
        try log.record([try sample("ours", between: "china", "russia")])
        try log.connection.execute("commit")
        #expect(try log.titles() == ["theirs", "waiting", "ours"])
        #expect(try log.flaws() == [])
    }
}

extension Log {
    /// How many pages a query looks at.
    fileprivate func pagesRead(_ query: String) throws -> Int {
        let plan = try connection.values(
            "explain (analyze, buffers, timing off) \(raw: query)",
            as: String.self
        )
        let line = try #require(plan.first { $0.contains("Buffers: shared hit=") })
        return try #require(Int(line.drop { $0 != "=" }.dropFirst().prefix(while: \.isNumber)))
    }
}
