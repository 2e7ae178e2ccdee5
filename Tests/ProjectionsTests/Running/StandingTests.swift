import Annals
import EventLog
import Support
import Testing

@testable import Projections

@Suite struct `How two actors stand where one facet has to stand for all` {
    @Test(arguments: [51, 52, 53] as [UInt64])
    func `is how they stand on the worst, and whether any may be worse`(_ seed: UInt64) throws {
        for lanes in try RandomStates.all(seed) {
            let levels = lanes.map {
                (lane: $0, drawn: $0.mayBe.first?.level, all: $0.mayBe.compactMap(\.level))
            }
            let worst = levels.compactMap(\.drawn).min()
            guard let standing = Standing(lanes) else {
                #expect(worst == nil)
                continue
            }
            #expect(standing.level == worst)
            #expect(standing.lanes == lanes.count)
            #expect(standing.mayBeWorse == levels.contains { $0.all.contains { $0 < standing.level } })
            // Of those as bad the first certain one, in the order in which states have them.
            let asBad = levels.filter { $0.drawn == worst }.map(\.lane)
            #expect(standing.worst == asBad.first { $0.certainty != .possible } ?? asBad.first)
            #expect(
                standing.isCertain == (asBad.contains { $0.certainty != .possible } && !standing.mayBeWorse)
            )
        }
    }

    @Test func `is not known where nothing is, or nothing has a better or worse`() throws {
        var chronicle = Chronicle()
        let effect = EffectDraft.effect(.polityStatus, "government", from: "a")
        try chronicle.record(.event(on: "2020", ["a"], effects: [effect]))
        let sweep = Sweep(chronicle, known: chronicle.head)
        let state = try sweep.state(of: .named("a"), on: .written("2021-01-01"))
        #expect(state.count == 1)
        #expect(Standing(state) == nil)
        #expect(Standing([]) == nil)
    }

    @Test(arguments: [54, 55] as [UInt64])
    func `runs through days as it stands on each of them`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 8, entriesEach: 8)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let sweep = Sweep(record.chronicle, known: record.chronicle.head)
        let days = try Day.written("2019-12-20")...Day.written("2020-08-10")
        for stream in record.streams where stream.isRelationship {
            for facet in [nil, Facet.hostility] {
                let course = try Answers(log).standings(
                    of: stream,
                    through: days,
                    facet: facet,
                    known: sweep.position
                )
                for (one, next) in zip(course.stretches, course.stretches.dropFirst()) {
                    #expect(one.days.upperBound < next.days.lowerBound)
                }
                for (day, state) in zip(days.all, sweep.states(of: stream, on: days.all)) {
                    let expected = Standing(state.filter { facet == nil || $0.lane.facet == facet })
                    let told = course.stretches.first { $0.days.contains(day) }?.standing
                    #expect(told?.worst.lane == expected?.worst.lane, "seed \(seed), \(stream), \(day)")
                    #expect(told?.worst.said == expected?.worst.said, "seed \(seed), \(stream), \(day)")
                    #expect(told?.mayBeWorse == expected?.mayBeWorse, "seed \(seed), \(stream), \(day)")
                }
            }
        }
    }
}
