import Annals
import Formats
import Testing

@Suite struct `A JSON line` {
    @Test func `is an actor`() throws {
        let line = try read(
            #"{"actor":"taliban","name":"Taliban","kind":"armed-group","aliases":["TB"],"codes":["plover:AFGREB"]}"#
        )
        var draft = ActorDraft()
        draft.actor = "taliban"
        draft.name = "Taliban"
        draft.kind = "armed-group"
        draft.aliases = ["TB"]
        draft.codes = ["plover:AFGREB"]
        #expect(line == .actor(draft))
    }

    @Test func `is an event with all its fields, in any order and with space between them`() throws {
        let line = try read(
            #"""
             { "title" : "An office" , "sources":[{"title":"T","publisher":"P","url":"https://u/","published":"2022",
             "locator":"§1"}],	"effects":[{"facet":"representation","key":"k","from":"taliban","to":"qatar",
             "value":"attempted","begin":"2013","end":"..","claimant":"iran","terms":["ceasefire"]}],
             "tags":["t"],"reported":"2022","grade":"B2","modality":"asserted","note":"n","contexts":["diplomatic"],
             "mode":"m","type":"SUPPORT","recipients":["qatar"],"actors":["taliban"],"on":"2013","id":"e1" } 
            """#
        )
        var effect = EffectDraft()
        effect.facet = "representation"
        effect.key = "k"
        effect.from = "taliban"
        effect.to = "qatar"
        effect.value = "attempted"
        effect.begin = "2013"
        effect.end = ".."
        effect.claimant = "iran"
        effect.terms = ["ceasefire"]
        var draft = EventDraft()
        draft.on = "2013"
        draft.actors = ["taliban"]
        draft.recipients = ["qatar"]
        draft.type = "SUPPORT"
        draft.mode = "m"
        draft.contexts = ["diplomatic"]
        draft.title = "An office"
        draft.note = "n"
        draft.modality = "asserted"
        draft.grade = "B2"
        draft.reported = "2022"
        draft.tags = ["t"]
        draft.effects = [effect]
        draft.sources = [
            Source(title: "T", publisher: "P", url: "https://u/", published: "2022", locator: "§1")
        ]
        #expect(line == .event(id: "e1", draft))
    }

    @Test func `may say null for whatever an event or an actor need not have`() throws {
        let event = try read(
            #"""
            {"id":null,"on":"2013","title":"x","actors":null,"recipients":null,"type":null,"mode":null,"contexts":null,
            "note":null,"modality":null,"grade":null,"reported":null,"tags":null,"effects":null,"sources":null}
            """#
        )
        #expect(try event == read(#"{"on":"2013","title":"x"}"#))
        let actor = try read(#"{"actor":"a","name":null,"kind":null,"aliases":null,"codes":null}"#)
        #expect(try actor == read(#"{"actor":"a"}"#))
    }

    @Test func `tells no effects from effects left to the rulebook`() throws {
        var draft = EventDraft()
        draft.title = "x"
        #expect(try read(#"{"title":"x","effects":null}"#) == .event(id: nil, draft))
        draft.effects = []
        #expect(try read(#"{"title":"x","effects":[]}"#) == .event(id: nil, draft))
    }

    @Test func `is a correction, which keeps what it leaves out and empties what it says is null`() throws {
        var changes = EventChanges()
        changes.on = .set("2013-06-18")
        changes.note = .set(nil)
        changes.actors = .set([])
        changes.tags = .set([])
        changes.effects = .set(nil)
        let line = try read(
            ##"{"correct":"#57","because":"b","on":"2013-06-18","note":null,"actors":null,"tags":[],"effects":null}"##
        )
        #expect(line == .correction(of: "#57", because: "b", changes))
        changes = EventChanges()
        changes.effects = .set([])
        #expect(
            try read(##"{"effects":[],"correct":"#57"}"##) == .correction(of: "#57", because: nil, changes)
        )
    }

    @Test func `is a retraction`() throws {
        #expect(
            try read(##"{"retract":"#58","because":"Twice."}"##) == .retraction(of: "#58", because: "Twice.")
        )
        #expect(try read(##"{"because":null,"retract":"#58"}"##) == .retraction(of: "#58", because: nil))
    }

    @Test(arguments: [
        (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{08}\u{0C}\n\r\t"),
        (#"T\u00fcrkiye"#, "Türkiye"),
        (#"\uD83D\ude00!"#, "😀!"),
        (#"a\u0000b"#, "a\u{0}b"),
        (#"\uFFFD\uffff"#, "\u{FFFD}\u{FFFF}"),
        ("Türkiye’s 政府 \u{7F}\u{2028}", "Türkiye’s 政府 \u{7F}\u{2028}"),
        ("", ""),
    ])
    func `reads every way to write a character`(_ written: String, _ meant: String) throws {
        guard case .event(_, let draft) = try read(#"{"on":"2013","title":"\#(written)"}"#) else {
            Issue.record("not an event")
            return
        }
        #expect(draft.title?.unicodeScalars.elementsEqual(meant.unicodeScalars) == true)
    }

    @Test func `reads a key written with escapes`() throws {
        #expect(try read(#"{"\u006fn":"2013"}"#) == read(#"{"on":"2013"}"#))
    }

    private func read(_ text: String) throws(Problems) -> JSONLine {
        try JSONLine(Array(text.utf8)[...])
    }
}
