import Annals
import EventLog
import Support
import Testing

@Suite struct `the latest entries of a stream` {
    /// Four events: one as it was, one corrected, one retracted, one moved to another relationship; then
    /// another actor's.
    private static let history = Result {
        let database = try TestDatabase()
        let log = try database.openLog()
        let kept = try PendingEntry.recording(.sample("kept", between: "taliban", "qatar"))
        let corrected = try PendingEntry.recording(.sample("wrong", between: "taliban", "qatar"))
        let gone = try PendingEntry.recording(.sample("gone", between: "taliban", "qatar"))
        let moved = try PendingEntry.recording(.sample("misplaced", between: "taliban", "qatar"))
        try log.record([kept, corrected, gone, moved])
        try log.record([corrected.correcting(to: try .sample("right", between: "taliban", "qatar"))])
        try log.record([gone.retracting()])
        try log.record([moved.correcting(to: try .sample("moved", between: "taliban", "pakistan"))])
        try log.record([.recording(try .sample("foreign", between: "china", "russia"))])
        return database
    }

    private func latest(_ log: Log, _ stream: String, known: Int64) throws -> [String?] {
        try log.latestEntries(of: .named(stream), known: Position(rawValue: known))
            .map { $0.entry.content?.event?.title }
    }

    @Test(
        arguments: [
            (0, []), (1, ["kept"]), (4, ["kept", "wrong", "gone", "misplaced"]),
            (5, ["kept", "gone", "misplaced", "right"]), (6, ["kept", "misplaced", "right", nil]),
            (7, ["kept", "right", nil, "moved"]), (8, ["kept", "right", nil, "moved"]),
        ] as [(Int64, [String?])]
    )
    func `are those known at a position, retractions included`(known: Int64, titles: [String?]) throws {
        let log = try Self.history.get().openLog()
        #expect(try latest(log, "qatar/taliban", known: known) == titles)
    }

    @Test func `of an actor are those of every stream it is in`() throws {
        let log = try Self.history.get().openLog()
        let all: [String?] = ["kept", "right", nil, "moved"]
        #expect(try latest(log, "taliban", known: 8) == all)
        #expect(try latest(log, "pakistan", known: 8) == ["moved"])
        #expect(try latest(log, "pakistan", known: 6) == [])
        #expect(try latest(log, "qatar/taliban", known: 8) == all)
        #expect(try latest(log, "tali", known: 8) == [])
        #expect(try latest(log, "china/russia", known: 8) == ["foreign"])
    }

    @Test func `are not those that wait`() throws {
        let log = try TestDatabase().openLog()
        try log.record(try samples(1))
        _ = try log.append(try samples(1))
        #expect(try latest(log, "taliban/united-states", known: .max).count == 1)
    }
}
