import Testing

@testable import Annals

/// Lanes as people would tell them, each answer worked out by hand.
@Suite struct `A lane` {
    @Test(arguments: [
        // A day decides; the day itself counts, the day before does not.
        ("recognition", ["1996-05-25 de-facto"], "1996-05-25", "de-facto"),
        ("recognition", ["1996-05-25 de-facto"], "1996-05-24", "unknown"),
        // A year is no day: within it nobody knows, after it it is certain.
        ("recognition", ["2013 de-facto"], "2013-06-18", "possibly de-facto"),
        ("recognition", ["2013 de-facto"], "2013-12-31", "de-facto"),
        ("recognition", ["2013 de-facto"], "2012-12-31", "unknown"),
        // What may have come later stands beside the winner; what cannot have does not.
        ("recognition", ["2013 de-facto", "2013-06-18 refused"], "2014-01-01", "de-facto or refused"),
        ("recognition", ["2013 de-facto", "2014-06-18 refused"], "2015-01-01", "refused"),
        ("recognition", ["2013 de-facto", "2013-06-18 de-facto"], "2014-01-01", "de-facto"),
        // Of equal days the later entry decides.
        ("recognition", ["2013-06-18 refused", "2013-06-18 de-jure"], "2013-06-18", "de-jure"),
        // Always so, until something begins.
        ("recognition", ["../.. unrecognised"], "1900-01-01", "standing unrecognised"),
        ("recognition", ["../.. unrecognised", "1996-05-25 de-jure"], "1996-05-25", "de-jure"),
        // A claimed interval includes its last day; what was before shows again.
        (
            "recognition", ["1990-01-01 unrecognised", "1996-05-25/2001-09-22 de-jure"], "2001-09-22",
            "de-jure"
        ),
        (
            "recognition", ["1990-01-01 unrecognised", "1996-05-25/2001-09-22 de-jure"], "2001-09-23",
            "unrecognised"
        ),
        // An end nobody dated.
        ("recognition", ["1996-05-25/ de-jure"], "1996-05-25", "de-jure"),
        ("recognition", ["1996-05-25/ de-jure"], "2020-01-01", "possibly de-jure"),
        // A dialogue lapses 365 days after the last.
        ("dialogue", ["2020-03-01 direct"], "2021-02-28", "direct"),
        ("dialogue", ["2020-03-01 direct"], "2021-03-01", "unknown"),
        ("dialogue", ["2020-03-01 direct", "2021-02-01 indirect"], "2021-03-01", "indirect"),
        // The highest hostility holds over later, lower ones, and lapses after 183 days.
        ("hostility", ["2021-01-01 force", "2021-02-01 threat"], "2021-02-01", "force"),
        ("hostility", ["2021-01-01 force", "2021-02-01 threat"], "2021-07-02", "force"),
        ("hostility", ["2021-01-01 force", "2021-02-01 threat"], "2021-07-03", "threat"),
        ("hostility", ["2021-01-01 force", "2021-02-01 threat"], "2021-08-03", "unknown"),
        // `none` ends what was before it and does not lapse.
        ("hostility", ["2021-01-01 force", "2021-02-01 none"], "2021-02-01", "none"),
        ("hostility", ["2021-01-01 force", "2021-02-01 none", "2021-03-01 threat"], "2021-03-01", "threat"),
        ("hostility", ["2021-01-01 force", "2021-02-01 none"], "2031-02-01", "none"),
        // A war claimed for an interval holds for the interval, under every incident.
        ("hostility", ["2001-10-07/2021-08-30 war", "2015-01-01 force"], "2021-08-30", "war"),
        ("hostility", ["2001-10-07/2021-08-30 war"], "2021-08-31", "unknown"),
        // A `none` that may have come after, and one that may have come before.
        ("hostility", ["2001-10-07/2021-08-30 war", "2020 none"], "2020-06-01", "war or none"),
        ("hostility", ["2001-10-07/2021-08-30 war", "2000 none"], "2020-06-01", "war"),
        (
            "hostility", ["2021-03-02 threat", "2021-03 none", "2021-02-01 force"], "2021-03-31",
            "none or threat"
        ),
    ])
    func `is read as told`(_ facet: String, _ told: [String], _ day: String, _ answer: String) throws {
        let day = try #require(Day(day))
        #expect(try Self.answer(to: told, of: facet, on: day) == answer)
    }

    @Test(arguments: ["war", "force", "display", "threat", "none"])
    func `declared to have been hostile all along stands until something ends it`(_ value: String) throws {
        let event = try EventDraft.written {
            $0.effects = [.written("hostility", value) { $0.begin = ".." }]
        }.event()
        let effect = try #require(Derivation.of(.event(event), replacing: nil, rulebook: .one).effects.first)
        let known = KnownEffect(
            effect: effect,
            position: Position(rawValue: 1),
            ordinal: 0,
            event: EventID(high: 0, low: 1)
        )
        let day = try #require(Day("1980-01-01"))
        let answer = try #require(LaneAnswer.of([known], by: .highest, on: day))
        #expect(answer.winner?.effect.value.name == value)
        #expect(answer.certainty == .standing)
    }

    @Test func `lists one alternative a value, best placed first`() throws {
        let told = [
            "2013-06-18 refused", "2010/ de-facto", "2013 de-jure", "2013-12 withdrawn", "2012/ withdrawn",
        ]
        let day = try #require(Day("2013-12-30"))
        #expect(try Self.answer(to: told, of: "recognition", on: day) == "refused or withdrawn or de-jure")
    }

    /// The answer in words, from lines of `DATE VALUE` in the order of the log.
    private static func answer(to told: [String], of facet: String, on day: Day) throws -> String {
        let effects = try told.enumerated().flatMap { index, line in
            let words = line.split(separator: " ").map(String.init)
            let event = try EventDraft.written {
                $0.on = words[0]
                $0.effects = [.written(facet, words[1], from: "us", to: "taliban")]
            }.event()
            return Derivation.of(.event(event), replacing: nil, rulebook: .one).effects.map {
                KnownEffect(
                    effect: $0,
                    position: Position(rawValue: Int64(index)),
                    ordinal: 0,
                    event: EventID(high: 0, low: UInt64(index))
                )
            }
        }
        let rule = Rulebook.one.rule(try #require(Facet(rawValue: facet)))
        guard let answer = LaneAnswer.of(effects, by: rule.method, on: day) else { return "unknown" }
        let values = ([answer.winner].compactMap { $0 } + answer.alternatives).map(\.effect.value.name)
        let certainty = answer.winner == nil ? "possibly " : answer.certainty == .standing ? "standing " : ""
        return certainty + values.joined(separator: " or ")
    }
}
