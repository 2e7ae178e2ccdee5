import Annals
import EventLog
import Postgres
import Support
import Synchronization
import Testing

@testable import Projections

@Suite struct `While replayed projections are put in place` {
    @Test func `appends and reads go on, and nothing is lost`() throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        let record = try RandomRecord(seed: 21, relationships: 20, entriesEach: 8)
        try record.chronicle.write(to: log)
        let questions = record.questions(known: [record.chronicle.head.rawValue])
        let before = try log.answers(to: questions)

        let written = Mutex(0)
        let writer = Background { isStopped in
            let log = try database.openLog()
            var number: UInt64 = 0
            while !isStopped() {
                number += 1
                try log.write(record.chronicle.withEvents(apartBy: number).prefix(20))
                written.withLock { $0 += 20 }
            }
        }
        // What was known does not change, whichever tables a reader finds it in.
        let reader = Background { isStopped in
            let log = try database.openLog()
            while !isStopped() {
                let answers = try log.answers(to: questions)
                try #require(answers == before)
            }
        }
        // What is known now always reaches as far as the log.
        let follower = Background { isStopped in
            let connection = try database.connect()
            while !isStopped() {
                let missing = try connection.query(Self.missing) { row in try row["position", as: Int64.self]
                }
                try #require(missing.isEmpty)
            }
        }
        for _ in 0..<5 { try Replay(log).swapIn() }
        try writer.stop()
        try reader.stop()
        try follower.stop()

        let head = try log.head()
        #expect(head.position.rawValue == record.chronicle.head.rawValue + Int64(written.withLock { $0 }))
        #expect(head.waiting == 0)
        for finding in try Replay(log).check().findings {
            #expect(finding.differing == 0, "\(finding.table)")
        }
    }

    @Test func `a reader whose transaction began before keeps its answers`() throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        let record = try RandomRecord(seed: 21, relationships: 5, entriesEach: 8)
        try record.chronicle.write(to: log)
        let questions = record.questions(known: [record.chronicle.head.rawValue])
        let before = try log.answers(to: questions)

        let reader = try database.openLog()
        try reader.connection.execute("begin isolation level repeatable read")
        _ = try reader.head()
        let replay = Background { _ in try Replay(database.openLog()).swapIn() }
        while try !log.connection.replayWaitsOrIsDone() {}
        #expect(try reader.answers(to: questions) == before)
        try reader.connection.execute("commit")
        try replay.stop()
        #expect(try log.answers(to: questions) == before)
    }

    @Test func `one that is killed leaves the live answers as they were, and the next succeeds`() throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        let record = try RandomRecord(seed: 22, relationships: 200, entriesEach: 15)
        try record.chronicle.write(to: log)
        let questions = Array(record.questions(known: [record.chronicle.head.rawValue]).prefix(500))
        let before = try log.answers(to: questions)

        let victim = try database.openLog()
        let process = try #require(
            try victim.connection.first("select pg_backend_pid() as pid") { row in
                try row["pid", as: Int32.self]
            }
        )
        let replay = Replay(victim) { done, total in
            guard done < total else { return }
            _ = try? log.connection.execute("select pg_terminate_backend(\(process))")
        }
        #expect(throws: PostgresError.self) { try replay.swapIn() }

        #expect(try log.answers(to: questions) == before)
        #expect(try Replay(log).check().findings.allSatisfy { $0.differing == 0 })
        #expect(try Replay(log).swapIn() == record.chronicle.head)
        #expect(try log.answers(to: questions) == before)
        #expect(try Replay(log).check().findings.allSatisfy { $0.differing == 0 })
    }

    /// Events in the log whose effects are not in the projection.
    ///
    /// Every event of the writer's has some.
    private static let missing: Query = """
        select l.position from annals.log l join annals.entry e using (event_id, revision)
         where jsonb_array_length(e.effects) > 0
           and not exists (select from annals.effect x
                            where x.event_id = l.event_id and x.revision = l.revision)
        """
}

extension Connection {
    /// Whether a replay has come as far as waiting for a reader's transaction, or has done without.
    fileprivate func replayWaitsOrIsDone() throws -> Bool {
        try first(
            """
            select (select count(*) > 1 from annals.projection where status <> 'building')
                or exists (select from pg_stat_activity
                            where pid <> pg_backend_pid() and datname = current_database()
                              and query like '%virtualxid%') as result
            """
        ) { row in try row["result", as: Bool.self] } ?? false
    }
}
