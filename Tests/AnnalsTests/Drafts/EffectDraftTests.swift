import Testing

@testable import Annals

@Suite struct `A draft of an effect` {
    @Test(
        arguments: [
            (.written("freindship", "direct"), "facet", "facet \"freindship\" is not known"),
            (
                .written("recognition", "de-jur", from: "us", to: "taliban"), "value",
                "recognition value \"de-jur\" is not known"
            ),
            (
                .written("recognition", "de-jure"), "",
                "recognition has a direction, and it is not said from whom to whom"
            ),
            (
                .written("recognition", "de-jure", from: "us"), "",
                "recognition has a direction, and it is not said from whom to whom"
            ),
            (
                .written("recognition", "de-jure", from: "us", to: "us"), "to",
                "united-states is on both sides"
            ),
            (.written("dialogue", "direct", from: "us"), "", "it is not said between whom this dialogue is"),
            (.written("dialogue", "direct", from: "us", to: "talban"), "to", "nobody is called talban"),
            (.written("polity-status", "insurgent"), "", "it is not said whose polity-status this is"),
            (.written("polity-status", "insurgent", from: "talban"), "from", "nobody is called talban"),
            (
                .written("polity-status", "insurgent", from: "taliban", to: "us"), "to",
                "polity-status is of one actor"
            ),
            (.written("agreement", "signed"), "key", "agreement needs a name"),
            (.written("agreement", "signed", key: " "), "key", "a key has 1 to 200 bytes"),
            (
                .written("aid", "active", key: String(repeating: "a", count: 201), from: "us", to: "taliban"),
                "key", "a key has 1 to 200 bytes"
            ),
            (.written("dialogue", "direct", key: "doha"), "key", "dialogue has no key, got \"doha\""),
            (
                .written("dialogue", "direct") { $0.terms = ["ceasefire"] }, "terms",
                "only an agreement has terms"
            ),
            (
                .written("agreement", "signed", key: "doha-2020") { $0.terms = ["peace"] }, "terms[0]",
                "terms[0] \"peace\" is not known"
            ),
            (
                .written("dialogue", "direct") { $0.begin = "2021-02-29" }, "begin",
                "2021-02-29 does not exist (February 2021 has 28 days)"
            ),
            (
                .written("dialogue", "direct") { $0.end = "2020-02-28" }, "end",
                "2020-02-28 is before 2020-02-29"
            ),
        ] as [(EffectDraft, String, String)]
    )
    func `is refused with the field and what is wrong`(
        _ effect: EffectDraft,
        _ field: String,
        _ message: String
    ) {
        let problems = EventDraft.written { $0.effects = [dialogue, effect] }.problems()
        #expect(problems.map(\.field) == [field.isEmpty ? "effects[1]" : "effects[1].\(field)"])
        #expect(problems.map(\.message) == [message])
        #expect(problems.first?.topic.isEmpty == false)
    }

    @Test func `needs a facet, and then a value`() {
        #expect(
            EventDraft.written { $0.effects = [EffectDraft()] }.problems().map(\.field) == [
                "effects[0].facet"
            ]
        )
        let problems = EventDraft.written {
            $0.effects = [.written("stance", " ", from: "us", to: "taliban")]
        }.problems()
        #expect(problems.map(\.field) == ["effects[0].value"])
        #expect(
            problems.first?.help
                == "one of hostile, critical, conditional, wait-and-see, accommodating, endorsing"
        )
    }

    @Test func `is told the values of its facet and the nearest of them`() {
        let effect = EffectDraft.written("hostility", "wra")
        let problem = EventDraft.written { $0.effects = [effect] }.problems().first
        #expect(problem?.help == "did you mean war? allowed: war, force, display, threat, none")
        #expect(problem?.topic == "value")
    }

    @Test(
        arguments: [
            ("2001/2005", "2022", nil, "effects[0].begin", "2022"),
            ("2001/2005", "2006-01-01", nil, "effects[0].begin", "2006-01-01"),
            ("2001", nil, "2000", "effects[0].end", "2000"),
            ("2001", "2003", "2002", "effects[0].end", "2002"),
        ] as [(String, String?, String?, String, String)]
    )
    func `that ends before it begins is shown the date to mend`(
        _ occurred: String,
        _ begin: String?,
        _ end: String?,
        _ field: String,
        _ written: String
    ) throws {
        let draft = EventDraft.written {
            $0.on = occurred
            $0.effects = [.written("dialogue", "direct") { ($0.begin, $0.end) = (begin, end) }]
        }
        let problem = try #require(draft.problems().first)
        #expect(problem.field == field)
        #expect(problem.written == written)
        #expect(problem.range == 0..<written.utf8.count)
    }

    @Test(arguments: [
        (["us"], ["talban"], EffectDraft.written("dialogue", "direct"), "recipients[0]"),
        (["talban", "us"], [], .written("dialogue", "direct"), "actors[0]"),
        (["talban"], [], .written("polity-status", "insurgent"), "actors[0]"),
    ])
    func `is not held to account for a participant nobody knows`(
        _ actors: [String],
        _ recipients: [String],
        _ effect: EffectDraft,
        _ field: String
    ) {
        let draft = EventDraft.written {
            $0.actors = actors
            $0.recipients = recipients
            $0.effects = [effect]
        }
        #expect(draft.problems().map(\.field) == [field])
    }

    @Test func `takes the participants for its pair when there is but one`() throws {
        let event = try EventDraft.written {
            $0.effects = [
                dialogue, .written("agreement", "in-force", key: "doha-2020") { $0.terms = ["withdrawal"] },
            ]
        }.event()
        let claims = try #require(event.effects)
        #expect(claims.map(\.from.slug) == ["united-states", "united-states"])
        #expect(claims.map(\.to?.slug) == ["taliban", "taliban"])
        #expect(claims.map(\.terms) == [[], [.withdrawal]])
    }

    @Test func `takes the one participant for its actor`() throws {
        let event = try EventDraft.written {
            ($0.actors, $0.recipients) = (["taliban"], [])
            $0.effects = [.written("polity-status", "de-facto-government")]
        }.event()
        #expect(event.effects?.map(\.from.slug) == ["taliban"])
        #expect(event.effects?.map(\.to) == [nil])
    }

    @Test func `must name its pair among three`() {
        let draft = EventDraft.written {
            $0.actors = ["us", "qatar"]
            $0.effects = [dialogue]
        }
        #expect(draft.problems().map(\.message) == ["it is not said between whom this dialogue is"])
    }
}

private let dialogue = EffectDraft.written("dialogue", "direct")
