import Testing

@testable import Annals

@Suite struct `A draft of an event` {
    @Test func `needs a date, an actor and a title, and says so at once`() {
        let problems = EventDraft().problems()
        #expect(problems.map(\.field) == ["on", "title", "actors"])
        #expect(problems.allSatisfy { $0.help != nil })
    }

    @Test func `is taken with no more than that`() throws {
        let event = try EventDraft.written { $0.recipients = [] }.event()
        #expect(event.modality == .asserted)
        #expect(event.grade == .unjudged)
        #expect(event.effects == nil)
        #expect(event.type == nil)
    }

    @Test(
        arguments: [
            ("on", .written { $0.on = " " }, "on is missing", "say when, as in 2020-02-29, 2020-02 or 2020"),
            ("title", .written { $0.title = "\n" }, "title is missing", "say in a line what happened"),
            (
                "actors[0]", .written { $0.actors = ["talban"] }, "nobody is called talban",
                "did you mean taliban?"
            ),
            (
                "recipients[1]", .written { $0.recipients = ["taliban", "atlantis"] },
                "nobody is called atlantis", nil
            ),
            (
                "recipients[0]", .written { $0.recipients = ["us"] },
                "united-states stands twice, in actors[0] and recipients[0]",
                "a relationship needs two different actors"
            ),
            (
                "actors[1]", .written { $0.actors = ["us", "united-states"] },
                "united-states stands twice, in actors[0] and actors[1]",
                "a relationship needs two different actors"
            ),
            ("grade", .written { $0.grade = "b2" }, "grade \"b2\" is not an Admiralty code", nil),
            ("mode", .written { $0.mode = "visit" }, "a mode needs a type", "give the PLOVER type as well"),
            (
                "mode", .written { ($0.type, $0.mode) = ("CONSULT", "vist") },
                "CONSULT mode \"vist\" is not known",
                "did you mean visit? allowed: multilateral, phone, third-party, visit"
            ),
            (
                "mode", .written { ($0.type, $0.mode) = ("AID", "visit") }, "AID has no modes",
                "leave the mode out"
            ),
            (
                "effects", .written { ($0.modality, $0.effects) = ("predicted", [dialogue]) },
                "an event that is predicted sets nothing", nil
            ),
            (
                "effects", .written { ($0.modality, $0.effects) = ("opinion", [dialogue]) },
                "an event that is opinion sets nothing", nil
            ),
            (
                "sources[0].title", .written { $0.sources = [source(title: " ")] },
                "sources[0].title is missing",
                "a source needs a title"
            ),
        ] as [(String, EventDraft, String, String?)]
    )
    func `is refused with the field, what is wrong and how to mend it`(
        _ field: String,
        _ draft: EventDraft,
        _ message: String,
        _ help: String?
    ) throws {
        let problems = draft.problems()
        #expect(problems.map(\.field) == [field])
        #expect(problems.first?.message == message)
        if let help { #expect(problems.first?.help == help) }
    }

    @Test(
        arguments: [
            (
                "type", .written { $0.type = "ASSALT" }, "did you mean ASSAULT? ",
                EventType.allCases.map(\.rawValue)
            ),
            (
                "contexts[1]", .written { $0.contexts = ["legal", "war"] }, "",
                Context.allCases.map(\.rawValue)
            ),
            ("modality", .written { $0.modality = "sworn" }, "", Modality.allCases.map(\.rawValue)),
        ] as [(String, EventDraft, String, [String])]
    )
    func `is told the words it may choose from`(
        _ field: String,
        _ draft: EventDraft,
        _ near: String,
        _ allowed: [String]
    ) throws {
        let problem = try #require(draft.problems().first)
        #expect(problem.field == field)
        #expect(problem.help?.hasSuffix("allowed: \(allowed.joined(separator: ", "))") == true)
        #expect(problem.help?.hasPrefix(near) == true)
    }

    @Test(
        arguments: [
            ("on", .written { $0.on = "06/07/2021" }), ("reported", .written { $0.reported = "2021-02-29" }),
            ("sources[0].published", .written { $0.sources = [source(title: "A", published: "yesterday")] }),
        ] as [(String, EventDraft)]
    )
    func `has its dates read, with the place of what is wrong`(_ field: String, _ draft: EventDraft)
        throws
    {
        let problem = try #require(draft.problems().first)
        #expect(problem.topic == "date" && problem.field == field && problem.help != nil)
        let (written, range) = (try #require(problem.written), try #require(problem.range))
        #expect(range.upperBound <= written.utf8.count && !range.isEmpty)
    }

    @Test(
        arguments: [
            ("title", .written { $0.title = "a\u{0}" }), ("note", .written { $0.note = "\u{0}" }),
            ("tags[1]", .written { $0.tags = ["a", "\u{0}b"] }),
            ("sources[0].title", .written { $0.sources = [source(title: "a\u{0}")] }),
            ("sources[0].publisher", .written { $0.sources = [source(title: "a", publisher: "\u{0}")] }),
            ("sources[0].url", .written { $0.sources = [source(title: "a", url: "\u{0}")] }),
            ("sources[0].locator", .written { $0.sources = [source(title: "a", locator: "\u{0}")] }),
            (
                "effects[0].claimant",
                .written { $0.effects = [.written("dialogue", "direct") { $0.claimant = "\u{0}" }] }
            ),
            ("effects[0].key", .written { $0.effects = [.written("agreement", "signed", key: "a\u{0}")] }),
        ] as [(String, EventDraft)]
    )
    func `holds no NUL character, which PostgreSQL cannot hold`(_ field: String, _ draft: EventDraft) {
        let problems = draft.problems()
        #expect(problems.map(\.field) == [field])
        #expect(problems.first?.message.contains("NUL character at byte") == true)
    }

    @Test(arguments: [(64, 0), (32, 32), (1, 63)])
    func `may have sixty-four participants`(_ actors: Int, _ recipients: Int) {
        #expect(crowd(actors, recipients).problems().isEmpty)
    }

    @Test(arguments: [(65, 0), (64, 1), (1, 64)])
    func `may not have sixty-five`(_ actors: Int, _ recipients: Int) {
        let problems = crowd(actors, recipients).problems()
        #expect(problems.map(\.message) == ["an event has at most 64 participants, this has 65"])
        #expect(problems.first?.help?.contains("collective") == true)
    }

    @Test func `is told where it is longer than the log takes`() {
        let long = String(repeating: "x", count: 4_194_305)
        let draft = EventDraft.written {
            $0.title = long
            $0.note = long
            $0.on = "[2020" + String(repeating: ",2021", count: 300) + "]"
            $0.tags = Array(repeating: "x", count: 1001)
            let source = Source(title: "x", publisher: nil, url: nil, published: nil, locator: nil)
            $0.sources = Array(repeating: source, count: 1001)
        }
        let problems = draft.problems()
        #expect(problems.map(\.field) == ["on", "title", "tags", "sources", "note"])
        #expect(problems[1].message == "title is 4194305 bytes long, and 4194304 is the most")
        #expect(problems[2].message == "tags has 1001 items, and 1000 is the most")
    }

    @Test func `is told everything that is wrong with it`() {
        let draft = EventDraft.written {
            $0.on = "2021-13"
            $0.title = nil
            $0.actors = ["talban", "us"]
            $0.recipients = ["us"]
            $0.type = "ASSALT"
            $0.mode = "visit"
            $0.contexts = ["war"]
            $0.grade = "Z9"
            $0.reported = "tomorrow"
            $0.note = "\u{0}"
            $0.tags = ["\u{0}"]
            $0.sources = [source(title: ""), source(title: "A", published: "?")]
            $0.effects = [.written("freindship", "direct"), .written("recognition", "loved", key: "a")]
        }
        #expect(
            draft.problems().map(\.field) == [
                "on", "title", "actors[0]", "recipients[0]", "type", "contexts[0]", "grade", "reported",
                "note",
                "tags[0]", "sources[0].title", "sources[1].published", "effects[0].facet", "effects[1].value",
                "effects[1].key", "effects[1]",
            ]
        )
    }

    private func crowd(_ actors: Int, _ recipients: Int) -> EventDraft {
        .written {
            $0.actors = (0..<actors).map { "party-\($0)" }
            $0.recipients = (actors..<actors + recipients).map { "party-\($0)" }
        }
    }
}

private let dialogue = EffectDraft.written("dialogue", "direct")

private func source(
    title: String,
    publisher: String? = nil,
    url: String? = nil,
    published: String? = nil,
    locator: String? = nil
) -> Source {
    Source(title: title, publisher: publisher, url: url, published: published, locator: locator)
}
