import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

@Suite struct `A file of the projections as they were known` {
    /// The lines of the file, and its digest.
    private func snapshot(_ log: Log, known: Int64) throws -> (lines: [String], sha256: String) {
        var text = ""
        let snapshot = try Replay(log).writeSnapshot(known: Position(rawValue: known)) { text += $0 }
        let lines = text.split(separator: "\n").map(String.init)
        #expect(snapshot.rows == Int64(lines.count - 2))
        #expect(snapshot.position.rawValue == known)
        return (lines, snapshot.sha256)
    }

    @Test(arguments: [41, 42, 43] as [UInt64])
    func `is the same whenever it is made, and what the live projections said then`(_ seed: UInt64) throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: seed, relationships: 6, entriesEach: 12)
        var then: [Int64: [String]] = [:]
        var random = SplitMix64(seed: seed)
        var rest = record.chronicle.entries[...]
        while !rest.isEmpty {
            let count = Int.random(in: 1...9, using: &random)
            try log.write(rest.prefix(count))
            rest = rest.dropFirst(count)
            let head = try log.head()
            let made = try snapshot(log, known: head.position.rawValue)
            #expect(made.lines.dropFirst().dropLast() == (try log.connection.liveRows())[...])
            #expect(made.lines[0].hasSuffix(#""root":"\#(head.root.hexadecimal)"}"#))
            then[head.position.rawValue] = made.lines
        }
        #expect(then.count > 5)
        // Corrections, retractions and all that came later leave no trace in what was known before.
        for (known, lines) in then {
            #expect(try snapshot(log, known: known).lines == lines, "seed \(seed), #\(known)")
        }
        try Replay(log).swapIn()
        let some = try #require(then.keys.sorted().first { $0 > 20 })
        let again = try snapshot(log, known: some)
        #expect(again.lines == then[some])
        #expect(try snapshot(log, known: some).sha256 == again.sha256)
    }

    @Test func `of #0 says so and holds nothing`() throws {
        let log = try TestDatabase().openLog()
        let empty = [
            #"{"format":"annals-projections-1","rulebook":1,"position":0,"recorded_at":null,"#
                + #""root":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}"#,
            #"{"rows":{"effect":0,"lane":0,"occurrence":0,"known_month":0,"activity":0,"actor":0,"actor_name":0,"set_aside":0}}"#,
        ]
        #expect(try snapshot(log, known: 0).lines == empty)
        try RandomRecord(seed: 41, relationships: 2, entriesEach: 9).chronicle.write(to: log)
        #expect(try snapshot(log, known: 0).lines == empty)
    }

    @Test func `does not heed what was done to the live projections`() throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: 44, relationships: 4, entriesEach: 9)
        try record.chronicle.write(to: log)
        let before = try snapshot(log, known: record.chronicle.head.rawValue)
        try log.connection.execute("update annals.effect set value = 'forged'")
        try log.connection.execute("delete from annals.actor")
        #expect(try snapshot(log, known: record.chronicle.head.rawValue).lines == before.lines)
    }

    @Test func `does not depend on the settings of a session`() throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        let record = try RandomRecord(seed: 45, relationships: 4, entriesEach: 9)
        try record.chronicle.write(to: log)
        let before = try snapshot(log, known: 20)
        let other = try database.openLog()
        for setting in [
            "set datestyle = 'German'", "set timezone = 'Pacific/Kiritimati'", "set bytea_output = 'escape'",
            "set extra_float_digits = -10", "set enable_sort = off", "set role annals_reader",
        ] {
            try other.connection.execute(Query(raw: setting))
        }
        #expect(try snapshot(other, known: 20).lines == before.lines)
    }

    @Test func `that cannot be written leaves the session as it was`() throws {
        struct Full: Error {}
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 46, relationships: 4, entriesEach: 9).chronicle.write(to: log)
        var written = 0
        #expect(throws: Full.self) {
            try Replay(log).writeSnapshot(known: Position(rawValue: 20)) { _ in
                written += 1
                if written == 5 { throw Full() }
            }
        }
        _ = try snapshot(log, known: 20)
    }
}

extension Connection {
    /// The rows of the live projections as JSON, every table in the order of its key.
    fileprivate func liveRows() throws -> [String] {
        try Replay.tables.flatMap { table in
            try query(
                """
                select row_to_json(r)::text as line
                  from (select \(table.name) as "table", * from annals.\(raw: table.name)) as r
                 order by \(raw: table.key.joined(separator: ", "))
                """
            ) { try $0["line", as: String.self] }
        }
    }
}

extension [UInt8] {
    fileprivate var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
