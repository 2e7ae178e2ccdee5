import Annals
import EventLog
import Postgres
import Support
import Testing

/// Canonical bytes read back, by somebody who does not know whose they are.
@Suite struct `canonical bytes read back` {
    private let salt = [UInt8](0..<48)
    private static let id = EventID(high: 0x018f_0000_0000_7000, low: 0x8000_0000_0000_0001)

    private static func actor() throws -> PendingEntry {
        let slug = try #require(ActorID("qatar"))
        return .registering(
            ActorEntry(actor: slug, name: "Qatar", kind: .state, aliases: ["QA"], codes: []),
            as: id
        )
    }

    /// Entries of every kind, of events with anything in them.
    private static func entries(seed: UInt64) throws -> [PendingEntry] {
        var random = SplitMix64(seed: seed)
        let events = try (0..<20).map { _ in PendingEntry.recording(try .random(using: &random), as: id) }
        return try events.flatMap { event in
            let corrected = event.correcting(to: try .random(using: &random))
            return [
                event, corrected, corrected.retracting(), corrected.redacting(.title, .reason(ofRevision: 2)),
                corrected.retracting().redacting(.note), try actor(),
            ]
        }
    }

    @Test func `say of an event field by field what it says`() throws {
        let entry = PendingEntry.recording(try .rich("Talks"), as: Self.id)
        let says = try CanonicalContent(CanonicalEntry(entry, salt: salt).bytes)
        #expect(says[.event] == .text(Self.id.description))
        #expect(says[.revision] == .number(1))
        #expect(says[.kind] == .text("recorded"))
        #expect([says[.reason], says[.erases], says[.actor]] == [.missing, .missing, .missing])
        #expect(says[.occurred] == .text("2020-02-29"))
        #expect(says[.actors] == .list([.text("taliban")]))
        #expect(says[.recipients] == .list([.text("united-states")]))
        #expect([says[.type], says[.mode]] == [.text("CONSULT"), .text("visit")])
        #expect(says[.contexts] == .list([.text("diplomatic")]))
        #expect(says[.title] == .hidden(Hash(of: salt[0..<16] + Array("Talks".utf8))))
        #expect(says[.note] == .hidden(Hash(of: salt[16..<32] + Array("a note".utf8))))
        #expect([says[.grade], says[.reported]] == [.text("B2"), .text("2022")])
        #expect([says[.appendedBy], says[.origin]] == [.text("ada"), .text("cli")])
        let (effects, sources) = (says[.effects], says[.sources])
        #expect(
            effects.members.map(\.name) == [
                "facet", "key", "from", "to", "value", "begin", "end", "claimant", "terms",
            ]
        )
        #expect(
            effects.members.map(\.value) == [
                .text("agreement"), .text("doha-2020"), .text("taliban"), .text("united-states"),
                .text("signed"), .missing, .missing, .missing, .list([.text("withdrawal")]),
            ]
        )
        #expect(sources.members.map(\.name) == ["title", "publisher", "url", "published", "locator"])
        #expect(sources.members.map(\.value).last == .missing)
    }

    @Test func `say of an actor, a retraction and a redaction what they say`() throws {
        let registered = try CanonicalContent(CanonicalEntry(Self.actor()).bytes)
        guard case .object(let actor) = registered[.actor] else {
            Issue.record("it says \(registered[.actor])")
            return
        }
        #expect(actor.map(\.name) == ["actor", "name", "kind", "aliases", "codes"])
        #expect(
            actor.map(\.value) == [
                .text("qatar"), .text("Qatar"), .text("state"), .list([.text("QA")]), .list([]),
            ]
        )
        let retraction = PendingEntry.recording(try .sample(), as: Self.id).retracting(because: "a hoax")
        let retracted = try CanonicalContent(CanonicalEntry(retraction, salt: salt).bytes)
        #expect(retracted[.kind] == .text("retracted"))
        #expect(retracted[.reason] == .hidden(Hash(of: salt[32..<48] + Array("a hoax".utf8))))
        #expect(
            [retracted[.title], retracted[.actors], retracted[.effects]] == [.missing, .missing, .missing]
        )
        let redaction = PendingEntry.recording(try .rich("Talks")).redacting(.note, .reason(ofRevision: 3))
        let redacted = try CanonicalContent(CanonicalEntry(redaction).bytes)
        #expect(redacted[.erases] == .list([.text("note"), .text("reason/3")]))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `are the bytes they were read from`(seed: UInt64) throws {
        for entry in try Self.entries(seed: seed) {
            let bytes = CanonicalEntry(entry).bytes
            #expect(try CanonicalContent(bytes).bytes == bytes, "seed \(seed): \(entry)")
        }
    }

    @Test func `are those the database has of what it stores, of what was erased too`() throws {
        let log = try TestDatabase().openLog()
        var random = SplitMix64(seed: 7)
        var count = 1
        try log.record([try Self.actor()])
        for _ in 0..<10 {
            let event = PendingEntry.recording(try .random(using: &random))
            let corrected = event.correcting(to: try .random(using: &random))
            try log.record([event, corrected])
            _ = try log.redact(corrected.redacting(.title, .reason(ofRevision: 2)))
            try log.sequence()
            count += 3
        }
        let stored = try log.connection.values(
            "select annals.canonical_bytes(e) from annals.entry e",
            as: [UInt8].self
        )
        #expect(stored.count == count)
        for bytes in stored { #expect(try CanonicalContent(bytes).bytes == bytes) }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `when they were changed, are refused or read as what they are now`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var (read, refused) = (0, 0)
        for entry in try Self.entries(seed: seed) {
            let original = CanonicalEntry(entry).bytes
            for _ in 0..<100 {
                var bytes = original
                for _ in 0...Int.random(in: 0...2, using: &random) { mutate(&bytes, &random) }
                do throws(CanonicalContent.Malformed) {
                    let content = try CanonicalContent(bytes)
                    read += 1
                    #expect(content.bytes == bytes, "seed \(seed): \(hexadecimal(bytes))")
                } catch {
                    refused += 1
                    #expect((0...bytes.count).contains(error.offset), "seed \(seed): \(error)")
                }
            }
        }
        #expect(read > 100 && refused > 1000, "\(read) read, \(refused) refused")
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...8, using: &random))
        guard place < end else { return }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = .random(in: 0...255, using: &random)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 4: bytes.replaceSubrange(place..<end, with: [0xff, 0xff, 0xff, 0xff])
        default: bytes.removeSubrange(place...)
        }
    }

    @Test func `are refused wherever they are cut off, or go on`() throws {
        let bytes = CanonicalEntry(PendingEntry.recording(try .rich("Talks")).redacting(.note)).bytes
        for count in 0..<bytes.count {
            let error = #expect(throws: CanonicalContent.Malformed.self) {
                try CanonicalContent(Array(bytes.prefix(count)))
            }
            #expect((error?.offset ?? .max) <= count)
        }
        let error = #expect(throws: CanonicalContent.Malformed.self) { try CanonicalContent(bytes + [0]) }
        #expect(error?.description == "byte \(bytes.count): the entry should end here")
    }

    /// What is put in the place of something in an entry's bytes, and where and why that is refused.
    struct Forgery: CustomTestStringConvertible {
        let of: [UInt8]
        let with: [UInt8]
        let field: CanonicalField?
        let offset: Int
        let reason: String

        init(
            _ of: [UInt8],
            _ with: [UInt8],
            _ field: CanonicalField?,
            at offset: Int = 0,
            _ reason: String
        ) {
            (self.of, self.with, self.field, self.offset, self.reason) = (of, with, field, offset, reason)
        }

        var testDescription: String { "\(field.map(\.column) ?? "-"): \(reason)" }
    }

    private static func text(_ text: String) -> [UInt8] { number(UInt32(text.utf8.count)) + Array(text.utf8) }

    private static func number(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static let missing: [UInt8] = [255, 255, 255, 255]

    @Test(arguments: [
        Forgery(text("annals-entry-1"), text("annals-entry-2"), nil, "it should begin with annals-entry-1"),
        Forgery(
            text(id.description),
            text(id.description.uppercased()),
            .event,
            "it should be a UUID"
        ),
        Forgery(text(id.description), text("018f"), .event, "it should be a UUID"),
        Forgery(text(id.description), missing, .event, "it should be a UUID"),
        Forgery(number(2) + text("corrected"), number(0) + text("corrected"), .revision, "from 1 to"),
        Forgery(number(2) + text("corrected"), missing + text("corrected"), .revision, "from 1 to"),
        Forgery(
            number(2) + text("corrected"),
            number(1) + text("corrected"),
            .kind,
            at: 4,
            "revision 1 records"
        ),
        Forgery(text("corrected"), text("recorded"), .kind, "revision 1 records"),
        Forgery(text("corrected"), text("Corrected"), .kind, "a kind of entry"),
        Forgery(text("corrected"), text("redacted"), .erases, at: 52, "bytes should follow"),
        Forgery(text("2020-02-29"), number(10) + [0xff] + Array("020-02-29".utf8), .occurred, "UTF-8"),
        // The slash in two bytes, half of a surrogate pair, and a NUL.
        Forgery(text("visit"), number(5) + [0xc0, 0xaf] + Array("sit".utf8), .mode, "UTF-8"),
        Forgery(text("visit"), number(5) + [0xed, 0xa0, 0x80] + Array("it".utf8), .mode, "UTF-8"),
        Forgery(text("visit"), text("vi\0it"), .mode, "NUL"),
        Forgery(
            text("visit"),
            number(.max - 1) + Array("visit".utf8),
            .mode,
            "4294967294 bytes should follow"
        ),
        Forgery(
            number(1) + text("diplomatic"),
            number(.max - 1) + text("diplomatic"),
            .contexts,
            "4294967294 items should follow"
        ),
        Forgery(number(1) + text("peace"), number(1) + missing, .tags, at: 4, "should not be missing"),
        Forgery(text("agreement"), missing, .effects, "should not be missing"),
        Forgery(text("signed"), missing, .effects, "should not be missing"),
        Forgery(number(1) + text("withdrawal"), missing, .effects, "should not be missing"),
        Forgery(
            missing + missing + missing + missing + missing + text("ada"),
            missing + text("Qatar") + missing + missing + missing + text("ada"),
            .actor,
            at: 4,
            "name should be missing as actor is"
        ),
        Forgery(
            missing + missing + missing + missing + missing + text("ada"),
            text("qatar") + missing + missing + number(0) + number(0) + text("ada"),
            .actor,
            "of an event, with a title, or of an actor"
        ),
        Forgery(
            text("corrected"),
            text("redacted") + number(32) + [UInt8](repeating: 7, count: 32) + number(1) + text("tags"),
            .erases,
            at: 48,
            "name texts to erase"
        ),
        Forgery(text("ada"), missing, .appendedBy, "should not be missing"),
        Forgery(text("cli"), missing, .origin, "should not be missing"),
        Forgery(text("cli"), text("cli") + missing, nil, at: 7, "should end here"),
    ])
    func `are refused with the place and the field where they are not an entry's`(_ forgery: Forgery) throws {
        let rich = try Event.rich("Talks")
        let entry = PendingEntry.recording(rich, as: Self.id).correcting(to: rich)
        let bytes = CanonicalEntry(entry, salt: salt).bytes
        let place = try #require(bytes.firstRange(of: forgery.of))
        let forged = bytes[..<place.lowerBound] + forgery.with + bytes[place.upperBound...]
        let error = #expect(throws: CanonicalContent.Malformed.self) { try CanonicalContent(Array(forged)) }
        #expect(error?.field == forgery.field)
        #expect(error?.offset == place.lowerBound + forgery.offset, "\(String(describing: error))")
        #expect(error?.reason.contains(forgery.reason) == true, "\(String(describing: error))")
    }
}

extension CanonicalContent.Value {
    /// The members of the first object of a list.
    fileprivate var members: [CanonicalContent.Member] {
        guard case .list(let items) = self, case .object(let members)? = items.first else { return [] }
        return members
    }
}
