import Annals
import EventLog
import Support
import Testing

/// What is true on a day depends on what is known, not on the order in which it came to be known.
///
/// Only where two events of a lane can have begun on one and the same day does the log's order say which of
/// them came last: such lanes are compared apart.
@Suite struct `The order in which news arrives` {
    /// How the same entries get into the log.
    ///
    /// The entries of one event keep their order.
    enum Way: CaseIterable {
        case oneByOne, reversed, shuffled, shuffledInBatches
    }

    @Test(arguments: [3, 1996] as [UInt64], Way.allCases)
    func `decides nothing, unless two events began on the same day`(_ seed: UInt64, _ way: Way) throws {
        let record = try RandomRecord(seed: seed, relationships: 40, entriesEach: 5)
        let first = try TestDatabase().openLog()
        try record.chronicle.write(to: first)
        let second = try TestDatabase().openLog()
        var random = SplitMix64(seed: seed)
        let entries = record.chronicle.entries
        switch way {
        case .oneByOne: try second.write(entries, inBatchesOf: 1)
        case .reversed: try second.write(entries.reversed().keepingRevisionsInOrder)
        case .shuffled: try second.write(entries.shuffled(using: &random).keepingRevisionsInOrder)
        case .shuffledInBatches:
            try second.write(entries.shuffled(using: &random).keepingRevisionsInOrder, inBatchesOf: 11)
        }

        let lanes = record.lanesNow
        let questions = record.streams.flatMap { stream in
            RandomRecord.days.map {
                Question(stream: stream, asOf: AsOf(at: $0, known: record.chronicle.head))
            }
        }
        let (before, after) = (try first.answers(to: questions), try second.answers(to: questions))
        var compared = 0
        for question in questions {
            for (lane, effects) in lanes[question.stream] ?? [:] where way == .oneByOne || effects.beginApart
            {
                compared += 1
                let (one, other) = (before[question]?[lane], after[question]?[lane])
                #expect(
                    one?.withoutPositions == other?.withoutPositions,
                    "seed \(seed), \(lane.stream) \(lane.facet) on \(question.asOf.at):\n\(effects.sketch)"
                )
            }
        }
        #expect(compared > 500)
    }

    @Test func `decides between equal days: what was recorded last holds`() throws {
        var one = Chronicle()
        for value in ["refused", "de-facto", "de-jure"] {
            try one.record(
                .event(
                    on: "2020-01-01",
                    ["iran"],
                    ["taliban"],
                    effects: [.effect(.recognition, value, from: "iran", to: "taliban")]
                )
            )
        }
        let question = Question(
            stream: try .named("iran/taliban"),
            asOf: AsOf(at: try .written("2020-01-02"), known: one.head)
        )
        for (entries, expected) in [(one.entries, "de-jure"), (one.entries.reversed(), "refused")] {
            let log = try TestDatabase().openLog()
            try log.write(entries)
            let lanes = try log.answers(to: [question])[question] ?? [:]
            #expect(lanes.values.map(\.value?.value) == [expected])
            #expect(lanes.values.map(\.certainty) == ["certain"])
        }
    }
}

extension [PendingEntry] {
    /// The same, with the entries of every event in the order of its revisions, in the places they have.
    fileprivate var keepingRevisionsInOrder: [PendingEntry] {
        var rest = Dictionary(grouping: self, by: \.entry.event)
        for event in rest.keys { rest[event]?.sort { $0.entry.revision > $1.entry.revision } }
        return compactMap { rest[$0.entry.event]?.popLast() }
    }
}

extension RandomRecord {
    /// Every lane of every stream with its effects, as known in the end.
    fileprivate var lanesNow: [StreamID: [LaneID: [KnownEffect]]] {
        var known = KnownLanes()
        for (index, pending) in chronicle.entries.enumerated() {
            known.learn(pending.entry, at: Position(rawValue: Int64(index + 1)))
        }
        return Dictionary(uniqueKeysWithValues: streams.map { ($0, known.lanes(of: $0)) })
    }
}

extension [KnownEffect] {
    /// Whether no two effects, unless they are of one event, can have begun on the same day.
    fileprivate var beginApart: Bool {
        indices.allSatisfy { one in
            indices.allSatisfy { other in
                let (a, b) = (self[one].effect.bounds, self[other].effect.bounds)
                return self[one].event == self[other].event || a.beginLatest < b.beginEarliest
                    || b.beginLatest < a.beginEarliest
            }
        }
    }
}

extension Told {
    /// The same without the positions it rests on.
    fileprivate var withoutPositions: [String] {
        ([value].compactMap { $0 } + alternatives).map { "\($0.value) \($0.since) \($0.event) \($0.title)" }
            + [certainty, until.map { "\($0)" } ?? "", "\(value == nil)"]
    }
}
