import Annals
import EventLog
import Postgres
import Support
import Synchronization
import Testing

@testable import Projections

/// What an entry changed, told before and after, lane by lane.
@Suite struct `What an entry changed` {
    private let database: TestDatabase
    private let log: Log
    private var chronicle = Chronicle()

    init() throws {
        database = try TestDatabase()
        log = try database.openLog()
    }

    @Test mutating func `is a value where nothing was known`() throws {
        try record(on: "2020-02-29", .effect(.agreement, "in-force", key: "doha-2020"))
        #expect(try lines() == ["agreement doha-2020 on 2020-02-29: unknown → in-force since 2020-02-29"])
    }

    @Test mutating func `is another value where one was known`() throws {
        try record(on: "1996", .effect(.recognition, "de-jure", from: "pakistan", to: "taliban"))
        try record(on: "2001-11-22", .effect(.recognition, "withdrawn", from: "pakistan", to: "taliban"))
        #expect(
            try lines() == ["recognition on 2001-11-22: de-jure since 1996 → withdrawn since 2001-11-22"]
        )
    }

    @Test mutating func `is nothing for an event that sets nothing`() throws {
        try record(on: "2013", .effect(.recognition, "unrecognised", from: "pakistan", to: "taliban"))
        try record(on: "2013-06-18")
        #expect(try lines().isEmpty)
    }

    @Test mutating func `is a later begin of the same value`() throws {
        try record(on: "2018-07", .effect(.dialogue, "direct"))
        try record(on: "2018-10-12", .effect(.dialogue, "direct"))
        #expect(try lines() == ["dialogue on 2018-10-12: direct since 2018-07 → direct since 2018-10-12"])
    }

    @Test mutating func `is shown on the day it happened, though another value came after`() throws {
        try record(on: "2001-11-22", .effect(.recognition, "withdrawn", from: "pakistan", to: "taliban"))
        try record(on: "1997-05-25", .effect(.recognition, "de-jure", from: "pakistan", to: "taliban"))
        #expect(try lines() == ["recognition on 1997-05-25: unknown → de-jure since 1997-05-25"])
    }

    @Test mutating func `is a doubt where the dates leave one`() throws {
        try record(on: "2013-06-18", .effect(.representation, "office", from: "taliban", to: "pakistan"))
        try record(on: "2013", .effect(.representation, "none", from: "taliban", to: "pakistan"))
        #expect(
            try lines() == [
                "representation on 2013-12-31: office since 2013-06-18 → none since 2013, or office since 2013-06-18"
            ]
        )
    }

    @Test mutating func `is each lane an event touches, once`() throws {
        try record(
            on: "2001-10-07",
            .effect(.hostility, "war"),
            .effect(.recognition, "refused", from: "pakistan", to: "taliban"),
            .effect(.recognition, "refused", from: "taliban", to: "pakistan")
        )
        #expect(
            try lines() == [
                "recognition on 2001-10-07: unknown → refused since 2001-10-07",
                "recognition on 2001-10-07: unknown → refused since 2001-10-07",
                "hostility on 2001-10-07: unknown → war since 2001-10-07",
            ]
        )
    }

    @Test mutating func `by a correction is shown where the event was and where it is`() throws {
        let event = try record(
            on: "2013",
            .effect(.representation, "office", from: "taliban", to: "pakistan")
        )
        try chronicle.correct(
            event,
            to: draft(on: "2014-03-01", [.effect(.representation, "office", from: "taliban", to: "pakistan")])
        )
        #expect(
            try lines() == ["representation on 2013-12-31: office since 2013 → unknown"]
        )
    }

    @Test mutating func `by a retraction is what was known without the event`() throws {
        try record(on: "1996", .effect(.recognition, "de-jure", from: "pakistan", to: "taliban"))
        let event = try record(
            on: "2001-11-22",
            .effect(.recognition, "withdrawn", from: "pakistan", to: "taliban")
        )
        try chronicle.retract(event)
        #expect(
            try lines() == ["recognition on 2001-11-22: withdrawn since 2001-11-22 → de-jure since 1996"]
        )
    }

    @Test mutating func `by an event brought back is what the event says`() throws {
        let event = try record(
            on: "2001-11-22",
            .effect(.recognition, "withdrawn", from: "pakistan", to: "taliban")
        )
        let content = try #require(chronicle.content(of: event))
        try chronicle.retract(event)
        try chronicle.correct(event, to: content)
        #expect(try lines() == ["recognition on 2001-11-22: unknown → withdrawn since 2001-11-22"])
    }

    @Test mutating func `of what has always been so is shown today`() throws {
        try record(on: "../..", .effect(.orientation, "rival"))
        #expect(try lines() == ["orientation on 2026-11-22: unknown → rival since .."])
    }

    @Test mutating func `by what somebody claims is beside what the record says`() throws {
        try record(on: "2010", .effect(.support, "active", from: "pakistan", to: "taliban"))
        try record(
            on: "2010",
            .effect(.support, "ended", from: "pakistan", to: "taliban", claimant: "Pakistan")
        )
        #expect(try lines() == ["support (Pakistan) on 2010-12-31: unknown → ended since 2010"])
    }

    @Test mutating func `by an actor's name is nothing`() throws {
        try chronicle.say(.actor("taliban", name: "Taliban"))
        #expect(try lines().isEmpty)
    }

    @Test mutating func `is asked as often for many relationships as for one`() throws {
        let (actors, recipients) = ((0..<8).map { "a-\($0)" }, (0..<8).map { "b-\($0)" })
        let effects = zip(actors, recipients).map { EffectDraft.effect(.hostility, "war", from: $0, to: $1) }
        let asked = Mutex(0)
        let connection = try Connection(
            ConnectionParameters(database.connectionString, applicationName: "annals/tests"),
            onNotice: { if $0.message.hasPrefix("execute ") { asked.withLock { $0 += 1 } } }
        )
        let counted = try Log(connection, logger: TestDatabase.silent)
        try connection.run(script: "set client_min_messages = log; set log_statement = 'all'")
        var counts: [Int] = []
        for effects in [Array(effects.prefix(1)), effects] {
            try chronicle.record(.event(on: "2020", actors, recipients, effects: effects))
            try chronicle.write(to: log)
            let last = try #require(chronicle.entries.last)
            asked.withLock { $0 = 0 }
            let changes = try Changes(counted)
                .made(by: last.entry, replacing: nil, at: chronicle.head, today: .written("2026-11-22"))
            #expect(changes.count == (effects.count == 1 ? 1 : 7))
            counts.append(asked.withLock(\.self))
        }
        #expect(counts == [2, 2])
    }

    @discardableResult
    private mutating func record(on date: String, _ effects: EffectDraft...) throws -> EventID {
        try chronicle.record(draft(on: date, effects))
    }

    private func draft(on date: String, _ effects: [EffectDraft]) -> EventDraft {
        .event(on: date, ["pakistan"], ["taliban"], effects: effects)
    }

    /// What the last entry changed, in a line a lane.
    private func lines() throws -> [String] {
        try chronicle.write(to: log)
        let last = try #require(chronicle.entries.last)
        let changes = try Changes(log)
            .made(by: last.entry, replacing: last.replaced, at: chronicle.head, today: .written("2026-11-22"))
        return changes.map { change in
            let lane = change.lane
            let name =
                lane.facet.rawValue + (lane.key.isEmpty ? "" : " \(lane.key)")
                + (lane.claimant.isEmpty ? "" : " (\(lane.claimant))")
            return "\(name) on \(change.day): \(words(change.before)) → \(words(change.after))"
        }
    }

    private func words(_ state: LaneState?) -> String {
        guard let state else { return "unknown" }
        return ([state.value].compactMap { $0 } + state.alternatives).map {
            "\($0.value) since \($0.since.edtf)"
        }
        .joined(separator: ", or ")
    }
}
