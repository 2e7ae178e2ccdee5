import Annals
import EventLog
import Testing

/// Entries written down byte by byte, so that the format cannot change without somebody meaning it: every
/// checkpoint ever published rests on it.
@Suite struct `the canonical bytes of version 1` {
    private let salt = [UInt8](0..<48)
    private let id = EventID(high: 0x018f_0000_0000_7000, low: 0x8000_0000_0000_0001)

    @Test func `are these for an event`() throws {
        let event = try Event.sample("Doha agreement") { draft in
            draft.type = "CONSULT"
            draft.mode = "visit"
            draft.contexts = ["diplomatic"]
            draft.grade = "B2"
            draft.reported = "2022"
            draft.tags = ["peace"]
            draft.sources = [
                Source(title: "Report", publisher: nil, url: nil, published: "2022", locator: "§1")
            ]
            var effect = EffectDraft()
            effect.facet = "agreement"
            effect.key = "doha-2020"
            effect.value = "signed"
            effect.terms = ["withdrawal"]
            draft.effects = [effect]
        }
        let canonical = CanonicalEntry(.recording(event, as: id), salt: salt)
        let nothing = field(nil)
        var expected = field("annals-entry-1") + field("018f0000-0000-7000-8000-000000000001")
        expected += number(1) + field("recorded") + nothing
        expected += field("2020-02-29")
        expected += number(1) + field("taliban") + number(1) + field("united-states")
        expected += field("CONSULT") + field("visit") + number(1) + field("diplomatic") + field("asserted")
        // SHA-256 of the salt's first 16 bytes and "Doha agreement"; there is no note.
        expected +=
            number(32) + bytes("74b8fde2030c1475cac9d7d800ac5943bca9957bf35febcbf2a53d969ce0f6ea") + nothing
        expected += number(1) + field("agreement") + field("doha-2020") + field("taliban")
        expected += field("united-states") + field("signed") + nothing + nothing + nothing
        expected += number(1) + field("withdrawal")
        expected += number(1) + field("Report") + nothing + nothing + field("2022") + field("§1")
        expected += field("B2") + field("2022") + number(1) + field("peace")
        expected += nothing + nothing + nothing + nothing + nothing
        expected += field("ada") + field("cli")
        #expect(hexadecimal(canonical.bytes) == hexadecimal(expected))
        #expect(
            hexadecimal(canonical.digest)
                == "3371969fb0084bd6b8798489bdbd41da609ecf19d75f200b8faf6eee3690f768"
        )
    }

    @Test func `are these for an actor`() throws {
        let slug = try #require(ActorID("qatar"))
        let actor = ActorEntry(actor: slug, name: "Qatar", kind: .state, aliases: [], codes: ["cow:694"])
        let canonical = CanonicalEntry(.registering(actor, as: id), salt: salt)
        var expected = field("annals-entry-1") + field("018f0000-0000-7000-8000-000000000001")
        expected += number(1) + field("recorded")
        for _ in 0..<15 { expected += field(nil) }
        expected +=
            field("qatar") + field("Qatar") + field("state") + number(0) + number(1) + field("cow:694")
        expected += field("ada") + field("cli")
        #expect(hexadecimal(canonical.bytes) == hexadecimal(expected))
        #expect(
            hexadecimal(canonical.digest)
                == "57605d556d6f07de831346d49b59f7d091aba140f370395be0be68af1c1f10f9"
        )
    }

    @Test func `are these for a retraction`() throws {
        let retraction = PendingEntry.recording(try .sample(), as: id).retracting(because: "a hoax")
        let canonical = CanonicalEntry(retraction, salt: salt)
        var expected = field("annals-entry-1") + field("018f0000-0000-7000-8000-000000000001")
        expected += number(2) + field("retracted")
        // SHA-256 of the salt's last 16 bytes and "a hoax".
        expected += number(32) + bytes("6915396988ed958cac44132b7ae9226bbebde67a9f52330511403aad1afb710c")
        for _ in 0..<19 { expected += field(nil) }
        expected += field("ada") + field("cli")
        #expect(hexadecimal(canonical.bytes) == hexadecimal(expected))
        #expect(
            hexadecimal(canonical.digest)
                == "bdb1e952f142644af62b62e6e04fdb795e079d2ec6a55badc315499bc097c824"
        )
    }

    private func number(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private func field(_ text: String?) -> [UInt8] {
        guard let text else { return [0xff, 0xff, 0xff, 0xff] }
        return number(UInt32(text.utf8.count)) + Array(text.utf8)
    }

    private func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
