import Annals
import EventLog
import Support
import Testing

@testable import Projections

@Suite struct `The history of a relationship` {
    @Test func `is in the order of the world, not of the log`() throws {
        var chronicle = Chronicle()
        for (date, title) in [
            ("2020-02-29", "Agreement"), ("2001", "Some time in the year"), ("2001-10-07", "War"),
            ("../1999", "Always till then"),
        ] {
            try chronicle.record(.event(on: date, ["united-states"], ["taliban"], title: title))
        }
        #expect(
            try titles(chronicle, "taliban/united-states")
                == ["Always till then", "Some time in the year", "War", "Agreement"]
        )
    }

    @Test func `puts events of equal days in the order of the log`() throws {
        var chronicle = Chronicle()
        for title in ["First", "Second", "Third"] {
            try chronicle.record(.event(on: "2020-02-29", ["united-states"], ["taliban"], title: title))
        }
        #expect(try titles(chronicle, "taliban/united-states") == ["First", "Second", "Third"])
    }

    @Test(
        arguments: [
            (1, ["War"]), (2, ["War", "Talks"]), (3, ["War, corrected", "Talks"]), (4, ["War, corrected"]),
            (5, ["War, corrected", "Talks"]), (6, ["Talks"]),
        ] as [(Int64, [String])]
    )
    func `shows each event as it was known then`(_ known: Int64, _ expected: [String]) throws {
        var chronicle = Chronicle()
        func event(_ title: String, on date: String, with other: String = "taliban") -> EventDraft {
            .event(on: date, ["united-states"], [other], title: title)
        }
        let war = try chronicle.record(event("War", on: "2001-10-07"))
        let talks = try chronicle.record(event("Talks", on: "2018-07"))
        try chronicle.correct(war, to: event("War, corrected", on: "2001-10-07"))
        try chronicle.retract(talks)
        try chronicle.correct(talks, to: event("Talks", on: "2018-07"))
        // The correction takes it to another relationship.
        try chronicle.correct(war, to: event("War elsewhere", on: "2001-10-07", with: "iraq"))

        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        let history = try History(log).all(
            of: .named("taliban/united-states"),
            known: Position(rawValue: known)
        )
        #expect(history.compactMap(\.entry.content?.event?.title) == expected)
    }

    @Test func `of an actor has the events of all its relationships`() throws {
        var chronicle = Chronicle()
        try chronicle.say(.actor("taliban", name: "Taliban"))
        try chronicle.record(.event(on: "2020", ["taliban"], ["qatar", "united-states"], title: "Three"))
        try chronicle.record(.event(on: "2019", ["taliban"], title: "Alone"))
        try chronicle.record(.event(on: "2021", ["qatar"], ["united-states"], title: "Without"))
        // An actor whose slug is a part of the other's.
        try chronicle.record(.event(on: "2018", ["taliban-khan"], ["qatar"], title: "Somebody else"))
        #expect(try titles(chronicle, "taliban") == ["Alone", "Three"])
        #expect(try titles(chronicle, "qatar") == ["Somebody else", "Three", "Without"])
        #expect(try titles(chronicle, "qatar/taliban") == ["Three"])
    }

    @Test(arguments: [41, 42] as [UInt64])
    func `has every event that stands and touches it, once`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 8, entriesEach: 10)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        for stream in record.streams where stream.isRelationship {
            let events = Set(record.chronicle.entries.map(\.entry.event))
            let standing = events.filter { event in
                let content = record.chronicle.content(of: event)
                return content?.event != nil
                    && Derivation.of(content, replacing: nil, rulebook: .one).streams.contains(stream)
            }
            let history = try History(log).all(of: stream, known: record.chronicle.head)
            #expect(Set(history.map(\.entry.event)) == standing, "seed \(seed), \(stream)")
            #expect(history.count == standing.count, "seed \(seed), \(stream)")
            let begins = history.compactMap { $0.entry.content?.event?.occurred.bounds.beginEarliest }
            #expect(begins == begins.sorted(), "seed \(seed), \(stream)")
        }
    }

    private func titles(_ chronicle: Chronicle, _ stream: String) throws -> [String] {
        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        return try History(log).all(of: .named(stream), known: chronicle.head)
            .compactMap(\.entry.content?.event?.title)
    }
}

extension History {
    /// All events of a stream as known at a position, in one page.
    func all(of stream: StreamID, known: Position) throws -> [LoggedEntry] {
        try page(of: stream, known: known, begun: .distantPast ... .distantFuture, after: nil, limit: .max)
    }
}
