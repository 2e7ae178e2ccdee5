import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `sequencing` {
    @Test func `gives positions from 1 without gaps, batch by batch`() throws {
        let log = try TestDatabase().openLog()
        _ = try log.append(try samples(7))
        #expect(try log.connection.sequenceOnce(most: 3) == SequencedBatch(head: 3, sequenced: 3, more: true))
        #expect(try log.flaws() == [])
        #expect(try log.connection.sequenceOnce(most: 3) == SequencedBatch(head: 6, sequenced: 3, more: true))
        #expect(try log.connection.sequenceOnce(most: 3) == SequencedBatch(head: 7, sequenced: 1))
        #expect(try log.connection.sequenceOnce(most: 3) == SequencedBatch(head: 7, sequenced: 0))
        #expect(try log.titles() == (1...7).map { "event \($0)" })
        #expect(try log.flaws() == [])
    }

    @Test func `does nothing to an empty log`() throws {
        let log = try TestDatabase().openLog()
        #expect(try log.connection.sequenceOnce() == SequencedBatch(head: 0, sequenced: 0))
        #expect(try log.head().recordedAt == nil)
        #expect(try log.flaws() == [])
    }

    @Test func `consumes what it takes`() throws {
        let log = try TestDatabase().openLog()
        _ = try log.append(try samples(5))
        #expect(try log.head().waiting == 5)
        _ = try log.connection.sequenceOnce(most: 2)
        #expect(try log.head().waiting == 3)
        #expect(try log.connection.value("select count(*) from annals.outbox", as: Int64.self) == 3)
        try log.sequence()
        #expect(try log.head().waiting == 0)
    }

    @Test(arguments: [11, 12, 13, 14] as [UInt64])
    func `keeps the order of every stream, however batches fall`(seed: UInt64) throws {
        let log = try TestDatabase().openLog()
        var random = SplitMix64(seed: seed)
        for _ in 1...25 {
            let batch = try (1...Int.random(in: 1...6, using: &random)).map { _ in
                let actors = ["a", "b", "c", "d"].shuffled(using: &random)
                return PendingEntry.recording(
                    try .sample { draft in
                        draft.actors = [actors[0]]
                        draft.recipients = Array(actors[1..<Int.random(in: 1...4, using: &random)])
                    }
                )
            }
            _ = try log.append(batch)
            if Bool.random(using: &random) {
                _ = try log.connection.sequenceOnce(most: .random(in: 1...8, using: &random))
                #expect(try log.flaws() == [])
            }
        }
        try log.sequence()
        #expect(try log.flaws() == [])
    }

    @Test func `never records earlier than before, though the clock went back`() throws {
        let log = try TestDatabase().openLog()
        try log.record(try samples(2))
        try log.connection.execute("update annals.log_head set recorded_at = '2999-01-01'")
        try log.record(try samples(2))
        let future = try #require(Timestamp("2999-01-01T00:00:00Z"))
        // Later than the batch before it, so that nothing is added to what was known at its time.
        let next = Timestamp(rawValue: future.rawValue + 1)
        #expect(try log.head().recordedAt == next)
        #expect(try log.position(at: next) == Position(rawValue: 4))
        #expect(try log.position(at: future) == Position(rawValue: 2))
        #expect(try log.flaws() == [])
    }

    @Test func `refuses a snapshot that stands still`() throws {
        let log = try TestDatabase().openLog()
        _ = try log.append(try samples(2))
        for isolation in ["repeatable read", "serializable"] {
            try log.connection.execute("begin isolation level \(raw: isolation)")
            #expect(try stateOfRefusal { try log.connection.sequenceOnce() } == "25000")
            try log.connection.execute("rollback")
        }
        try log.sequence()
        #expect(try log.titles().count == 2)
    }

    @Test func `tells followers once a batch, with the new head`() throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        _ = try log.append(try samples(5))
        let sequence = "select annals.sequence(2)"
        let heard = try notifications(from: database, running: [sequence, sequence, sequence, sequence])
        #expect(heard == ["2", "4", "5"])
    }
}
