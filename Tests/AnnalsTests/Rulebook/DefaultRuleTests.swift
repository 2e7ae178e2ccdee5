import Testing

@testable import Annals

@Suite struct `A coded event without effects of its own` {
    @Test(arguments: [
        ("ASSAULT", "hostility=force"), ("ASSAULT/aerial", "hostility=force"),
        ("COERCE/seize", "hostility=force"),
        ("COERCE", ""), ("COERCE/arrest", ""), ("MOBILIZE", "hostility=display"),
        ("MOBILIZE/troops", "hostility=display"),
        ("THREATEN/violence", "hostility=threat stance=hostile"),
        ("THREATEN/territory", "hostility=threat stance=hostile"), ("THREATEN", "stance=hostile"),
        ("THREATEN/restrict", "stance=hostile"), ("RETREAT/ceasefire", "hostility=none"),
        ("RETREAT/withdraw", "hostility=none"), ("RETREAT", ""), ("RETREAT/release", ""),
        ("CONSULT", "dialogue=direct"), ("CONSULT/visit", "dialogue=direct"),
        ("CONSULT/third-party", "dialogue=indirect"), ("REJECT/meet", "dialogue=refused stance=critical"),
        ("REJECT", "stance=critical"), ("REJECT/yield", "stance=critical"), ("ACCUSE", "stance=critical"),
        ("ACCUSE/allege", "stance=critical"), ("SUPPORT", "stance=endorsing"),
        ("SANCTION/discontinue", "sanctions=imposed"), ("SANCTION", ""), ("SANCTION/expel", ""),
        ("AGREE", ""), ("CONCEDE", ""), ("COOPERATE", ""), ("AID", ""), ("REQUEST", ""), ("PROTEST", ""),
        ("cameo:163", "sanctions=imposed"), ("cameo:085", "sanctions=eased"), ("cameo:162", "aid=suspended"),
        ("cameo:1621", "aid/economic=suspended"), ("cameo:1622", "aid/military=suspended"),
        ("cameo:1623", "aid/humanitarian=suspended"), ("cameo:070", "aid=active"),
        ("cameo:071", "aid/economic=active"), ("cameo:072", "aid/military=active"),
        ("cameo:073", "aid/humanitarian=active"), ("cameo:033", "aid=pledged"),
        ("cameo:0331", "aid/economic=pledged"),
        ("cameo:0332", "aid/military=pledged"), ("cameo:0333", "aid/humanitarian=pledged"),
        ("cameo:161", "representation=none"), ("cameo:166", "representation=none"),
        ("cameo:164", "dialogue=suspended"),
        ("cameo:010", ""), ("cameo:16", ""), ("cameo:03", ""), ("163", ""),
        // A code is finer than the type it was folded into.
        ("SANCTION/discontinue cameo:1621", "aid/economic=suspended"),
        ("SANCTION/discontinue cameo:163", "sanctions=imposed"),
        ("SANCTION/discontinue cameo:161", "representation=none"),
        ("REJECT/meet cameo:164", "dialogue=suspended stance=critical"),
        ("CONSULT cameo:042", "dialogue=direct"),
    ])
    func `sets what the rulebook says`(_ code: String, _ effects: String) throws {
        let event = try coded(code).event()
        let derived = derived(event).effects
        #expect(derived.map(described).sorted().joined(separator: " ") == effects)
        #expect(derived.allSatisfy { $0.lane.stream.name == "taliban/united-states" })
        #expect(derived.allSatisfy { $0.lane.from == nil || $0.lane.from?.slug == "united-states" })
    }

    @Test(arguments: ["asserted", "reported", "alleged"])
    func `sets it however it is claimed`(_ modality: String) throws {
        let event = try coded("ASSAULT", modality: modality).event()
        #expect(derived(event).effects.map(\.modality.rawValue) == [modality])
    }

    @Test(arguments: ["ASSAULT", "THREATEN/violence", "CONSULT", "cameo:163"])
    func `sets nothing when it is denied`(_ code: String) throws {
        let event = try coded(code, modality: "denied").event()
        #expect(derived(event).effects.isEmpty)
    }

    @Test func `sets every actor against every recipient`() throws {
        var draft = coded("THREATEN/violence")
        draft.actors = ["us", "qatar"]
        draft.recipients = ["taliban", "iran"]
        let effects = try derived(draft.event()).effects
        #expect(effects.filter { $0.lane.facet == .hostility }.count == 4)
        let stances = effects.filter { $0.lane.facet == .stance }.map(\.lane)
        #expect(
            stances.compactMap { lane in lane.from.flatMap { from in lane.to.map { "\(from)>\($0)" } } } == [
                "united-states>taliban", "united-states>iran", "qatar>taliban", "qatar>iran",
            ]
        )
    }

    @Test func `without recipients sets only what has no direction, between all`() throws {
        var draft = coded("THREATEN/violence")
        draft.actors = ["us", "taliban", "qatar"]
        draft.recipients = []
        let effects = try derived(draft.event()).effects
        #expect(effects.map(\.lane.facet) == [.hostility, .hostility, .hostility])
        #expect(Set(effects.map(\.lane.stream)).count == 3)
    }

    @Test func `of one actor sets nothing`() throws {
        var draft = coded("ASSAULT")
        draft.recipients = []
        #expect(try derived(draft.event()).effects.isEmpty)
    }

    /// An event from `TYPE/mode` and tags, in any number.
    private func coded(_ code: String, modality: String? = nil) -> EventDraft {
        .written { draft in
            draft.modality = modality
            for word in code.split(separator: " ").map(String.init) {
                let parts = word.split(separator: "/").map(String.init)
                guard EventType(rawValue: parts[0]) != nil else {
                    draft.tags.append(word)
                    continue
                }
                draft.type = parts[0]
                draft.mode = parts.dropFirst().first
            }
        }
    }

    private func described(_ effect: Effect) -> String {
        let key = effect.lane.key.isEmpty ? "" : "/\(effect.lane.key)"
        return "\(effect.lane.facet.rawValue)\(key)=\(effect.value.name)"
    }
}
