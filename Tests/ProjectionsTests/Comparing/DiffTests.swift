import Annals
import EventLog
import Support
import Testing

@testable import Projections

@Suite struct `What changed` {
    @Test(arguments: [71, 72, 73] as [UInt64])
    func `in the world is every lane that stands otherwise on one day than on another, with why`(
        _ seed: UInt64
    ) throws {
        let record = try RandomRecord(seed: seed, relationships: 10, entriesEach: 8)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let known = record.chronicle.head
        let sweep = Sweep(record.chronicle, known: known)
        var random = SplitMix64(seed: seed)
        for _ in 0..<6 {
            let days = RandomRecord.days.shuffled(using: &random).prefix(2).sorted()
            var all: [String] = []
            for stream in Set(record.chronicle.entries.flatMap { $0.streams(.one) }).sorted() {
                let states = sweep.states(of: stream, on: days)
                let told = try Diff(log).world(of: stream, from: days[0], to: days[1], known: known)
                #expect(
                    told.map { sketch($0.change) }.sorted()
                        == Self.differing(states[0], states[1], by: \.standing).sorted(),
                    "seed \(seed), \(stream) from \(days[0]) to \(days[1])"
                )
                #expect(told.allSatisfy { $0.days == nil && $0.change.day == days[1] })
                for caused in told { try check(caused, of: sweep, from: days[0], to: days[1]) }
                if stream.isRelationship {
                    all += told.map { "\(sketch($0.change)) \($0.cause.sketch)" }.sorted()
                }
            }
            // Of everybody it is the same, one relationship after the other.
            var everybody: [String] = []
            var streams: [StreamID] = []
            try Diff(log).world(of: nil, from: days[0], to: days[1], known: known) { changes in
                let relationships = changes.filter(\.change.lane.stream.isRelationship)
                streams += Set(relationships.map(\.change.lane.stream))
                everybody += relationships.map { "\(sketch($0.change)) \($0.cause.sketch)" }.sorted()
            }
            #expect(everybody == all, "seed \(seed) from \(days[0]) to \(days[1])")
            #expect(streams == Set(streams).sorted())
        }
    }

    @Test(arguments: [74, 75] as [UInt64])
    func `in our knowledge is every lane that stands otherwise on any day, and since which entry`(
        _ seed: UInt64
    ) throws {
        let record = try RandomRecord(seed: seed, relationships: 6, entriesEach: 8)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        var random = SplitMix64(seed: seed)
        let days = try (Day.written("2018-12-20")...Day.written("2021-01-10")).all
        for _ in 0..<3 {
            let ends = (0...record.chronicle.head.rawValue).shuffled(using: &random).prefix(2).sorted()
            let (first, last) = (Position(rawValue: ends[0]), Position(rawValue: ends[1]))
            let (before, after) = (
                Sweep(record.chronicle, known: first), Sweep(record.chronicle, known: last)
            )
            for stream in record.streams {
                let about = "seed \(seed), \(stream) from \(first) to \(last)"
                let told = try Diff(log).knowledge(
                    of: stream,
                    from: first,
                    to: last,
                    on: nil,
                    upTo: days[400]
                )
                let states = zip(before.states(of: stream, on: days), after.states(of: stream, on: days))
                for (day, (old, new)) in zip(days, states) {
                    let then = told.filter { $0.days?.contains(day) == true }
                    #expect(
                        then.map { sketch($0.change) }.sorted()
                            == Self.differing(old, new, by: \.gist).sorted(),
                        "\(about), \(day)"
                    )
                }
                for caused in told {
                    #expect(caused.days?.contains(caused.change.day) == true, "\(about)")
                    try check(caused, of: record.chronicle, from: first, to: last)
                }
                // On one day it is what it is over all days.
                let day = try #require(RandomRecord.days.randomElement(using: &random))
                let single = try Diff(log).knowledge(of: stream, from: first, to: last, on: day, upTo: day)
                #expect(
                    single.map { sketch($0.change) }
                        == Self.differing(
                            before.state(of: stream, on: day),
                            after.state(of: stream, on: day),
                            by: \.gist
                        ),
                    "\(about) on \(day)"
                )
                for caused in single { try check(caused, of: record.chronicle, from: first, to: last) }
            }
        }
    }

    @Test func `in our knowledge is asked of the streams that entries in between touch`() throws {
        let record = try RandomRecord(seed: 76, relationships: 6, entriesEach: 8)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let (first, last) = (10, 30)
        let entries = record.chronicle.entries[first..<last]
        let streams = Set(entries.flatMap { $0.streams(.one) })
        func touched(_ actors: [String]?) throws -> [StreamID] {
            try Answers(log).touched(
                from: Position(rawValue: Int64(first)),
                to: Position(rawValue: Int64(last)),
                of: actors?.compactMap { ActorID($0) }
            )
        }
        #expect(try touched(nil) == streams.sorted())
        #expect(try touched(["a-1"]) == streams.filter { $0.actors.contains { $0.slug == "a-1" } }.sorted())
        #expect(
            try touched(["a-1", "b-1"]).allSatisfy {
                $0.actors.allSatisfy { ["a-1", "b-1"].contains($0.slug) }
            }
        )
    }

    /// The lanes that two states differ on, and how.
    private static func differing(_ old: [LaneState], _ new: [LaneState], by gist: (LaneState) -> [String])
        -> [String]
    {
        let lanes = (new + old).reduce(into: [LaneID]()) { if !$0.contains($1.lane) { $0.append($1.lane) } }
        return lanes.sorted { $0.order < $1.order }.compactMap { lane in
            let (before, after) = (old.first { $0.lane == lane }, new.first { $0.lane == lane })
            guard before.map(gist) != after.map(gist) else { return nil }
            return "\(lane.order): \(before?.gist ?? []) → \(after?.gist ?? [])"
        }
    }

    private func sketch(_ change: LaneChange) -> String {
        "\(change.lane.order): \(change.before?.gist ?? []) → \(change.after?.gist ?? [])"
    }

    /// What is said to have changed the world began after the first day, or was over by the last.
    private func check(_ caused: CausedChange, of sweep: Sweep, from first: Day, to last: Day) throws {
        let change = caused.change
        let (before, after) = (change.before?.mayBe ?? [], change.after?.mayBe ?? [])
        let about = "\(sketch(change)), \(first) to \(last): \(caused.cause.sketch)"
        func effects(of value: ClaimedValue) -> [KnownEffect] {
            sweep.effects(of: change.lane).filter {
                $0.position == value.position && $0.effect.value.name == value.value
            }
        }
        switch caused.cause {
        case .entry(let logged, let replaced):
            #expect(replaced == nil, "\(about)")
            let claims = after.filter { $0.position == logged.position && $0.since.latest > first }
            #expect(claims.contains { $0 != change.before?.value }, "\(about)")
        case .replaced: Issue.record("\(about)")
        case .ended(let value):
            #expect(before.contains(value), "\(about)")
            #expect(
                effects(of: value).contains { !$0.effect.lapses && !$0.effect.isCertain(on: last) },
                "\(about)"
            )
        case .lapsed(let value, let days):
            #expect(before.contains(value), "\(about)")
            #expect(
                effects(of: value).contains {
                    $0.effect.lapses && !$0.effect.isCertain(on: last) && $0.effect.value.lapsesAfter == days
                },
                "\(about)"
            )
        case .dated(let value):
            #expect(value.map { (before + after).contains($0) } == true, "\(about)")
        }
    }

    /// What is said to have changed our knowledge was recorded in between.
    private func check(
        _ caused: CausedChange,
        of chronicle: Chronicle,
        from first: Position,
        to last: Position
    ) throws {
        let about = "\(sketch(caused.change)), \(first) to \(last): \(caused.cause.sketch)"
        func event(at position: Position) -> EventID {
            chronicle.entries[Int(position.rawValue) - 1].entry.event
        }
        switch caused.cause {
        case .entry(let logged, let replaced):
            let position = try #require(logged.position)
            #expect(first < position && position <= last, "\(about)")
            guard let replaced else { return }
            #expect(replaced < position && event(at: replaced) == event(at: position), "\(about)")
        case .replaced(let old, let logged):
            let position = try #require(logged.position)
            #expect(first < position && position <= last, "\(about)")
            #expect(old < position && event(at: old) == event(at: position), "\(about)")
        case .ended, .lapsed, .dated: Issue.record("\(about)")
        }
    }
}

extension CausedChange.Cause {
    /// In a line, for two to be compared and a failure to be read.
    fileprivate var sketch: String {
        switch self {
        case .entry(let logged, let replaced):
            "entry \(logged.position?.description ?? "") replacing \(replaced?.description ?? "nothing")"
        case .replaced(let old, let logged): "\(old) replaced by \(logged.position?.description ?? "")"
        case .ended(let value): "\(value.value) \(value.position) ended"
        case .lapsed(let value, let days): "\(value.value) \(value.position) lapsed after \(days)"
        case .dated(let value): "dates of \(value?.position.description ?? "nothing")"
        }
    }
}
