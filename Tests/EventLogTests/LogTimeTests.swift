import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `the time of a log` {
    private static let noon = "2026-12-01T12:00:00Z"

    /// Which clock is ahead, by how many seconds; the log was last recorded at, the server's clock says, ours says.
    @Test(
        arguments: [
            (noon, noon, noon, nil, nil, nil), (nil, noon, noon, nil, nil, nil),
            ("2026-12-01T12:01:00Z", noon, noon, nil, nil, nil),
            ("2026-12-01T12:01:01Z", noon, noon, 61, nil, 61),
            ("2026-12-02T12:00:00Z", noon, noon, 86_400, nil, 86_400),
            (nil, "2046-12-01T12:00:00Z", noon, nil, 631_152_000, 631_152_000),
            ("2020-01-01T00:00:00Z", "2026-12-01T13:00:00Z", noon, nil, 3600, 3600),
            ("2026-12-01T14:00:00Z", "2026-12-01T13:00:00Z", noon, 3600, 3600, 7200),
            ("2026-12-01T14:00:00Z", noon, "2026-12-01T15:00:00Z", 7200, nil, nil),
            (noon, noon, "2026-12-01T15:00:00Z", nil, nil, nil),
        ] as [(String?, String, String, Int64?, Int64?, Int64?)]
    )
    func `is ahead of a clock by more than a minute, or is not`(
        recorded: String?,
        server: String,
        client: String,
        log: Int64?,
        serverAhead: Int64?,
        next: Int64?
    ) throws {
        let head = LogHead(
            position: Position(rawValue: 1),
            recordedAt: recorded.flatMap { Timestamp($0) },
            root: [],
            waiting: 0,
            clock: Timestamp(server)
        )
        let time = LogTime(head, client: try #require(Timestamp(client)))
        #expect(time.logAhead?.components.seconds == log)
        #expect(head.ahead == time.logAhead)
        #expect(time.serverAhead?.components.seconds == serverAhead)
        #expect(time.ahead?.components.seconds == next)
        let latest = [recorded, server].compactMap { $0.flatMap { Timestamp($0) } }.max()
        #expect(time.next == latest)
    }

    @Test func `can be as far ahead as time goes`() throws {
        let early = try #require(Timestamp("1999-01-01T00:00:00Z"))
        for recorded in [.infinity, .minusInfinity] as [Timestamp] {
            let head = LogHead(
                position: Position(rawValue: 1),
                recordedAt: recorded,
                root: [],
                waiting: 0,
                clock: early
            )
            #expect((head.ahead ?? .zero > .seconds(86_400)) == (recorded == .infinity))
        }
    }

    @Test func `is read with its end, beside the server's clock`() throws {
        let log = try TestDatabase().openLog()
        #expect(try log.head().ahead == nil)
        try log.record(try samples(1))
        #expect(try log.head().ahead == nil)
        try log.connection.execute("update annals.log_head set recorded_at = now() + interval '2 hours'")
        let ahead = try #require(try log.head().ahead)
        #expect(ahead > .seconds(7100) && ahead <= .seconds(7200))
        #expect(try !log.head().isReplica)
        #expect(try log.replica() == nil)
    }
}
