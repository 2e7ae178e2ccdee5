import Support
import Testing

@testable import Annals

@Suite struct `An event written down again` {
    @Test(arguments: [1, 20_010_911, 0xA11A15] as [UInt64])
    func `is the same event`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<400 {
            let event = try DraftAtRandom.draft(using: &random).event()
            #expect(try EventDraft(event).event() == event, "seed \(seed)")
        }
    }
}

/// Drafts with nothing wrong in them and everything in them that may be.
private enum DraftAtRandom {
    static func draft(using random: inout SplitMix64) -> EventDraft {
        .written { draft in
            let names = ["afghanistan", "iran", "pakistan", "qatar", "taliban", "us"].shuffled(using: &random)
            let actors = Int.random(in: 1...3, using: &random)
            draft.on = one(of: dates, using: &random)
            draft.actors = Array(names.prefix(actors))
            draft.recipients = Array(names.dropFirst(actors).prefix(.random(in: 0...2, using: &random)))
            let type = EventType.allCases.randomElement(using: &random)
            draft.type = maybe(type?.rawValue, using: &random)
            draft.mode = draft.type == nil ? nil : maybe(type?.modes.keys.sorted().first, using: &random)
            draft.contexts = some(of: Context.allCases.map(\.rawValue), using: &random)
            draft.note = maybe("a note\nof two lines, é and 👍", using: &random)
            draft.modality = maybe(
                one(of: ["asserted", "reported", "alleged", "denied"], using: &random),
                using: &random
            )
            draft.grade = maybe("B2", using: &random)
            draft.reported = maybe(one(of: dates, using: &random), using: &random)
            draft.tags = some(of: ["cameo:163", "doha", ""], using: &random)
            draft.sources = some(of: ["A", "B"], using: &random).map {
                Source(
                    title: $0,
                    publisher: maybe("P", using: &random),
                    url: maybe("https://example.org", using: &random),
                    published: maybe("2022", using: &random),
                    locator: maybe("§1", using: &random)
                )
            }
            draft.effects =
                Bool.random(using: &random)
                ? nil
                : some(of: Facet.allCases, using: &random).map {
                    effect($0, between: names, using: &random)
                }
        }
    }

    private static func effect(_ facet: Facet, between names: [String], using random: inout SplitMix64)
        -> EffectDraft
    {
        let rule = Rulebook.one.rule(facet)
        let key: String? =
            switch rule.key {
            case .none: nil
            case .optional: maybe("economic", using: &random)
            case .required: "doha-2020"
            }
        return .written(
            facet.rawValue,
            one(of: rule.values.map(\.name), using: &random),
            key: key,
            from: names[0],
            to: rule.direction == .monadic ? nil : names[1]
        ) {
            $0.begin = maybe(one(of: ["..", "1990", "[..1995]", "1991?"], using: &random), using: &random)
            $0.end = maybe(one(of: ["..", "2030", "[2031..]", "2030~"], using: &random), using: &random)
            $0.claimant = maybe("Iran's foreign ministry", using: &random)
            $0.terms = facet == .agreement ? some(of: ["ceasefire", "withdrawal"], using: &random) : []
        }
    }

    private static let dates = [
        "2020-02-29", "2020-02", "2020?", "201X", "2001-10-07/2021-08-30", "2020-02-29/..", "../..",
        "[..2020]",
    ]

    private static func one(of words: [String], using random: inout SplitMix64) -> String {
        words.randomElement(using: &random) ?? ""
    }

    private static func some<Value>(of values: [Value], using random: inout SplitMix64) -> [Value] {
        Array(values.shuffled(using: &random).prefix(.random(in: 0...3, using: &random)))
    }

    private static func maybe<Value>(_ value: Value?, using random: inout SplitMix64) -> Value? {
        Bool.random(using: &random) ? value : nil
    }
}
