import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `sequencers at once` {
    @Test func `do not wait for each other: one works, the other is told`() throws {
        let database = try TestDatabase()
        let (log, other) = (try database.openLog(), try database.connect())
        _ = try log.append(try samples(3))
        try other.execute("begin")
        #expect(try other.sequenceOnce() == SequencedBatch(head: 3, sequenced: 3))
        #expect(try log.connection.sequenceOnce() == SequencedBatch(head: 0, sequenced: 0, busy: true))
        #expect(try log.flaws() == [])
        try other.execute("commit")
        #expect(try log.connection.sequenceOnce() == SequencedBatch(head: 3, sequenced: 0))
        #expect(try log.flaws() == [])
    }

    @Test func `leave everything to the next when one goes back on its work`() throws {
        let database = try TestDatabase()
        let (log, other) = (try database.openLog(), try database.connect())
        _ = try log.append(try samples(3))
        try other.execute("begin")
        _ = try other.sequenceOnce()
        try other.execute("rollback")
        #expect(try log.connection.sequenceOnce() == SequencedBatch(head: 3, sequenced: 3))
        #expect(try log.flaws() == [])
    }

    @Test func `leave everything to the next when one is ended before its commit`() throws {
        let database = try TestDatabase()
        let (log, other) = (try database.openLog(), try database.connect())
        _ = try log.append(try samples(3))
        try other.execute("begin")
        _ = try other.sequenceOnce()
        try log.connection.terminate(try other.backend())
        #expect(try log.head().waiting == 3)
        #expect(try log.connection.sequenceOnce() == SequencedBatch(head: 3, sequenced: 3))
        #expect(try log.flaws() == [])
    }

    @Test func `leave everything to the next when one is ended in the middle`() throws {
        let database = try TestDatabase()
        let (log, blocker) = (try database.openLog(), try database.connect())
        for (round, table) in ["log", "effect", "lane", "log_head"].enumerated() {
            nonisolated(unsafe) let other = try database.connect()
            _ = try log.append(
                [.recording(try .sample(between: "taliban", "round-\(round)") { $0.type = "CONSULT" })]
                    + samples(2)
            )
            try blocker.execute("begin")
            try blocker.execute("lock table annals.\(raw: table) in share row exclusive mode")
            let backend = try other.backend()
            let sequencing = Background { try other.sequenceOnce().sequenced }
            try blocker.waitUntilBlocked(backend, sequencing)
            try log.connection.terminate(backend)
            #expect(throws: (any Error).self) { try sequencing.value() }
            try blocker.execute("commit")
            #expect(try log.head().waiting == 3)
            #expect(try log.flaws() == [])
            let head = Int64(3 * (round + 1))
            #expect(try log.connection.sequenceOnce() == SequencedBatch(head: head, sequenced: 3))
            #expect(try log.flaws() == [])
        }
    }

    @Test func `lose and double nothing while writers go on`() throws {
        let database = try TestDatabase()
        try together(4) { number in
            let log = try database.openLog()
            for round in 1...40 {
                if number < 2 {
                    _ = try log.append(try samples(3, between: "actor-\(round % 5)", "taliban"))
                } else {
                    _ = try log.connection.sequenceOnce(most: 4)
                }
            }
        }
        let log = try database.openLog()
        try log.sequence()
        #expect(try log.head().position == Position(rawValue: 240))
        #expect(try log.flaws() == [])
    }
}
