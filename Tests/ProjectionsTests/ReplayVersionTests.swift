import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

@Suite struct `Versions of the projections` {
    private func summary(_ log: Log) throws -> [String] {
        try ProjectionVersion.all(in: log).map { "\($0.number) \($0.status.rawValue) \($0.position)" }
    }

    @Test func `begin with one that answers and follows the log`() throws {
        let log = try TestDatabase().openLog()
        #expect(try summary(log) == ["1 live #0"])
        let record = try RandomRecord(seed: 4, relationships: 3, entriesEach: 8)
        try record.chronicle.write(to: log)
        #expect(try summary(log) == ["1 live \(record.chronicle.head)"])
    }

    @Test func `are one more for every rebuild, and the one before stays as it was`() throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: 4, relationships: 3, entriesEach: 8)
        try record.chronicle.write(to: log)
        let head = record.chronicle.head
        try log.connection.execute("update annals.effect set value = 'forged'")
        try Replay(log).swapIn()
        #expect(try summary(log) == ["1 retired \(head)", "2 live \(head)"])
        try log.write(record.chronicle.withEvents(apartBy: 1))
        let later = try log.head().position
        #expect(try summary(log) == ["1 retired \(head)", "2 live \(later)"])
        try Replay(log).swapIn()
        #expect(try summary(log) == ["1 retired \(head)", "2 retired \(later)", "3 live \(later)"])

        // What was answered before can still be looked at, by readers too.
        try log.connection.execute("set role annals_reader")
        #expect(
            try log.connection.query("select distinct value from annals_retired.effect_1") {
                try $0["value", as: String.self]
            } == ["forged"]
        )
        let versions = try ProjectionVersion.all(in: log)
        #expect(versions.allSatisfy { $0.bytes > 0 && $0.rulebook == 1 && $0.age >= 0 })
    }

    @Test func `are kept until they are dropped`() throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: 4, relationships: 3, entriesEach: 8)
        try record.chronicle.write(to: log)
        let questions = record.questions(known: [record.chronicle.head.rawValue])
        let answers = try log.answers(to: questions)
        #expect(try Replay(log).dropRetired().isEmpty)
        for _ in 1...3 { try Replay(log).swapIn() }
        #expect(try Replay(log).dropRetired().map(\.number) == [1, 2, 3])
        #expect(try summary(log) == ["4 live \(record.chronicle.head)"])
        #expect(try log.connection.tablesBeside() == 0)
        #expect(try log.answers(to: questions) == answers)
        try Replay(log).swapIn()
        #expect(try ProjectionVersion.all(in: log).map(\.number) == [4, 5])
    }

    @Test func `half built are dropped with them`() throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 4, relationships: 3, entriesEach: 8).chronicle.write(to: log)
        _ = try Replay(log).beginOrContinue()
        #expect(try ProjectionVersion.all(in: log).map(\.status) == [.live, .building])
        #expect(try Replay(log).dropRetired().map(\.status) == [.building])
        #expect(try log.connection.tablesBeside() == 0)
        try Replay(log).swapIn()
    }
}

extension Connection {
    /// How many tables there are in the schemas of versions that do not answer.
    fileprivate func tablesBeside() throws -> Int64? {
        try first(
            """
            select count(*) as tables from pg_class
             where relnamespace in ('annals_replay'::regnamespace, 'annals_retired'::regnamespace)
            """
        ) { row in try row["tables"] }
    }
}
