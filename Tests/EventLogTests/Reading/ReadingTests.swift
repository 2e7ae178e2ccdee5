import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `reading the log` {
    private let log: Log

    init() throws {
        log = try TestDatabase().openLog()
    }

    private func titles(_ entries: [LoggedEntry]) -> [String?] {
        entries.map { $0.entry.content?.event?.title }
    }

    @Test func `gives an event with all its revisions, first to last`() throws {
        let first = try PendingEntry.recording(.sample("one"))
        let second = first.correcting(to: try .sample("two"), because: "a typo")
        let third = second.retracting(because: "a hoax")
        try log.record([first] + samples(3))
        try log.record([second])
        try log.record([third])
        let revisions = try #require(try log.revisions(of: first.entry.event))
        #expect(revisions.entries == [first, second, third].map(\.entry))
        #expect(revisions.content == nil)
        #expect(revisions.lastContent?.event?.title == "two")
        #expect(try log.revisions(of: EventID(high: 0, low: 1)) == nil)
        #expect(try log.revisions(of: []).isEmpty)
    }

    @Test func `gives entries before they are known, without a position`() throws {
        let stream = try StreamID.named("taliban/united-states")
        try log.record(try samples(1))
        _ = try log.append(try samples(2))
        let entries = try log.entries(of: stream, after: Version(rawValue: 0))
        #expect(entries.map { $0.position?.rawValue } == [1, nil, nil])
        #expect(entries.map { $0.recordedAt == nil } == [false, true, true])
        #expect(entries.map { $0.versions.map(\.rawValue) } == [[1], [2], [3]])
        #expect(titles(try log.entries(of: stream, after: Version(rawValue: 2))) == ["event 2"])
        let first = try log.entries(of: stream, after: Version(rawValue: 0), limit: 1)
        #expect(titles(first) == titles(Array(entries.prefix(1))))
        #expect(try log.entries(of: .named("iran/turkey"), after: Version(rawValue: 0)).isEmpty)
    }

    @Test func `gives the log by pages of any size`() throws {
        try log.record(try samples(11))
        let last = Position(rawValue: 9)
        for limit in [1, 2, 3, 7, 100] {
            var read: [LoggedEntry] = []
            while true {
                let after = read.last?.position ?? Position(rawValue: 0)
                let page = try log.entries(after: after, upTo: last, limit: limit)
                if page.isEmpty { break }
                #expect(page.count <= limit)
                read += page
            }
            #expect(read.map { $0.position?.rawValue } == (1...9).map { $0 })
            #expect(titles(read) == (1...9).map { "event \($0)" })
        }
    }

    @Test func `names the entry at a position`() throws {
        let first = try PendingEntry.recording(.sample())
        try log.record([first, first.retracting()])
        let second = try #require(try log.entry(at: Position(rawValue: 2)))
        #expect(second.event == first.entry.event)
        #expect(second.revision == 2)
        #expect(try log.entry(at: Position(rawValue: 3)) == nil)
        #expect(try log.entry(at: Position(rawValue: 0)) == nil)
    }

    @Test func `turns a moment into the last position recorded by then`() throws {
        try log.record(try samples(2))
        let between = try #require(try log.head().recordedAt)
        try log.connection.execute("update annals.log_head set recorded_at = '2999-01-01'")
        try log.record(try samples(1))
        #expect(try log.position(at: between) == Position(rawValue: 2))
        #expect(try log.position(at: Timestamp(rawValue: between.rawValue - 1)) == Position(rawValue: 0))
        #expect(try log.position(at: .infinity) == Position(rawValue: 3))
        #expect(try log.position(at: .minusInfinity) == Position(rawValue: 0))
    }
}
