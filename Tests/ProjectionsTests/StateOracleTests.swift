import Annals
import EventLog
import Support
import Testing

@testable import Projections

/// How a relationship stood is worked out four ways: by choosing every day an imprecise date may mean, by a sweep
/// over all effects of a lane, and from the few effects that can matter, by `annals.state_at` and by `Answers`.
@Suite struct `How a relationship stood on a day, as known at a position` {
    @Test(arguments: [20_010_911, 20_210_815, 0xA11A15, 7] as [UInt64])
    func `is the same by every choice of days, by the sweep, and by the database`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 40, entriesEach: 7)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log, inBatchesOf: 97)

        let expected = Expectations(record, days: RandomRecord.days)
        let answers = try log.answers(to: expected.questions)
        var mismatches: [String] = []
        for (question, lanes) in expected.all {
            let told = answers[question] ?? [:]
            for lane in Set(lanes.keys).union(told.keys) {
                let one = Comparison(
                    lane: lane,
                    on: question.asOf,
                    effects: lanes[lane] ?? [],
                    told: told[lane],
                    record
                )
                if let mismatch = one.mismatch { mismatches.append(mismatch) }
            }
        }
        #expect(expected.all.count > 4000)
        // One in five takes a round trip of its own.
        for (number, question) in expected.questions.enumerated() where number % 5 == 0 {
            let told = try Answers(log).state(of: question.stream, asOf: question.asOf).lanes.map(Told.init)
            guard
                told.count != answers[question]?.count ?? 0
                    || !told.allSatisfy({ answers[question]?[$0.lane] == $0 })
            else { continue }
            mismatches.append("Answers, \(question.stream) \(question.asOf): \(told.map(\.sketch))")
        }
        #expect(
            mismatches.isEmpty,
            "seed \(seed), \(mismatches.count) mismatches, the first:\n\(mismatches.prefix(3).joined(separator: "\n"))"
        )
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `names as version the number of the stream's entries known by then`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 20, entriesEach: 7)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let answers = Answers(log)
        for stream in record.streams {
            let positions = record.chronicle.positions(in: stream)
            for known in stride(from: 0, through: record.chronicle.head.rawValue, by: 7).map(
                Position.init(rawValue:)
            ) {
                let state = try answers.state(of: stream, asOf: AsOf(at: RandomRecord.days[0], known: known))
                let count = positions.count { $0 <= known }
                #expect(
                    state.version.rawValue == Int64(count),
                    "seed \(seed), \(stream) as known at \(known)"
                )
            }
        }
    }
}

/// Every question worth asking of a record, with the effects known then, lane by lane.
private struct Expectations {
    private(set) var all: [Question: [LaneID: [KnownEffect]]] = [:]

    var questions: [Question] { Array(all.keys) }

    /// Each stream on every day: before anything was known, after each of its entries, and just before it.
    init(_ record: RandomRecord, days: [Day]) {
        let streams = Set(record.streams)
        var known = KnownLanes()
        for (index, pending) in record.chronicle.entries.enumerated() {
            let touched = streams.intersection(pending.streams(.one))
            let before = Position(rawValue: Int64(index))
            ask(touched, as: before, known, days)
            known.learn(pending.entry, at: Position(rawValue: Int64(index + 1)))
            ask(touched, as: Position(rawValue: Int64(index + 1)), known, days)
        }
        ask(streams, as: record.chronicle.head, known, days)
    }

    private mutating func ask(
        _ streams: Set<StreamID>,
        as position: Position,
        _ known: KnownLanes,
        _ days: [Day]
    ) {
        for stream in streams {
            let lanes = known.lanes(of: stream)
            for day in days { all[Question(stream: stream, asOf: AsOf(at: day, known: position))] = lanes }
        }
    }
}

/// One lane, told three ways.
private struct Comparison {
    let mismatch: String?

    init(lane: LaneID, on asOf: AsOf, effects: [KnownEffect], told: Told?, _ record: RandomRecord) {
        let oracle = LaneOracle(effects, by: Rulebook.one.rule(lane.facet).method, on: asOf.at).possible
        let swept = Told(sweeping: effects, of: lane, on: asOf.at, title: record.chronicle.title)
        let isCertain = swept?.certainty != "possible"
        guard swept != told || (swept?.possible ?? [nil]) != oracle || isCertain != (oracle.count == 1) else {
            mismatch = nil
            return
        }
        mismatch = """
            \(lane.stream) \(lane.facet) on \(asOf.at) as known at \(asOf.known):
            \(effects.sketch)
              every choice: \(oracle.map { $0 ?? "nothing" }.sorted())
              the sweep:    \(swept?.sketch ?? "unknown")
              the database: \(told?.sketch ?? "unknown")
            """
    }
}
