import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `an append that expects versions` {
    private let stream: StreamID

    init() throws {
        stream = try .named("taliban/united-states")
    }

    @Test func `passes when they are right`() throws {
        let log = try TestDatabase().openLog()
        for (version, entry) in try samples(4).enumerated() {
            try log.record([entry], expecting: [stream: Version(rawValue: Int64(version))])
        }
        #expect(try log.titles().count == 4)
    }

    @Test func `is refused with the actual version, and writes nothing`() throws {
        let log = try TestDatabase().openLog()
        try log.record(try samples(3))
        for expected in [0, 1, 2, 4, 1_000_000].map(Version.init(rawValue:)) {
            #expect(
                throws: LogError.conflict(stream: stream, expected: expected, actual: Version(rawValue: 3))
            ) {
                try log.append(try samples(1), expecting: [stream: expected])
            }
        }
        #expect(try log.head().waiting == 0)
        #expect(try log.titles().count == 3)
        #expect(try log.flaws() == [])
    }

    @Test func `takes a stream nobody has written to for version 0`() throws {
        let log = try TestDatabase().openLog()
        let conflict = LogError.conflict(
            stream: stream,
            expected: Version(rawValue: 1),
            actual: Version(rawValue: 0)
        )
        #expect(throws: conflict) {
            try log.append(try samples(1), expecting: [stream: Version(rawValue: 1)])
        }
        try log.record(try samples(1), expecting: [stream: Version(rawValue: 0)])
    }

    @Test func `checks every stream it names`() throws {
        let log = try TestDatabase().openLog()
        let other = try StreamID.named("qatar/taliban")
        try log.record(try samples(2) + samples(5, between: "qatar", "taliban"))
        let both = try PendingEntry.recording(.sample(between: "taliban", "qatar", "united-states"))
        #expect(
            throws: LogError.conflict(
                stream: other,
                expected: Version(rawValue: 4),
                actual: Version(rawValue: 5)
            )
        ) {
            try log.append(
                [both],
                expecting: [stream: Version(rawValue: 2), other: Version(rawValue: 4)]
            )
        }
        try log.record([both], expecting: [stream: Version(rawValue: 2), other: Version(rawValue: 5)])
        #expect(try log.flaws() == [])
    }

    @Test func `waits for who is writing to a stream it names, though it writes to another`() throws {
        let database = try TestDatabase()
        let (log, watcher) = (try database.openLog(), try database.connect())
        let other = try StreamID.named("china/russia")
        try log.connection.execute("begin")
        _ = try log.append(try samples(1), expecting: [other: Version(rawValue: 0)])
        nonisolated(unsafe) let second = try database.openLog()
        let backend = try second.connection.backend()
        let stream = stream
        let skewed = Background {
            try second.append(
                try samples(1, between: "china", "russia"),
                expecting: [stream: Version(rawValue: 0)]
            )
        }
        try watcher.waitUntilBlocked(backend, skewed)
        try log.connection.execute("commit")
        #expect(
            throws: LogError.conflict(
                stream: stream,
                expected: Version(rawValue: 0),
                actual: Version(rawValue: 1)
            )
        ) { try skewed.value() }
    }
}
