import Annals
import EventLog
import Glibc
import Postgres
import Support
import Testing

/// On servers of their own: a process that is killed takes all sessions with it, and the server recovers.
@Suite struct `a server process killed` {
    /// What an append writes to, and with it the statements between which it can be killed.
    private static let appended = ["stream", "stream_entry", "entry", "outbox"]
    /// The same of the sequencer.
    private static let sequenced = ["outbox", "log", "lane", "effect", "activity", "log_head"]

    @Test func `in the middle of an append leaves nothing, and sending again is accepted once`() throws {
        try withServer { server in
            var sent = 0
            for (round, table) in Self.appended.enumerated() {
                let entries = try Self.entries(round)
                try server.kill(inFrontOf: table) { log in _ = try log.append(entries) }
                #expect(try server.log.head().waiting == 0, "\(table)")
                #expect(try server.log.flaws() == [], "\(table)")
                #expect(try server.log.record(entries).allSatisfy { !$0.isDuplicate }, "\(table)")
                #expect(try server.log.record(entries).allSatisfy(\.isDuplicate), "\(table)")
                sent += entries.count
                #expect(try server.log.head().position.rawValue == Int64(sent))
                #expect(try server.log.flaws() == [], "\(table)")
            }
        }
    }

    @Test func `in the middle of sequencing leaves everything to the next`() throws {
        try withServer { server in
            var sent = 0
            for (round, table) in Self.sequenced.enumerated() {
                let entries = try Self.entries(round)
                _ = try server.log.append(entries)
                try server.kill(inFrontOf: table) { log in try log.sequence() }
                #expect(try server.log.head().position.rawValue == Int64(sent), "\(table)")
                #expect(try server.log.head().waiting == entries.count, "\(table)")
                #expect(try server.log.flaws() == [], "\(table)")
                try server.log.sequence()
                sent += entries.count
                #expect(try server.log.head().position.rawValue == Int64(sent), "\(table)")
                #expect(try server.log.flaws() == [], "\(table)")
            }
        }
    }

    @Test func `between the last statement and the commit leaves nothing, and everything to the next`() throws
    {
        try withServer { server in
            let entries = try Self.entries()
            let backend = try server.log.connection.backend()
            try server.log.connection.execute("begin")
            _ = try server.log.append(entries)
            try server.kill(backend)
            #expect(try server.log.head().waiting == 0)

            _ = try server.log.append(entries)
            let sequencer = try server.log.connection.backend()
            try server.log.connection.execute("begin")
            try server.log.sequence()
            try server.kill(sequencer)
            #expect(try server.log.head().waiting == entries.count)
            #expect(try server.log.flaws() == [])
            try server.log.sequence()
            #expect(try server.log.head().waiting == 0)
            #expect(try server.log.flaws() == [])
        }
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `at any moment loses nothing that was acknowledged`(seed: UInt64) throws {
        try withServer { server in
            var random = SplitMix64(seed: seed)
            var acknowledged: [EventID] = []
            for _ in 1...12 {
                let entries = try (1...4).flatMap { try samples(5, between: "taliban", "actor-\($0)") }
                nonisolated(unsafe) let writer = server.log
                let backend = try writer.connection.backend()
                let writing = Background {
                    var done: [EventID] = []
                    for entry in entries {
                        guard let accepted = try? writer.append([entry]) else { break }
                        done += accepted.map(\.event)
                        guard (try? writer.sequence(until: accepted)) != nil else { break }
                    }
                    return done
                }
                usleep(.random(in: 0...60_000, using: &random))
                try server.kill(backend)
                acknowledged += try writing.value()
                #expect(try server.log.flaws() == [], "seed \(seed)")
                try server.log.sequence()
                let known = try server.log.connection.values(
                    "select event_id from annals.log",
                    as: EventID.self
                )
                #expect(Set(acknowledged).subtracting(known) == [], "seed \(seed)")
            }
        }
    }

    @Test func `ends the sessions of others, who are told that theirs is lost`() throws {
        try withServer { server in
            let idle = try server.connect()
            let session = try idle.backend()
            let killed = try server.connect()
            try server.kill(killed.backend())
            withExtendedLifetime(killed) {}
            while kill(session, 0) == 0 { usleep(1_000) }
            let error = #expect(throws: PostgresError.self) { try idle.execute("select 1") }
            #expect(error?.isConnectionLost == true, "\(String(describing: error))")
        }
    }

    @Test func `the whole server, loses nothing that was acknowledged`() throws {
        try withServer { server in
            var acknowledged = 0
            for round in 1...4 {
                _ = try server.log.record(try Self.entries())
                // Accepted, and not yet known.
                _ = try server.log.append(try samples(2, between: "china", "iran"))
                acknowledged += 5
                try server.crash(sparingSessions: round.isMultiple(of: 2))
                #expect(try server.log.flaws() == [])
                try server.log.sequence()
                #expect(try server.log.head().position.rawValue == Int64(acknowledged))
                #expect(try server.log.flaws() == [])
            }
        }
    }

    /// Three entries that touch every table an append and the sequencer write to: one of them in a relationship of
    /// its own.
    private static func entries(_ round: Int = 0) throws -> [PendingEntry] {
        [.recording(try .sample(between: "taliban", "round-\(round)") { $0.type = "CONSULT" })]
            + (try samples(2))
    }

    private func withServer(_ body: (CrashingServer) throws -> Void) throws {
        try withTemporaryCluster(settings: CrashingServer.settings) { cluster in
            try body(try CrashingServer(cluster))
        }
    }
}
