import Annals
import EventLog
import Support
import Testing

@testable import Projections

@Suite struct `What a lane rests on` {
    @Test(arguments: [81, 82, 83] as [UInt64])
    func `is told of every effect that had begun or was replaced, once, by a rule that is true`(
        _ seed: UInt64
    ) throws {
        let record = try RandomRecord(seed: seed, relationships: 10, entriesEach: 9)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        var random = SplitMix64(seed: seed)
        var rules: Set<String> = []
        let heads =
            [Int(record.chronicle.head.rawValue)]
            + (0..<3).map { _ in Int.random(in: 0...record.chronicle.entries.count, using: &random) }
        for head in heads {
            let archive = Archive(record.chronicle, known: Position(rawValue: Int64(head)))
            for stream in record.streams {
                let day = try #require(RandomRecord.days.randomElement(using: &random))
                let asOf = AsOf(at: day, known: archive.position)
                let evidence = try Answers(log).evidence(of: stream, asOf: asOf)
                let about = "seed \(seed), \(stream) on \(day) as known at \(archive.position)"
                let expected = archive.lanes(of: stream, on: day)
                #expect(
                    evidence.map(\.lane.order).map { "\($0)" } == expected.map { "\($0.order)" },
                    "\(about)"
                )
                let state = Sweep(record.chronicle, known: archive.position).state(of: stream, on: day)
                for one in evidence {
                    #expect(one.state == state.first { $0.lane == one.lane }, "\(about)")
                    rules.formUnion(try check(one, against: archive, on: day, about))
                }
            }
        }
        #expect(rules.count >= 7, "\(rules)")
    }

    @Test func `is asked of one facet alone`() throws {
        let record = try RandomRecord(seed: 84, relationships: 6, entriesEach: 9)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let asOf = AsOf(at: RandomRecord.days[7], known: record.chronicle.head)
        for stream in record.streams {
            let all = try Answers(log).evidence(of: stream, asOf: asOf)
            for facet in Facet.allCases {
                let one = try Answers(log).evidence(of: stream, asOf: asOf, facet: facet)
                #expect(
                    one.map(sketch) == all.filter { $0.lane.facet == facet }.map(sketch),
                    "\(stream) \(facet)"
                )
            }
        }
    }

    @Test(arguments: [1, 8, 9, 10, 30])
    func `is told of the nearest only, where much was set aside, and says that there is more`(count: Int)
        throws
    {
        var chronicle = Chronicle()
        let first = try Day.written("2000-01-01")
        for number in 0..<count {
            let effect = EffectDraft.effect(
                .recognition,
                number.isMultiple(of: 2) ? "de-jure" : "withdrawn",
                from: "a",
                to: "b"
            )
            try chronicle.record(
                .event(on: first.advanced(by: number).description, ["a"], ["b"], effects: [effect])
            )
        }
        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        let asOf = AsOf(at: first.advanced(by: 1000), known: chronicle.head)
        let evidence = try Answers(log).evidence(of: .named("a/b"), asOf: asOf)
        let lane = try #require(evidence.first)
        #expect(evidence.count == 1)
        let told = ([lane.winner].compactMap(\.self) + lane.setAside.map(\.exhibit)).map {
            Int($0.known.position.rawValue)
        }
        // The one that decides, and eight besides.
        #expect(told == Array((max(0, count - 9)..<count).reversed()).map { $0 + 1 })
        #expect(lane.isCut == (count > 9))
    }

    @Test func `has the sources as each entry gave them, and the entries before it`() throws {
        var chronicle = Chronicle()
        var draft = EventDraft.event(on: "2020-02-29", ["a"], ["b"], title: "Agreement")
        draft.effects = [.effect(.dialogue, "direct", from: "a", to: "b")]
        let event = try chronicle.record(draft)
        for title in ["Agreement, mended", "Agreement, mended again"] {
            draft.title = title
            try chronicle.correct(event, to: draft)
        }
        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        let asOf = AsOf(at: try .written("2020-03-01"), known: chronicle.head)
        let evidence = try #require(try Answers(log).evidence(of: .named("a/b"), asOf: asOf).first)
        let winner = try #require(evidence.winner)
        #expect(winner.logged.entry.content?.event?.title == "Agreement, mended again")
        #expect(
            winner.earlier.compactMap(\.entry.content?.event?.title) == ["Agreement", "Agreement, mended"]
        )
        let aside = evidence.setAside.map { "\($0.exhibit.known.position) \($0.rule)" }
        let rules = [SetAside.corrected(Position(rawValue: 3)), .corrected(Position(rawValue: 2))]
        #expect(aside == zip([2, 1], rules).map { "#\($0) \($1)" })
        #expect(evidence.setAside[1].exhibit.logged.entry.content?.event?.title == "Agreement")
    }

    /// Compares one lane with all its effects; the rules it was told by.
    private func check(_ one: Evidence, against archive: Archive, on day: Day, _ about: String) throws -> Set<
        String
    > {
        let about = "\(about): \(one.lane.facet)"
        let known = archive.told(of: one.lane, on: day)
        let standing = archive.standing(of: one.lane)
        let answer = LaneAnswer.of(standing, by: one.method, on: day)
        #expect(one.winner?.known == answer?.winner, "\(about)")
        #expect(one.alternatives.map(\.known) == answer?.alternatives ?? [], "\(about)")

        let exhibits = [one.winner].compactMap(\.self) + one.alternatives + one.setAside.map(\.exhibit)
        let told = exhibits.map(\.known)
        #expect(Set(told).count == told.count, "\(about) tells of something twice")
        #expect(Set(told).isSubset(of: known), "\(about)")
        #expect(one.isCut || Set(told) == known, "\(about)\n\(Array(known.subtracting(told)).sketch)")
        for exhibit in exhibits {
            #expect(exhibit.logged.position == exhibit.known.position, "\(about)")
            #expect(exhibit.logged.entry.event == exhibit.known.event, "\(about)")
            #expect(
                exhibit.earlier.map(\.entry.revision) == Array(1..<exhibit.logged.entry.revision),
                "\(about)"
            )
            #expect(exhibit.earlier.allSatisfy { $0.entry.event == exhibit.known.event }, "\(about)")
        }
        let deciding = [answer?.winner].compactMap(\.self) + (answer?.alternatives ?? [])
        for (exhibit, rule) in one.setAside {
            let judged = Judged(exhibit.known, among: standing, deciding, on: day)
            let isTrue = judged.bears(out: rule) { archive.replacement(of: exhibit.known) }
            #expect(isTrue, "\(about): \([exhibit.known].sketch) \(rule), beside\n\(standing.sketch)")
        }
        return Set(one.setAside.map { "\($0.rule)".prefix { $0 != "(" } }.map(String.init))
    }

    private func sketch(_ one: Evidence) -> String {
        "\(one.lane.order) \(one.deciding.map(\.position)) \(one.setAside.map { "\($0.exhibit.known.position) \($0.rule)" }) \(one.isCut)"
    }
}

extension Evidence {
    fileprivate var deciding: [KnownEffect] { ([winner].compactMap(\.self) + alternatives).map(\.known) }
}
