import Annals
import Testing

@testable import Pictures

struct SentenceTests {
    private let lane = ShownLane(name: "dialogue")

    @Test func `an interval is told with its value, its days and what it may be instead`() throws {
        let drawn = try day("2020-02-29")...day("2021-02-28")
        #expect(
            ShownClaim.dialogue.sentence(of: lane, drawn: drawn)
                == """
                Dialogue, direct, since 2020-02-29, drawn to 2021-02-28; possibly indirect; grade B2; \
                #160 Doha agreement.
                """
        )
    }

    @Test func `an interval whose begin is not known by the day says from when on it is drawn`() throws {
        let drawn = try day("2001-12-31")...day("2021-12-30")
        var claim = ShownClaim.certain("war", level: -2)
        claim.until = "2021"
        #expect(
            claim.sentence(of: ShownLane(name: "hostility"), drawn: drawn)
                == """
                Hostility, war, since 2001 until 2021, drawn from 2001-12-31 to 2021-12-30; grade B2; \
                #63 War on terror against the Taliban.
                """
        )
        let one = try day("2020-01-01")...day("2020-01-01")
        #expect(claim.sentence(of: lane, drawn: one).contains("drawn on 2020-01-01;"))
    }

    @Test func `what is only possible is not said to be so`() {
        var claim = ShownClaim.dialogue
        claim.alternatives.insert(ShownValue(word: "direct", level: 2), at: 0)
        claim.value = nil
        claim.remarks = ["alleged", "stale"]
        #expect(claim.words == "possibly direct or indirect (alleged, stale)")
        #expect(
            claim.sentence(of: ShownLane(name: "dialogue", detail: "says qatar"))
                == """
                Dialogue, says qatar, possibly direct or indirect (alleged, stale), since 2020-02-29; \
                grade B2; #160 Doha agreement.
                """
        )
    }

    @Test(
        arguments: [
            ("2020", nil, "since 2020", "2020"), ("2020", "2021", "since 2020 until 2021", "2020 until 2021"),
            ("..", nil, "standing", "standing"), ("..", "2021", "standing until 2021", "standing until 2021"),
            (nil, "", "since an unknown day until an unknown day", "unknown until an unknown day"),
            ("2020", "..", "since 2020", "2020"),
        ] as [(String?, String?, String, String)]
    )
    func `since and until when is said in words`(
        since: String?,
        until: String?,
        period: String,
        dates: String
    ) {
        var claim = ShownClaim.certain("war", level: -2, since: since)
        claim.until = until
        #expect(claim.period == period)
        #expect(claim.dates == dates)
    }

    @Test func `an event is told with what it set and how it stands`() throws {
        let begin = try day("2020-02-29")...day("2020-02-29")
        #expect(
            CoursePicture.Mark.sample(6, begin: begin, standing: .corrected).sentence
                == """
                Event g, 2020-02-29, Doha agreement; sets dialogue: direct, agreement doha-2020: in force; \
                grade B2; #7, corrected; read in Agreement for Bringing Peace.
                """
        )
    }

    @Test func `a change is told from before to after`() {
        let row = DiffPicture.Row(
            relationship: "taliban/united-states",
            lane: lane,
            before: nil,
            after: .dialogue,
            verdict: .better,
            cause: "#160 Doha agreement"
        )
        #expect(
            row.sentence
                == """
                Taliban/united-states, dialogue: from unknown to direct, possibly indirect, since 2020-02-29; \
                better; #160 Doha agreement.
                """
        )
    }
}
