import Annals
import EventLog
import Postgres
import Support
import Testing

/// Entries by the thousand: what `append` and `sequence` would have made of them.
@Suite struct `importing entries` {
    /// Tables that say what the log says, without what differs from one writing to the next: times and salt.
    private static let contents = [
        "select to_jsonb(e) - '{appended_at,salt,digest}'::text[] from annals.entry e",
        "select to_jsonb(s) from annals.stream_entry s",
        "select to_jsonb(s) from annals.stream s",
        "select to_jsonb(l) - '{leaf,recorded_at}'::text[] from annals.log l",
        "select to_jsonb(e) from annals.effect e", "select to_jsonb(l) from annals.lane l",
        "select to_jsonb(a) from annals.activity a", "select to_jsonb(o) from annals.occurrence o",
        "select to_jsonb(k) from annals.known_month k", "select to_jsonb(a) from annals.actor a",
        "select to_jsonb(a) from annals.actor_name a",
    ]

    private func contents(_ log: Log) throws -> [[String]] {
        try Self.contents.map { query in
            try log.connection.values(Query(raw: "select t::text from (\(query)) as t (t) order by 1"))
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `leaves the same as appending one by one`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let entries = try (0..<120).map { _ in try PendingEntry.recording(.random(using: &random)) }
        let (one, other) = (try TestDatabase().openLog(), try TestDatabase().openLog())
        for entry in entries { try one.record([entry]) }
        var rest = entries[...]
        var imported = 0
        while !rest.isEmpty {
            let chunk = rest.prefix(Int.random(in: 1...50, using: &random))
            imported += try other.bring(Array(chunk)).count
            rest = rest.dropFirst(chunk.count)
        }
        #expect(imported == 120)
        #expect(try contents(other) == contents(one))
        #expect(try other.flaws() == [])
    }

    @Test func `leaves out what is there, also twice in a chunk, and names what is there with other content`()
        throws
    {
        let log = try TestDatabase().openLog()
        let entries = try samples(6)
        try log.record([entries[1]])
        let other = try PendingEntry.recording(.sample("another"), as: entries[1].entry.event)
        let done = try log.bring([entries[0], entries[0], entries[1], entries[2]])
        #expect(done.count == 2)
        #expect(done.clashing == [])
        #expect(done.head == Position(rawValue: 3))
        let again = try log.bring(entries + [other])
        #expect(again.count == 3)
        #expect(again.clashing == [other.entry.event])
        #expect(try log.titles().count == 6)
        #expect(try log.bring([]).count == 0)
        #expect(try log.flaws() == [])
    }

    @Test func `comes after what others had accepted`() throws {
        let log = try TestDatabase().openLog()
        let entries = try samples(5)
        _ = try log.append(Array(entries[..<2]))
        #expect(try log.bring(Array(entries[2...])).head == Position(rawValue: 5))
        #expect(try log.titles() == (1...5).map { "event \($0)" })
        #expect(try log.head().waiting == 0)
        #expect(try log.flaws() == [])
    }

    @Test func `refuses a later revision, and then writes nothing`() throws {
        let log = try TestDatabase().openLog()
        let entries = try samples(3)
        try log.record([entries[0]])
        let correction = entries[0].correcting(to: try .sample("better"))
        #expect(try stateOfRefusal { try log.bring([entries[1], correction]) } == "AN005")
        #expect(try log.titles().count == 1)
        #expect(try log.flaws() == [])
    }

    @Test func `goes on beside writers and other imports, and nothing is lost or out of order`() async throws
    {
        let database = try TestDatabase()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<4 {
                group.addTask {
                    let log = try database.openLog()
                    for round in 0..<12 {
                        let pair = ["iran", "qatar", "taliban"].shuffled()
                        let chunk = try samples(20, between: pair[0], pair[1])
                        if number < 2 {
                            #expect(try log.bring(chunk).count == 20)
                        } else {
                            try log.record(Array(chunk.prefix(round % 3 + 1)))
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let log = try database.openLog()
        #expect(try log.head().position == Position(rawValue: 2 * 12 * 20 + 2 * 24))
        #expect(try log.flaws() == [])
    }
}

extension Log {
    /// Imports entries.
    fileprivate func bring(_ entries: [PendingEntry]) throws -> Imported {
        try importEntries(entries.map { try ReadyEntry($0, rulebook: rulebook) }, meanwhile: {}).0
    }
}
