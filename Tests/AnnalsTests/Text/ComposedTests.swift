import Annals
import Testing

@Suite struct `A composed text` {
    @Test(arguments: [
        ("Cafe\u{301}", "Café"), ("\u{212B}", "Å"), ("o\u{323}\u{302}", "ộ"), ("o\u{302}\u{323}", "ộ"),
        ("\u{1112}\u{1161}\u{11AB}", "한"),
        ("ﬁ", "ﬁ"), ("", ""), ("ASCII", "ASCII"), ("\u{FFFD}", "\u{FFFD}"),
        ("\u{915}\u{93C}", "\u{915}\u{93C}"),
    ])
    func `is the same bytes however it was written`(text: String, composed: String) {
        #expect(Array(text.composed.utf8) == Array(composed.utf8))
        #expect(Array(text.composed.composed.utf8) == Array(composed.utf8))
    }

    @Test func `is what drafts of events come to`() throws {
        var draft = EventDraft()
        (draft.on, draft.actors, draft.recipients) = ("2020", ["china"], ["taliban"])
        (draft.title, draft.note, draft.tags) = ("Cafe\u{301}", "e\u{301}", ["e\u{301}"])
        draft.sources = [
            Source(
                title: "e\u{301}",
                publisher: "e\u{301}",
                url: "e\u{301}",
                published: nil,
                locator: "e\u{301}"
            )
        ]
        var effect = EffectDraft()
        (effect.facet, effect.value, effect.key, effect.claimant) = ("aid", "active", "e\u{301}", "e\u{301}")
        (effect.from, effect.to) = ("china", "taliban")
        draft.effects = [effect]
        let event = try draft.checked(rulebook: .one) { name in
            ActorID(name).map(Result.success) ?? .failure(Problem("actor", name))
        }.get()
        let source = event.sources[0]
        let texts =
            [
                event.title, event.note, event.tags[0], source.title, source.publisher, source.url,
                source.locator,
            ]
            + [event.effects?[0].key, event.effects?[0].claimant]
        for text in texts { #expect(text.map { Array($0.utf8).suffix(2) } == [0xC3, 0xA9]) }
    }

    @Test func `is what drafts of actors come to, and slugs made of names`() throws {
        var draft = ActorDraft()
        (draft.actor, draft.name, draft.aliases, draft.codes) = (
            "x", "e\u{301}", ["e\u{301}"], ["a:e\u{301}"]
        )
        let entry = try draft.checked().get()
        for text in [entry.name, entry.aliases[0], entry.codes[0]] {
            #expect(text.map { Array($0.utf8).suffix(2) } == [0xC3, 0xA9])
        }
        #expect(ActorID(naming: "Co\u{302}te d’Ivoire") == ActorID("cote-d-ivoire"))
        #expect(Array(FoldedName("I\u{302}LE").text.utf8) == Array("île".utf8))
    }
}
