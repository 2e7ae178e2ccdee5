import Annals
import EventLog
import Postgres
import Support
import Testing

/// Every entry is read back and hashed again by `Log.flaws()`, so that one byte changed anywhere shows.
@Suite struct `text in an entry` {
    private static let texts = [
        #"it's a "quote", `code` and «more»"#,
        "one line\nanother\r\nand\ta third\u{2028}and a fourth",
        #"C:\temp\new \\ \u0041 \x00 \'"#,
        "\u{202E}right to left\u{202C} \u{200F}\u{061C}العربية\u{2066}",
        "👩‍👩‍👧‍👦 🇶🇦 ❤️ \u{1F468}\u{200D}\u{1F4BB}",
        "e\u{301} is not é, nor K \u{212A}, nor ﬁ fi",
        #"{"title": null, "effects": [{"facet": "aid"}], "n": 1e999}"#,
        #"["\u0000", "\ud83d"]"#,
        "null", "NaN", "\\N", "{}", "$1 %s %d ${x} :name ?",
        "\u{1}\u{7}\u{1B}[31mred\u{7F}\u{FFFD}\u{FEFF}\u{10FFFF}",
        "'); drop table annals.entry; --",
        "$$; drop schema annals cascade; $$",
        "E'\\'; select pg_sleep(600); --", "1 or 1=1", "annals.entry", "\"; rollback; --",
    ]

    @Test func `round-trips exactly, in every field`() throws {
        let log = try TestDatabase().openLog()
        for text in Self.texts.map(\.composed) {
            let signed = try entry(saying: text)
            let actor = try #require(ActorID("taliban"))
            let named = ActorEntry(
                actor: actor,
                name: text,
                kind: nil,
                aliases: [text, text + "2"],
                codes: []
            )
            let start = try log.head().position
            try log.record([signed, signed.retracting(because: text), .registering(named)])

            let read = try log.entries(after: start, upTo: try log.head().position, limit: 10)
            try #require(read.count == 3)
            let texts = [
                read[0].entry.content?.event?.title, read[0].appendedBy, read[0].origin,
                read[1].entry.reason, read[2].entry.content?.actor?.name,
            ]
            #expect(texts.map { $0.map { Array($0.utf8) } } == texts.map { _ in Array(text.utf8) })
            #expect(try log.record([signed]).map(\.isDuplicate) == [true])
        }
        #expect(try log.flaws() == [])
    }

    private func entry(saying text: String) throws -> PendingEntry {
        let event = try Event.sample(text) { draft in
            draft.note = text
            draft.tags = [text, ""]
            draft.sources = [
                Source(title: text, publisher: text, url: text, published: nil, locator: text)
            ]
            var effect = EffectDraft()
            effect.facet = "agreement"
            effect.key = text
            effect.value = "signed"
            effect.claimant = text
            draft.effects = [effect]
        }
        let entry = PendingEntry.recording(event).entry
        return PendingEntry(entry, replacing: nil, appendedBy: text, origin: text)
    }

    @Test func `may be a million characters long`() throws {
        let log = try TestDatabase().openLog()
        var random = SplitMix64(seed: 1)
        let long = String(
            String.UnicodeScalarView(
                (0..<1_000_000).map { _ in
                    Unicode.Scalar(UInt32.random(in: 0x20...0xD7FF, using: &random)) ?? "x"
                }
            )
        )
        let event = try Event.sample("title " + long) { draft in
            draft.note = long
            draft.tags = [long]
        }
        try log.record([.recording(event)])
        #expect(try log.titles().first??.utf8.elementsEqual(event.title.utf8) == true)
        #expect(try log.flaws() == [])
    }

    @Test func `with a NUL is refused, and nothing is half written`() throws {
        let log = try TestDatabase().openLog()
        let entry = try PendingEntry.recording(.sample()).entry
        let nul = PendingEntry(entry, replacing: nil, appendedBy: "ada\0", origin: "cli")
        #expect(try stateOfRefusal { try log.append(try samples(3) + [nul]) } == .characterNotInRepertoire)
        #expect(
            try stateOfRefusal {
                try log.connection.execute(
                    #"""
                    select annals.append(array[jsonb_populate_record(null::annals.new_entry,
                        '{"event_id": "0e984725-c51c-4bf4-9960-e1c80e27aba0", "title": "\u0000"}')])
                    """#
                )
            } == "22P05"
        )
        #expect(try log.connection.value("select count(*) from annals.entry", as: Int64.self) == 0)
        #expect(try log.connection.value("select count(*) from annals.stream", as: Int64.self) == 0)
        #expect(try log.flaws() == [])
    }
}
