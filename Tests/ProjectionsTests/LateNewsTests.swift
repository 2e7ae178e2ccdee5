import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

/// News that comes late, is put right, is taken back and comes again.
@Suite struct `News of what was long ago` {
    private let stream = "iran/taliban"

    private func event(_ value: String, on date: String) -> EventDraft {
        .event(
            on: date,
            ["iran"],
            ["taliban"],
            title: value,
            effects: [.effect(.recognition, value, from: "iran", to: "taliban")]
        )
    }

    /// What the relationship's recognition was on a day, as known at each position from the first.
    private func recognition(_ log: Log, on day: String, known: ClosedRange<Int64>) throws -> [String?] {
        let questions = try known.map {
            Question(
                stream: try .named(stream),
                asOf: AsOf(at: try .written(day), known: Position(rawValue: $0))
            )
        }
        let answers = try log.answers(to: questions)
        return questions.map { answers[$0]?.values.first?.value?.value }
    }

    @Test func `older than all other is true of the days before them, and of no other`() throws {
        let log = try TestDatabase().openLog()
        var chronicle = Chronicle()
        try chronicle.record(event("de-facto", on: "1996-09-27"))
        try chronicle.record(event("de-jure", on: "2021-08-15"))
        try chronicle.record(event("refused", on: "0001-01-01"))
        try chronicle.write(to: log)
        #expect(try recognition(log, on: "1000-01-01", known: 1...3) == [nil, nil, "refused"])
        #expect(try recognition(log, on: "1996-09-26", known: 1...3) == [nil, nil, "refused"])
        #expect(try recognition(log, on: "1996-09-27", known: 1...3) == ["de-facto", "de-facto", "de-facto"])
        #expect(try recognition(log, on: "2022-01-01", known: 1...3) == ["de-facto", "de-jure", "de-jure"])
        #expect(try Replay(log).check().findings.allSatisfy { $0.differing == 0 })
    }

    @Test func `corrected, and the correction corrected, is each time as was known then`() throws {
        let log = try TestDatabase().openLog()
        var chronicle = Chronicle()
        let one = try chronicle.record(event("de-facto", on: "2000"))
        try chronicle.correct(one, to: event("de-jure", on: "2001"))
        try chronicle.correct(one, to: event("refused", on: "1999"))
        try chronicle.correct(one, to: event("de-facto", on: "2000"))
        try chronicle.write(to: log, inBatchesOf: 1)
        #expect(
            try recognition(log, on: "2002-01-01", known: 1...4)
                == ["de-facto", "de-jure", "refused", "de-facto"]
        )
        #expect(try recognition(log, on: "2000-06-01", known: 1...4) == [nil, nil, "refused", nil])
        #expect(try Replay(log).check().findings.allSatisfy { $0.differing == 0 })
    }

    @Test(arguments: [1, 100])
    func `retracted, and the retraction retracted, twice, is each time as was known then`(_ batch: Int) throws
    {
        let log = try TestDatabase().openLog()
        var chronicle = Chronicle()
        let one = try chronicle.record(event("de-jure", on: "2000"))
        for _ in 1...2 {
            try chronicle.retract(one)
            try chronicle.correct(one, to: event("de-jure", on: "2000"))
        }
        try chronicle.write(to: log, inBatchesOf: batch)
        #expect(
            try recognition(log, on: "2001-01-01", known: 1...5)
                == ["de-jure", nil, "de-jure", nil, "de-jure"]
        )
        #expect(try Replay(log).check().findings.allSatisfy { $0.differing == 0 })
    }

    @Test func `told in reverse, five times over, is the same on every day`() throws {
        let dates = [
            ("1996-09-27", "de-facto"), ("1997-05-25", "de-jure"), ("2001-09-25", "withdrawn"),
            ("2003", "refused"), ("2020-02-29", "unrecognised"), ("2021-08-15", "de-facto"),
        ]
        var chronicle = Chronicle()
        for (date, value) in dates { try chronicle.record(event(value, on: date)) }
        let once = try TestDatabase().openLog()
        try chronicle.write(to: once)
        let fiveTimes = try TestDatabase().openLog()
        for time in 1...5 as ClosedRange<UInt64> {
            try fiveTimes.write(chronicle.withEvents(apartBy: time).reversed(), inBatchesOf: 1)
            // And sent again, every time.
            try fiveTimes.write(chronicle.withEvents(apartBy: time).reversed())
        }
        #expect(try fiveTimes.head().position.rawValue == 30)
        for year in 1995...2022 {
            for day in ["\(year)-01-01", "\(year)-05-25", "\(year)-09-26", "\(year)-12-31"] {
                #expect(
                    try recognition(fiveTimes, on: day, known: 30...30)
                        == recognition(once, on: day, known: 6...6),
                    "on \(day)"
                )
            }
        }
        #expect(try Replay(fiveTimes).check().findings.allSatisfy { $0.differing == 0 })
    }

    @Test func `asked as it was known before another's commit and after it, is known from its position on`()
        throws
    {
        let database = try TestDatabase()
        let (log, other) = (try database.openLog(), try database.openLog())
        var chronicle = Chronicle()
        try chronicle.record(event("de-facto", on: "1996-09-27"))
        try chronicle.record(event("de-jure", on: "2021-08-15"))
        try log.write(chronicle.entries.prefix(1))
        try other.connection.execute("begin")
        _ = try other.append(Array(chronicle.entries.suffix(1)))
        // Accepted by the other, and no part of what is known.
        #expect(try recognition(log, on: "2022-01-01", known: 1...1) == ["de-facto"])
        try other.connection.execute("commit")
        #expect(try recognition(log, on: "2022-01-01", known: 1...2) == ["de-facto", "de-facto"])
        try log.sequence()
        #expect(try recognition(log, on: "2022-01-01", known: 1...2) == ["de-facto", "de-jure"])
    }
}
