import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

@Suite struct `As we knew it` {
    @Test(arguments: [31, 32] as [UInt64])
    func `an answer never changes afterwards`(_ seed: UInt64) throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: seed, relationships: 6, entriesEach: 10)
        var then: [Question: [LaneID: Told]] = [:]
        var written = 0
        for entry in record.chronicle.entries {
            try log.write([entry])
            written += 1
            let questions = record.questions(known: [Int64(written)])
            for question in questions { then[question] = [:] }
            then.merge(try log.answers(to: questions)) { $1 }
        }
        let now = try log.answers(to: Array(then.keys))
        for (question, lanes) in then {
            #expect(now[question] ?? [:] == lanes, "seed \(seed), \(question.stream) \(question.asOf)")
        }
    }

    @Test func `beyond the end of the log is as we know it now`() throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: 33, relationships: 4, entriesEach: 6)
        try record.chronicle.write(to: log)
        for stream in record.streams {
            for day in RandomRecord.days {
                let now = try Answers(log).state(
                    of: stream,
                    asOf: AsOf(at: day, known: record.chronicle.head)
                )
                let later = try Answers(log).state(
                    of: stream,
                    asOf: AsOf(at: day, known: Position(rawValue: .max))
                )
                #expect(now.lanes == later.lanes)
                #expect(now.version == later.version)
                #expect(now.recordedAt != nil)
                #expect(later.recordedAt == nil)
            }
        }
    }

    @Test func `before the first entry is nothing`() throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: 33, relationships: 4, entriesEach: 6)
        try record.chronicle.write(to: log)
        for stream in record.streams {
            let asOf = AsOf(at: RandomRecord.days[5], known: Position(rawValue: 0))
            let state = try Answers(log).state(of: stream, asOf: asOf)
            #expect(state.lanes.isEmpty)
            #expect(state.version == Version(rawValue: 0))
            #expect(state.recordedAt == nil)
        }
    }

    @Test func `at a moment is as of the last entry recorded by then`() throws {
        let log = try TestDatabase().openLog()
        #expect(try log.position(at: .infinity) == Position(rawValue: 0))
        let record = try RandomRecord(seed: 34, relationships: 4, entriesEach: 6)
        try record.chronicle.write(to: log, inBatchesOf: 3)
        let recorded = try log.connection.query(
            "select position, recorded_at from annals.log order by position"
        ) { row in
            (position: try row["position", as: Position.self], at: try row["recorded_at", as: Timestamp.self])
        }
        for (position, moment) in recorded {
            let last = try #require(recorded.last { $0.at == moment }?.position)
            #expect(try log.position(at: moment) == last)
            #expect(last >= position)
            let justBefore = Timestamp(rawValue: moment.rawValue - 1)
            let earlier = recorded.last { $0.at < moment }?.position ?? Position(rawValue: 0)
            #expect(try log.position(at: justBefore) == earlier)
        }
        #expect(try log.position(at: .infinity) == record.chronicle.head)
        #expect(try log.position(at: .minusInfinity) == Position(rawValue: 0))
    }

    @Test func `the answer lists facets in the rulebook's order, and says on what it rests`() throws {
        let log = try TestDatabase().openLog()
        var chronicle = Chronicle()
        let effects: [EffectDraft] = [
            .effect(.sanctions, "imposed", from: "united-states", to: "taliban"),
            .effect(.hostility, "war"),
            .effect(.orientation, "enemy"),
        ]
        try chronicle.record(.event(on: "2001-10-07", ["united-states"], ["taliban"], effects: effects))
        try chronicle.write(to: log)
        let asOf = AsOf(at: try .written("2001-10-08"), known: chronicle.head)
        let state = try Answers(log).state(of: .named("taliban/united-states"), asOf: asOf)
        #expect(state.lanes.map(\.lane.facet) == [.orientation, .hostility, .sanctions])
        #expect(state.rulebook == 1)
        #expect(state.version == Version(rawValue: 1))
        #expect(state.asOf == asOf)
    }
}
