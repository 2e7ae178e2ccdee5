import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `sending again` {
    @Test func `is accepted once, alone`() throws {
        let log = try TestDatabase().openLog()
        let entry = try PendingEntry.recording(.sample())
        let first = try log.record([entry])
        let again = try log.record([entry])
        #expect(first.map(\.isDuplicate) == [false])
        #expect(again.map(\.isDuplicate) == [true])
        #expect(again.map(\.versions) == first.map(\.versions))
        #expect(try log.titles().count == 1)
        #expect(try log.flaws() == [])
    }

    @Test func `is accepted once, before and after it is known`() throws {
        let log = try TestDatabase().openLog()
        let entry = try PendingEntry.recording(.sample())
        #expect(try log.append([entry]).map(\.isDuplicate) == [false])
        #expect(try log.append([entry]).map(\.isDuplicate) == [true])
        try log.sequence()
        #expect(try log.append([entry]).map(\.isDuplicate) == [true])
        #expect(try log.head().waiting == 0)
        #expect(try log.titles().count == 1)
    }

    @Test func `is accepted once, a whole batch`() throws {
        let log = try TestDatabase().openLog()
        let entries = try samples(10)
        let first = try log.record(entries)
        let again = try log.record(entries)
        #expect(again.map(\.isDuplicate) == [Bool](repeating: true, count: 10))
        #expect(again.map(\.versions) == first.map(\.versions))
        #expect(try log.titles().count == 10)
        #expect(try log.flaws() == [])
    }

    @Test func `is accepted once, a part of a batch, and the rest is appended`() throws {
        let log = try TestDatabase().openLog()
        let entries = try samples(6)
        try log.record([entries[1], entries[4]])
        let accepted = try log.record(entries)
        #expect(accepted.map(\.isDuplicate) == [false, true, false, false, true, false])
        #expect(accepted.map(\.event) == entries.map(\.entry.event))
        #expect(accepted.map { $0.versions.values.map(\.rawValue) } == [[3], [1], [4], [5], [2], [6]])
        #expect(try log.flaws() == [])
    }

    @Test func `is accepted once within a batch`() throws {
        let log = try TestDatabase().openLog()
        let entry = try PendingEntry.recording(.sample("twice"))
        let other = try PendingEntry.recording(.sample("once"))
        let accepted = try log.record([entry, other, entry])
        #expect(accepted.map(\.isDuplicate) == [false, false, true])
        #expect(accepted.map { $0.versions.values.map(\.rawValue) } == [[1], [2], [1]])
        #expect(try log.titles() == ["twice", "once"])
        #expect(try log.flaws() == [])
    }

    @Test func `is accepted whatever is expected`() throws {
        let log = try TestDatabase().openLog()
        let stream = try StreamID.named("taliban/united-states")
        let entry = try PendingEntry.recording(.sample())
        try log.record([entry], expecting: [stream: Version(rawValue: 0)])
        for version in [0, 1, 2, 99].map(Version.init(rawValue:)) {
            #expect(try log.record([entry], expecting: [stream: version]).map(\.isDuplicate) == [true])
        }
        #expect(try log.flaws() == [])
    }

    @Test func `is accepted by somebody else, from somewhere else`() throws {
        let log = try TestDatabase().openLog()
        let entry = try PendingEntry.recording(.sample())
        try log.record([entry])
        let other = PendingEntry(entry.entry, replacing: nil, appendedBy: "grace", origin: "http")
        #expect(try log.record([other]).map(\.isDuplicate) == [true])
        #expect(try log.titles().count == 1)
    }

    @Test func `with other content is refused, and nothing is written`() throws {
        let log = try TestDatabase().openLog()
        let entry = try PendingEntry.recording(.sample("one"))
        try log.record([entry])
        let other = PendingEntry.recording(try .sample("two"), as: entry.entry.event)
        let batch = try samples(2) + [other]
        #expect(throws: LogError.reused(event: entry.entry.event, revision: 1)) { try log.append(batch) }
        #expect(try log.head().waiting == 0)
        #expect(try log.titles() == ["one"])
        #expect(try log.flaws() == [])
    }

    @Test func `with other content in the same batch is refused, and nothing is written`() throws {
        let log = try TestDatabase().openLog()
        let entry = try PendingEntry.recording(.sample("one"))
        let other = PendingEntry.recording(try .sample("two"), as: entry.entry.event)
        #expect(throws: LogError.reused(event: entry.entry.event, revision: 1)) {
            try log.append([entry, other])
        }
        #expect(try log.head().waiting == 0)
        #expect(try log.flaws() == [])
    }

    @Test func `another correction of what is corrected already is refused`() throws {
        let log = try TestDatabase().openLog()
        let entry = try PendingEntry.recording(.sample("one"))
        try log.record([entry, entry.correcting(to: try .sample("two"))])
        #expect(throws: LogError.reused(event: entry.entry.event, revision: 2)) {
            try log.append([entry.correcting(to: try .sample("other"))])
        }
        #expect(throws: LogError.reused(event: entry.entry.event, revision: 2)) {
            try log.append([entry.retracting()])
        }
        #expect(try log.titles() == ["one", "two"])
    }

    @Test func `with other content at the same moment is refused, though it touches other streams`() throws {
        let database = try TestDatabase()
        let (log, watcher) = (try database.openLog(), try database.connect())
        let event = EventID.now()
        try log.connection.execute("begin")
        _ = try log.append([.recording(try .sample("one", between: "china", "russia"), as: event)])
        let second = try database.openLog()
        let backend = try second.connection.backend()
        nonisolated(unsafe) let waiting = second
        let other = Background {
            try waiting.append([.recording(try .sample("two", between: "iran", "turkey"), as: event)])
        }
        try watcher.waitUntilBlocked(backend, other)
        try log.connection.execute("commit")
        #expect(throws: LogError.reused(event: event, revision: 1)) { try other.value() }
        try log.sequence()
        #expect(try log.titles() == ["one"])
        #expect(try log.flaws() == [])
    }
}
