import Annals
import EventLog
import Support
import Testing

@testable import Projections

@Suite struct `The days on which a state can change` {
    @Test(arguments: [81, 82, 83] as [UInt64])
    func `are the same from the database and from the log's entries, and between them nothing changes`(
        _ seed: UInt64
    )
        throws
    {
        let record = try RandomRecord(seed: seed, relationships: 5, entriesEach: 7)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let answers = Answers(log)
        var random = SplitMix64(seed: seed)
        let head = record.chronicle.head.rawValue
        var turns = 0
        for stream in record.streams {
            for known in [head / 2, head].map(Position.init(rawValue:)) {
                let folded = try StreamRecord(stream, upTo: known, log)
                let first = try Day.written("2018-12-20").advanced(by: .random(in: 0...200, using: &random))
                let window = first...first.advanced(by: .random(in: 300...800, using: &random))
                let place: Comment = "seed \(seed), \(stream) \(known), \(window)"

                let days = TurningDays.of(folded.effects(known: known), within: window)
                #expect(
                    try answers.turningDays(of: stream, within: window, known: known, most: 10_000) == days,
                    place
                )
                #expect(days.first == window.lowerBound)
                let states = try answers.states(of: stream, on: days, known: known)
                #expect(states.map(\.asOf) == days.map { AsOf(at: $0, known: known) })
                for (state, next) in zip(states, days.dropFirst() + [window.upperBound.advanced(by: 1)]) {
                    var day = state.asOf.at
                    while day < next {
                        let then = folded.state(asOf: AsOf(at: day, known: known), recordedAt: nil)
                        #expect(then.gist == state.gist, "\(place), \(day)")
                        day = day.advanced(by: 1)
                    }
                }
                turns += zip(states, states.dropFirst()).count { $0.gist != $1.gist }
            }
        }
        #expect(turns > 20)
    }

    @Test(arguments: [84, 85] as [UInt64])
    func `are none when there are more than asked for`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 3, entriesEach: 12)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let always = Day.distantPast...Day.distantFuture
        for stream in record.streams {
            let folded = try StreamRecord(stream, upTo: record.chronicle.head, log)
            let days = TurningDays.of(folded.effects(known: record.chronicle.head), within: always)
            for most in [1, days.count - 1, days.count, days.count + 1] where most > 0 {
                #expect(
                    try Answers(log).turningDays(
                        of: stream,
                        within: always,
                        known: record.chronicle.head,
                        most: most
                    ) == (days.count > most ? nil : days),
                    "seed \(seed), \(stream), at most \(most)"
                )
            }
        }
    }

    @Test func `end with the calendar`() throws {
        var chronicle = Chronicle()
        for date in ["9999-12-30", "9999-12-31"] {
            let effects: [EffectDraft] = [
                .effect(.hostility, "war"), .effect(.orientation, "enemy", begin: "9999"),
            ]
            try chronicle.record(.event(on: date, ["qatar"], ["taliban"], effects: effects))
        }
        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        let stream = try StreamID.named("qatar/taliban")
        let always = Day.distantPast...Day.distantFuture
        let folded = try StreamRecord(stream, upTo: chronicle.head, log)
        #expect(
            try Answers(log).turningDays(of: stream, within: always, known: chronicle.head, most: 99)
                == TurningDays.of(folded.effects(known: chronicle.head), within: always)
        )
        #expect(
            try History(log).span(of: stream, known: chronicle.head)?.upperBound
                == .written("9999-12-31").advanced(by: 1)
        )
    }

    @Test func `what lapses in a lane lapses after as many days`() {
        // A lapse is found from its begin and the longest of its lane; lanes are apart by rank.
        for rule in Rulebook.one.facets {
            for (_, values) in Dictionary(grouping: rule.values, by: \.rank) {
                #expect(Set(values.compactMap(\.lapsesAfter)).count < 2, "\(rule.facet)")
            }
        }
    }
}

extension RelationshipState {
    /// What a reader would call the state of each lane: which effect decides, how sure that is, what else it may be.
    fileprivate var gist: [String] {
        lanes.map { lane in
            "\(lane.lane) \(lane.value?.value ?? "") \(lane.value?.position.description ?? "") \(lane.certainty) "
                + lane.alternatives.map(\.value).sorted().joined(separator: " ")
        }
    }
}
