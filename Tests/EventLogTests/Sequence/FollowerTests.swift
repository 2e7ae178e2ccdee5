import Annals
import EventLog
import Postgres
import Support
import Testing

/// Reads the log by position, as a projection outside annals would: page, apply, acknowledge.
private struct Follower {
    private(set) var acknowledged: Int64 = 0
    private(set) var applied: [Int64: String] = [:]

    /// What a page was that had been applied before, and was something else.
    private(set) var contradictions: [Int64] = []

    /// Applies what comes next, and acknowledges it unless it crashes in between.
    mutating func follow(_ connection: Connection, crashing: Bool = false) throws {
        let page = try connection.query(
            """
            select position, title from annals.log join annals.entry using (event_id, revision)
             where position > \(acknowledged) order by position limit 3
            """
        ) { row in (position: try row["position", as: Int64.self], title: try row["title", as: String.self]) }
        for (position, title) in page {
            if let before = applied.updateValue(title, forKey: position), before != title {
                contradictions.append(position)
            }
        }
        if !crashing { acknowledged = page.last?.position ?? acknowledged }
    }
}

@Suite struct `a follower` {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `that crashes after applying reads the same again, and then what comes after`(seed: UInt64) throws {
        let database = try TestDatabase()
        let (log, connection) = (try database.openLog(), try database.connect())
        var random = SplitMix64(seed: seed)
        var follower = Follower()
        for round in 1...20 {
            try log.record(
                try samples(.random(in: 1...4, using: &random), between: "taliban", "actor-\(round)")
            )
            try follower.follow(connection, crashing: Bool.random(using: &random))
        }
        let head = try log.head().position.rawValue
        while follower.acknowledged < head { try follower.follow(connection) }
        #expect(follower.contradictions == [])
        #expect(follower.applied.keys.sorted() == Array(1...head))
        let titles = follower.applied.sorted { $0.key < $1.key }.map { Optional($0.value) }
        #expect(try titles == log.titles())
    }

    @Test func `that was told nothing finds everything by looking`() throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        try log.record(try samples(2))
        // It listens from now on: nobody tells it of those two, and its connection is lost before the next.
        let listening = try database.connect()
        try listening.execute("listen annals")
        try log.connection.terminate(try listening.backend())
        try log.record(try samples(2))
        var follower = Follower()
        let again = try database.connect()
        while follower.acknowledged < 4 { try follower.follow(again) }
        #expect(follower.applied.keys.sorted() == [1, 2, 3, 4])
    }

    @Test func `sees nothing twice and leaves nothing out, whoever commits in whatever order`() throws {
        let database = try TestDatabase()
        let writers = 3
        let rounds = 30
        let following = Background {
            let connection = try database.connect()
            var follower = Follower()
            while follower.acknowledged < Int64(writers * rounds) { try follower.follow(connection) }
            return follower.applied.keys.sorted()
        }
        try together(writers) { number in
            var random = SplitMix64(seed: UInt64(number))
            let log = try database.openLog()
            for _ in 1...rounds {
                // Each takes its transaction id early or late, and now and then goes back on its work.
                try log.connection.execute("begin")
                if Bool.random(using: &random) {
                    _ = try log.connection.value("select pg_current_xact_id()::text", as: String.self)
                }
                if Int.random(in: 0..<3, using: &random) == 0 {
                    _ = try log.append(try samples(1, between: "taliban", "actor-\(number)"))
                    try log.connection.execute("rollback")
                    try log.connection.execute("begin")
                }
                _ = try log.append(try samples(1, between: "taliban", "actor-\(number)"))
                try log.connection.execute("commit")
                try log.sequence()
            }
        }
        let log = try database.openLog()
        try log.sequence()
        #expect(try log.head().position.rawValue == Int64(writers * rounds))
        #expect(try following.value() == Array(1...Int64(writers * rounds)))
        #expect(try log.flaws() == [])
    }
}
