import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `the moment of acceptance` {
    @Test func `rises strictly in every stream, though the clock went back`() throws {
        let log = try TestDatabase().openLog()
        _ = try log.append(try samples(2))
        try log.acceptLast(at: "2999-01-01")
        try log.record(try samples(3))
        try log.record([.recording(try .sample(between: "taliban", "united-states", "qatar"))])
        #expect(
            try log.connection.values(
                """
                select e.appended_at - timestamptz '2999-01-01' = s.version * interval '1 microsecond'
                       - interval '2 microseconds'
                  from annals.stream_entry s join annals.entry e using (event_id, revision)
                 where s.stream = 'taliban/united-states' order by s.version offset 2
                """,
                as: Bool.self
            ) == [true, true, true, true]
        )
        #expect(try log.flaws() == [])
    }

    @Test func `is the clock's, read after the wait for a stream`() throws {
        let database = try TestDatabase()
        let (log, watcher) = (try database.openLog(), try database.connect())
        nonisolated(unsafe) let second = try database.openLog()
        let backend = try second.connection.backend()
        try log.connection.execute("begin")
        _ = try log.append(try samples(1))
        let waiting = Background { try second.append(try samples(1)) }
        try watcher.waitUntilBlocked(backend, waiting)
        let released: Timestamp = try watcher.value("select clock_timestamp()")
        try log.connection.execute("commit")
        _ = try waiting.value()
        #expect(try watcher.value("select max(appended_at) from annals.entry") > released)
    }

    @Test func `rises through an event's revisions, though they share no stream`() throws {
        let log = try TestDatabase().openLog()
        let first = try PendingEntry.recording(.sample("first", between: "china", "russia"))
        let gone = first.retracting()
        _ = try log.append([first])
        try log.acceptLast(at: "2999-01-01")
        _ = try log.append([gone])
        try log.record([gone.correcting(to: try .sample("back", between: "iran", "turkey"))])
        #expect(try log.titles() == ["first", nil, "back"])
        #expect(try log.flaws() == [])
    }
}

extension Log {
    /// Has the last entry that waits accepted at another moment, as if the clock had been wrong then.
    fileprivate func acceptLast(at moment: String) throws {
        try connection.run(
            script: """
                begin;
                set local session_replication_role = replica;
                with last as (
                    update annals.outbox set accepted_at = '\(moment)'
                     where accepted_at = (select max(accepted_at) from annals.outbox)
                    returning event_id, revision)
                update annals.entry e set appended_at = '\(moment)' from last
                 where (e.event_id, e.revision) = (last.event_id, last.revision);
                commit
                """
        )
    }
}
