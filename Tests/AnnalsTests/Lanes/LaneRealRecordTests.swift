import Support
import Testing

@testable import Annals

@Suite struct `The answer for a lane of real events` {
    @Test(arguments: [1, 20_010_911, 0xA11A15] as [UInt64])
    func `is what choosing every day there is gives`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var asked = 0
        for _ in 0..<150 {
            let facet = EventsAtRandom.facets[Int.random(in: 0..<EventsAtRandom.facets.count, using: &random)]
            let record = try EventsAtRandom.record(of: facet, using: &random)
            let lanes = Dictionary(grouping: record) { $0.effect.lane }
            for (lane, effects) in lanes {
                #expect(lane.facet == facet)
                for day in EventsAtRandom.days.shuffled(using: &random).prefix(4) {
                    expectOracle(effects, by: Rulebook.one.rule(facet).method, on: day, seed: seed)
                    asked += 1
                }
            }
        }
        #expect(asked > 300)
    }
}

/// A few events between the same two, one of them dated so vaguely that the choices may run to hundreds.
private enum EventsAtRandom {
    static let facets: [Facet] = [.hostility, .dialogue, .stance, .agreement, .recognition]

    /// The days around the events, and those on which incidents and dialogues of that time lapse.
    static let days: [Day] = ["2020-01-01", "2020-07-02", "2020-12-31"].compactMap { Day($0) }.flatMap {
        first in
        (0..<9).map { first.advanced(by: $0) }
    }

    private static let vague = [
        "2020-01-06", "2020-01", "2020", "[..2020-01-04]", "[2020-01-04..]", "../..", "../2020-01-05",
        "/2020-01-05",
        "2020-01-03/",
    ]

    static func record(of facet: Facet, using random: inout SplitMix64) throws -> [KnownEffect] {
        var dates = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            (date(using: &random), effects: 1...2)
        }
        dates.append((vague.randomElement(using: &random) ?? "2020", effects: 1...1))
        let drafts = try dates.shuffled(using: &random).map { date, effects in
            try draft(of: facet, on: date, Int.random(in: effects, using: &random), using: &random).event()
        }
        return zip(drafts, Int64(1)...).flatMap { event, position in
            Derivation.of(.event(event), replacing: nil, rulebook: .one).effects.enumerated().map {
                KnownEffect(
                    effect: $1,
                    position: Position(rawValue: position),
                    ordinal: $0,
                    event: EventID(high: 0, low: UInt64(position))
                )
            }
        }
    }

    private static func draft(
        of facet: Facet,
        on date: String,
        _ effects: Int,
        using random: inout SplitMix64
    )
        -> EventDraft
    {
        let values = Rulebook.one.rule(facet).values.map(\.name)
        return .written { draft in
            draft.on = date
            draft.effects = (0..<effects).map { _ in
                let value = values[Int.random(in: 0..<values.count, using: &random)]
                let key =
                    facet == .agreement ? ["doha-2020", "geneva-1988"].randomElement(using: &random) : nil
                return .written(facet.rawValue, value, key: key, from: "us", to: "taliban") {
                    // The claim outlasts its event, or it is open: either is after any date drawn here.
                    $0.end = ["2021-01", ".."].randomElement(using: &random).flatMap {
                        Int.random(in: 0..<5, using: &random) == 0 ? $0 : nil
                    }
                }
            }
        }
    }

    private static func date(using random: inout SplitMix64) -> String {
        func day(_ range: ClosedRange<Int>) -> String { "2020-01-0\(Int.random(in: range, using: &random))" }
        return switch Int.random(in: 0..<8, using: &random) {
        case 0: "[\(day(1...3))..\(day(3...5))]"
        case 1: "[\(day(4...5)),\(day(5...8))]"
        case 2: "\(day(1...4))/\(day(5...8))"
        case 3: "\(day(1...8))/.."
        default: day(1...8)
        }
    }
}
