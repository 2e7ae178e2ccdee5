import Testing

@testable import Annals

@Suite struct `An entry touches` {
    @Test(arguments: [
        (["us"], ["taliban"], ["taliban/united-states"]),
        (
            ["us", "qatar"], ["taliban", "pakistan"],
            [
                "pakistan/qatar", "pakistan/united-states", "qatar/taliban", "taliban/united-states",
            ]
        ),
        (["us", "taliban", "qatar"], [], ["qatar/taliban", "qatar/united-states", "taliban/united-states"]),
        (["us", "taliban", "qatar"], ["iran"], ["iran/qatar", "iran/taliban", "iran/united-states"]),
        (["taliban"], [], ["taliban"]),
    ])
    func `the pairs of its participants`(_ actors: [String], _ recipients: [String], _ streams: [String])
        throws
    {
        let event = try EventDraft.written {
            $0.actors = actors
            $0.recipients = recipients
        }.event()
        #expect(derived(event).streams.map(\.name) == streams)
    }

    @Test func `every pair and actor its effects name besides`() throws {
        let event = try EventDraft.written {
            $0.effects = [
                .written("recognition", "de-facto", from: "iran", to: "taliban"),
                .written("dialogue", "direct"),
                .written("polity-status", "insurgent", from: "taliban"),
            ]
        }.event()
        let names = ["iran/taliban", "taliban", "taliban/united-states"]
        #expect(derived(event).streams.map(\.name) == names)
        #expect(
            derived(event).effects.map(\.lane.stream.name) == [
                "iran/taliban", "taliban/united-states", "taliban",
            ]
        )
    }

    @Test func `what the revision before it touched`() throws {
        let before = try EventDraft.written {
            $0.effects = [.written("dialogue", "direct", from: "iran", to: "taliban")]
        }.event()
        let now = try EventDraft.written { $0.recipients = ["qatar"] }.event()
        let corrected = Derivation.of(.event(now), replacing: .event(before), rulebook: .one)
        let streams = ["iran/taliban", "qatar/united-states", "taliban/united-states"]
        #expect(corrected.streams.map(\.name) == streams)
        #expect(corrected.effects.isEmpty)

        let retracted = Derivation.of(nil, replacing: .event(before), rulebook: .one)
        #expect(retracted.streams.map(\.name) == ["iran/taliban", "taliban/united-states"])
        #expect(retracted.effects.isEmpty)
    }

    @Test func `the actor it is about`() {
        let entry = ActorEntry(actor: .example, name: "Taliban", kind: .armedGroup, aliases: [], codes: [])
        let registered = Derivation.of(.actor(entry), replacing: nil, rulebook: .one)
        #expect(registered.streams.map(\.name) == ["taliban"])
        #expect(registered.actor == entry)
        #expect(registered.effects.isEmpty && registered.activity.isEmpty)

        let withdrawn = Derivation.of(nil, replacing: .actor(entry), rulebook: .one)
        #expect(withdrawn.streams.map(\.name) == ["taliban"])
        #expect(withdrawn.actor == nil)
    }
}

@Suite struct `An effect` {
    @Test func `of a symmetric facet is the same lane from both sides`() throws {
        let lanes = try [("us", "taliban"), ("taliban", "us")].map { from, to in
            let event = EventDraft.written {
                $0.effects = [.written("dialogue", "direct", from: from, to: to)]
            }
            return try #require(derived(event.event()).effects.first).lane
        }
        #expect(Set(lanes).count == 1)
        #expect(lanes[0].from == nil && lanes[0].to == nil)
    }

    @Test func `of a directed facet has a lane for each direction, key and claimant`() throws {
        let event = try EventDraft.written {
            $0.effects = [
                .written("aid", "active", from: "us", to: "taliban"),
                .written("aid", "active", from: "taliban", to: "us"),
                .written("aid", "active", key: "military", from: "us", to: "taliban"),
                .written("aid", "active", from: "us", to: "taliban") { $0.claimant = "Qatar" },
            ]
        }.event()
        let lanes = derived(event).effects.map(\.lane)
        #expect(Set(lanes).count == 4)
        #expect(Set(lanes.map(\.stream.name)) == ["taliban/united-states"])
        #expect(lanes[0].from?.slug == "united-states" && lanes[0].to?.slug == "taliban")
        #expect(lanes.map(\.key) == ["", "", "military", ""])
        #expect(lanes.map(\.claimant) == ["", "", "", "Qatar"])
    }

    @Test func `carries how it is claimed and how good its source is`() throws {
        let event = try EventDraft.written {
            $0.modality = "alleged"
            $0.grade = "C3"
            $0.effects = [.written("support", "active", from: "iran", to: "taliban")]
        }.event()
        let effect = try #require(derived(event).effects.first)
        #expect(effect.modality == .alleged)
        #expect(effect.grade.code == "C3")
    }

    @Test(arguments: ["predicted", "conditional", "opinion"])
    func `does not come from what is only said to come`(_ modality: String) throws {
        let event = try EventDraft.written {
            $0.type = "ASSAULT"
            $0.modality = modality
        }.event()
        #expect(derived(event).effects.isEmpty)
        #expect(derived(event).activity.isEmpty)
    }

    @Test func `is left to no rule by an empty list`() throws {
        let event = try EventDraft.written {
            $0.type = "ASSAULT"
            $0.effects = []
        }.event()
        #expect(derived(event).effects.isEmpty)
    }
}

/// What a first entry of an event means.
func derived(_ event: Event) -> Derivation {
    Derivation.of(.event(event), replacing: nil, rulebook: .one)
}
