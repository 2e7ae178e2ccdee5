import Annals
import EventLog
import Postgres
import Support
import Synchronization
import Testing

@Suite struct `writers who help` {
    @Test func `find their own entries known when they are done helping`() throws {
        let database = try TestDatabase()
        let unknown = Mutex(0)
        try together(8) { number in
            let log = try database.openLog()
            for round in 1...50 {
                let other = round.isMultiple(of: 3) ? "shared" : "actor-\(number)"
                let accepted = try log.record(try samples(1, between: "taliban", other))
                let positions = try log.positions(of: accepted)
                let missing = accepted.count { positions[$0.event]?[$0.revision] == nil }
                unknown.withLock { $0 += missing }
            }
        }
        #expect(unknown.withLock { $0 } == 0)
        let log = try database.openLog()
        #expect(try log.head().position == Position(rawValue: 400))
        #expect(try log.head().waiting == 0)
        #expect(try log.flaws() == [])
    }

    @Test func `wait for whoever is sequencing their entries`() throws {
        let database = try TestDatabase()
        let (log, other, watcher) = (try database.openLog(), try database.connect(), try database.connect())
        let accepted = try log.append(try samples(2))
        try other.execute("begin")
        _ = try other.sequenceOnce()
        nonisolated(unsafe) let waiting = log
        let helping = Background {
            try waiting.sequence(until: accepted)
            return try waiting.head().position
        }
        // The writer looks again and again; it can only be seen to go on looking.
        let looks: Query = """
            select count(*) from pg_stat_activity
             where datname = current_database() and query like '%as waiting%' and pid <> pg_backend_pid()
            """
        while try watcher.value(looks, as: Int64.self) == 0 { try #require(!helping.isOver) }
        #expect(!helping.isOver)
        try other.execute("commit")
        #expect(try helping.value() == Position(rawValue: 2))
    }

    @Test func `do not wait for a sequencer when they have nothing of their own`() throws {
        let database = try TestDatabase()
        let (log, other) = (try database.openLog(), try database.connect())
        _ = try log.append(try samples(2))
        try other.execute("begin")
        _ = try other.sequenceOnce()
        try log.sequence()
        #expect(try log.head().position == Position(rawValue: 0))
        try other.execute("commit")
        #expect(try log.head().position == Position(rawValue: 2))
    }
}
