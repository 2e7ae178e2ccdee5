import Testing

@testable import Annals

@Suite struct `Monthly activity` {
    @Test(arguments: [
        ("2020-02-29", "2020-02-01"), ("2020-02", "2020-02-01"), ("2020-02-XX", "2020-02-01"),
        ("2020-02-29/2021", "2020-02-01"), ("[2020-02-03..2020-02-05]", "2020-02-01"),
        ("2020", "-infinity"), ("2020-21", "-infinity"), ("../2020", "-infinity"),
        ("[2020-02-29..]", "-infinity"),
        ("[2020-02-29,2020-03-01]", "-infinity"), ("[2019-02-03,2020-02-03]", "-infinity"),
    ])
    func `has a month only where the date is that sharp`(_ date: String, _ month: String) throws {
        let event = try EventDraft.written {
            $0.on = date
            $0.type = "CONSULT"
        }.event()
        #expect(derived(event).activity.map(\.month.description) == [month])
    }

    @Test func `counts who acted towards whom, with the score of the mode`() throws {
        let event = try EventDraft.written {
            $0.actors = ["us", "qatar"]
            $0.type = "RETREAT"
            $0.mode = "ceasefire"
        }.event()
        let activity = derived(event).activity
        #expect(
            activity.map { "\($0.stream) \($0.from)" } == [
                "taliban/united-states united-states", "qatar/taliban qatar",
            ]
        )
        #expect(activity.allSatisfy { $0.to == .example && $0.events == 1 && $0.scoreInTenths == 75 })
        #expect(activity.allSatisfy { $0.quadClass == .materialCooperation })
    }

    @Test func `of one actor alone is that actor's own`() throws {
        let event = try EventDraft.written {
            $0.recipients = []
            $0.type = "PROTEST"
        }.event()
        let activity = try #require(derived(event).activity.first)
        #expect(activity.stream.name == "united-states")
        #expect(activity.to == nil)
    }

    @Test func `needs a PLOVER type`() throws {
        #expect(try derived(EventDraft.written().event()).activity.isEmpty)
    }

    @Test func `is taken back by what replaces or withdraws it`() throws {
        let before = try EventDraft.written { $0.type = "ASSAULT" }.event()
        let now = try EventDraft.written { $0.type = "CONSULT" }.event()
        let corrected = Derivation.of(.event(now), replacing: .event(before), rulebook: .one).activity
        #expect(corrected.map(\.events) == [1, -1])
        #expect(corrected.map(\.scoreInTenths) == [25, 90])
        #expect(corrected.map(\.quadClass) == [.verbalCooperation, .materialConflict])

        let withdrawn = Derivation.of(nil, replacing: .event(now), rulebook: .one).activity
        #expect(withdrawn.map(\.events) == [-1])
        #expect(withdrawn.map(\.scoreInTenths) == [-25])
    }
}
