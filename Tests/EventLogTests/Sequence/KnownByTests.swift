import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `a moment of our clock` {
    private func now(_ log: Log) throws -> Timestamp {
        try log.connection.value("select clock_timestamp()", as: Timestamp.self)
    }

    @Test func `is settled up to the last batch, and later once nobody is sequencing`() throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        let early = try now(log)
        #expect(try log.known(by: early, from: log.head(), waiting: .zero).position == Position(rawValue: 0))
        try log.record(try samples(3))
        let late = try now(log)
        let holder = try database.connect()
        try holder.execute("select pg_advisory_lock(1634627169, 1024)")
        let head = try log.head()
        let recorded = try #require(head.recordedAt)
        for (moment, position) in [(early, 0), (recorded, 3)] as [(Timestamp, Int64)] {
            let known = try log.known(by: moment, from: head, waiting: .zero)
            #expect((known.position.rawValue, known.doubt) == (position, nil))
        }
        #expect(try log.known(by: late, from: head, waiting: .milliseconds(20)).doubt == .recording)
        #expect(try log.known(by: .infinity, from: head, waiting: .milliseconds(20)).doubt == .notOver)
        // Locks of other databases, and other locks of this one, are nobody's sequencing.
        let elsewhere = try TestDatabase().connect()
        try elsewhere.execute("select pg_advisory_lock(1634627169, 1024)")
        try holder.execute("select pg_advisory_unlock_all()")
        try holder.execute("select pg_advisory_lock(1634627169, 1025), pg_advisory_lock(1024)")
        let known = try log.known(by: late, from: head, waiting: .zero)
        #expect((known.position, known.doubt) == (Position(rawValue: 3), nil))
    }

    @Test func `is not settled in a copy that still receives the log of another server`() throws {
        let log = try TestDatabase().openLog()
        try log.record(try samples(3))
        // As logical replication leaves it, without the other server.
        try log.connection.run(
            script: """
                create subscription copy connection 'host=/nonexistent' publication annals
                    with (connect = false, slot_name = none, enabled = false);
                insert into pg_subscription_rel (srsubid, srrelid, srsubstate)
                select oid, 'annals.log'::regclass, 'r' from pg_subscription where subname = 'copy';
                """
        )
        let (head, late) = (try log.head(), try now(log))
        let recorded = try #require(head.recordedAt)
        #expect(try log.known(by: late, from: log.head(), waiting: .zero).doubt == .replica)
        #expect(try log.known(by: recorded, from: head, waiting: .zero).doubt == nil)
        try log.connection.execute("drop subscription copy")
        #expect(try log.known(by: late, from: log.head(), waiting: .zero).doubt == nil)
    }

    @Test func `soon to come is waited for`() throws {
        let log = try TestDatabase().openLog()
        let soon = Timestamp(rawValue: try now(log).rawValue + 300_000)
        #expect(try log.known(by: soon, from: log.head(), waiting: .seconds(60)).doubt == nil)
        #expect(try now(log) > soon)
    }

    @Test func `that was settled never means another position, whatever is recorded meanwhile`() throws {
        let database = try TestDatabase()
        let recording = (0..<2).map { number in
            Background {
                let log = try database.openLog()
                for _ in 1...40 { try log.record(try samples(20, between: "a\(number)", "b")) }
            }
        }
        let log = try database.openLog()
        var settled: [(moment: Timestamp, position: Position)] = []
        while recording.contains(where: { !$0.isOver }) {
            let moment = try now(log)
            let known = try log.known(by: moment, from: log.head(), waiting: .milliseconds(100))
            if known.doubt == nil { settled.append((moment, known.position)) }
        }
        for writer in recording { try writer.value() }
        #expect(!settled.isEmpty)
        for (moment, position) in settled { #expect(try log.position(at: moment) == position) }
    }
}
