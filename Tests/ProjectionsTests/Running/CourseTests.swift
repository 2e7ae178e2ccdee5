import Annals
import EventLog
import Support
import Testing

@testable import Projections

@Suite struct `The course of a stream through some days` {
    /// Around everything a random record says, and days within it.
    private static let windows = [
        ("2018-12-20", "2021-01-10"), ("2020-01-03", "2020-01-05"), ("2020-01-04", "2020-01-04"),
    ]

    @Test(arguments: [31, 32] as [UInt64])
    func `says of every day what the state of that day says`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 8, entriesEach: 8)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let sweep = Sweep(record.chronicle, known: record.chronicle.head)
        for (first, last) in Self.windows {
            let days = try Day.written(first)...Day.written(last)
            for stream in record.streams {
                let course = try Answers(log).course(of: stream, through: days, known: sweep.position)
                let about = "seed \(seed), \(stream) from \(first) to \(last)"
                #expect(course.isExact && course.days == days, "\(about)")
                let said = try spread(course)
                for (day, state) in zip(days.all, sweep.states(of: stream, on: days.all)) {
                    let expected = Dictionary(uniqueKeysWithValues: state.map { ($0.lane, $0.said) })
                    #expect(said[day] ?? [:] == expected, "\(about): \(day)")
                }
            }
        }
    }

    @Test
    func `of every relationship is the same when all are read at once, and goes on as it begins and ends`()
        throws
    {
        let record = try RandomRecord(seed: 33, relationships: 12, entriesEach: 8)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let known = record.chronicle.head
        let sweep = Sweep(record.chronicle, known: known)
        var courses: [(course: Course, stream: StreamID)] = []
        try Answers(log).courses(known: known) { courses.append(($0, $1)) }
        for (course, stream) in courses {
            let one = try Answers(log).course(of: stream, through: course.days, known: known)
            #expect(course.isExact && one.isExact)
            #expect(sketch(course) == sketch(one), "\(stream)")
            for (edge, step) in [(course.days.lowerBound, -1), (course.days.upperBound, 1)] {
                let beyond = [1, 30, 400, 5000].map { edge.advanced(by: step * $0) }
                let states = sweep.states(of: stream, on: [edge] + beyond).map { $0.map(\.said) }
                #expect(Set(states).count == 1, "\(stream) beyond \(edge)")
            }
        }
        let all = Set(record.chronicle.entries.flatMap { $0.streams(.one) }).filter(\.isRelationship)
        #expect(courses.map(\.stream) == all.filter { !sweep.lanes(of: $0).isEmpty }.sorted())
    }

    @Test func `of one actor's relationships, or of those among several, leaves out the others`() throws {
        let record = try RandomRecord(seed: 34, relationships: 12, entriesEach: 8)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        func streams(of actors: [String]?) throws -> [StreamID] {
            var streams: [StreamID] = []
            try Answers(log).courses(of: actors?.compactMap { ActorID($0) }, known: record.chronicle.head) {
                streams.append($1)
            }
            return streams
        }
        let all = try streams(of: nil)
        for actors in [
            ["a-1"], ["b-2"], ["a-1", "b-1"], ["a-1", "a-2", "b-1", "b-2"], ["nobody"], ["a-1", "a-2"],
        ] {
            let names = Set(actors)
            let asked = all.filter { stream in
                actors.count == 1
                    ? stream.actors.contains { names.contains($0.slug) }
                    : stream.actors.allSatisfy { names.contains($0.slug) }
            }
            #expect(try streams(of: actors) == asked, "\(actors)")
        }
    }

    @Test func `of a busier stream than can be followed looks at days spread evenly, and says so`() throws {
        var chronicle = Chronicle()
        let first = try Day.written("2010-01-01")
        for number in 0..<700 {
            let day = first.advanced(by: number * 5).description
            let effect = EffectDraft.effect(
                .hostility,
                number.isMultiple(of: 2) ? "war" : "none",
                from: "a",
                to: "b"
            )
            try chronicle.record(.event(on: day, ["a"], ["b"], effects: [effect]))
        }
        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        let days = first...first.advanced(by: 3600)
        let sweep = Sweep(chronicle, known: chronicle.head)
        let stream = try StreamID.named("a/b")
        let course = try Answers(log).course(of: stream, through: days, known: chronicle.head)
        #expect(!course.isExact)
        let said = try spread(course)
        for day in Course.evenDays(within: days, count: Course.mostTurns) {
            let state = try #require(sweep.state(of: stream, on: day).first)
            #expect(said[day]?[state.lane] == state.said, "\(day)")
        }
    }

    @Test(arguments: [(0, 5), (1, 5), (3, 5), (4, 5), (5, 5), (3600, 600)])
    func `is looked at on its first and its last day when days are spread evenly`(length: Int, count: Int)
        throws
    {
        let first = try Day.written("2020-01-01")
        let days = Course.evenDays(within: first...first.advanced(by: length), count: count)
        #expect(days.first == first && days.last == first.advanced(by: length))
        #expect(days.count == min(length + 1, count))
        let steps = zip(days, days.dropFirst()).map { Int($1.rawValue) - Int($0.rawValue) }
        #expect(steps.allSatisfy { $0 >= 1 } && (steps.max() ?? 0) - (steps.min() ?? 0) <= 1)
    }

    /// What is said of each day; every stretch within the days, after the one before and unlike it.
    private func spread(_ course: Course) throws -> [Day: [LaneID: [String]]] {
        var said: [Day: [LaneID: [String]]] = [:]
        for lane in course.lanes {
            #expect(!lane.stretches.isEmpty)
            for (one, next) in zip(lane.stretches, lane.stretches.dropFirst()) {
                #expect(one.days.upperBound < next.days.lowerBound)
                let isNext = one.days.upperBound.advanced(by: 1) == next.days.lowerBound
                #expect(
                    !isNext || !one.state.isAlike(next.state),
                    "\(lane.lane) is cut at \(next.days.lowerBound)"
                )
            }
            for stretch in lane.stretches {
                #expect(stretch.days.clamped(to: course.days) == stretch.days)
                for day in stretch.days.all { said[day, default: [:]][lane.lane] = stretch.state.said }
            }
        }
        return said
    }

    private func sketch(_ course: Course) -> [String] {
        course.lanes.flatMap { lane in
            lane.stretches.map { "\(lane.lane.order) \($0.days): \($0.state.said)" }
        }
    }
}
