import Annals
import Crypto
import EventLog
import Testing

@Suite struct `the digest of an entry` {
    private let salt = [UInt8](0..<48)

    private func digest(_ pending: PendingEntry) -> [UInt8] {
        CanonicalEntry(pending, salt: salt).digest
    }

    private func event(_ change: (inout EventDraft) -> Void) throws -> Event {
        try .sample { draft in
            draft.note = "a note"
            draft.type = "CONSULT"
            draft.mode = "visit"
            draft.contexts = ["diplomatic"]
            draft.grade = "B2"
            draft.reported = "2022"
            draft.tags = ["peace", "talks"]
            draft.sources = [
                Source(
                    title: "Report",
                    publisher: "UN",
                    url: "https://un.org",
                    published: "2022",
                    locator: "§1"
                )
            ]
            draft.effects = [.agreement]
            change(&draft)
        }
    }

    private static let changes: [@Sendable (inout EventDraft) -> Void] = [
        { _ in },
        { $0.on = "2020-02" }, { $0.on = "2020-02-29?" },
        { $0.actors = ["qatar"] }, { $0.actors = ["taliban", "qatar"] },
        { $0.recipients = ["qatar"] }, { $0.recipients = ["united-states", "qatar"] },
        {
            $0.actors = ["taliban", "united-states"]; $0.recipients = []
        },
        {
            $0.actors = ["united-states"]; $0.recipients = ["taliban"]
        },
        {
            $0.type = nil; $0.mode = nil
        },
        {
            $0.type = "AGREE"; $0.mode = nil
        }, { $0.mode = nil },
        { $0.mode = "phone" },
        { $0.contexts = [] }, { $0.contexts = ["military"] }, { $0.contexts = ["diplomatic", "military"] },
        { $0.modality = "alleged" },
        { $0.title = "Talks in Dohа" }, { $0.title = "Talks in Doha " },
        { $0.note = nil }, { $0.note = "" }, { $0.note = "A note" },
        { $0.grade = "B3" }, { $0.grade = nil },
        { $0.reported = nil }, { $0.reported = "2021" },
        { $0.tags = [] }, { $0.tags = ["talks", "peace"] }, { $0.tags = ["peacetalks"] },
        { $0.tags = ["peace", "talks", ""] },
        { $0.sources = [] }, { $0.sources += $0.sources },
        { $0.sources[0].title = "report" }, { $0.sources[0].publisher = nil },
        { $0.sources[0].publisher = "" }, { $0.sources[0].url = nil },
        { $0.sources[0].published = "2021" }, { $0.sources[0].locator = "§2" },
        {
            $0.sources[0].url = "UN"; $0.sources[0].publisher = "https://un.org"
        },
        { $0.effects = nil }, { $0.effects = [] }, { $0.effects = [.agreement, .agreement] },
        { $0.effects?[0].key = "doha-2021" }, { $0.effects?[0].value = "in-force" },
        { $0.effects?[0].from = "qatar" }, { $0.effects?[0].to = "qatar" },
        { $0.effects?[0].begin = "2020" }, { $0.effects?[0].end = "2021" },
        {
            $0.effects?[0].begin = "2020"; $0.effects?[0].end = "2021"
        },
        { $0.effects?[0].claimant = "taliban" }, { $0.effects?[0].terms = ["withdrawal"] },
        { $0.effects?[0].terms = ["ceasefire", "withdrawal"] },
        {
            $0.effects?[0].facet = "orientation"; $0.effects?[0].key = nil; $0.effects?[0].value = "enemy"
        },
    ]

    @Test func `changes with every field of an event`() throws {
        let id = EventID(high: 1, low: 2)
        let digests = try Self.changes.map { digest(.recording(try event($0), as: id)) }
        for (index, one) in digests.enumerated() {
            #expect(digests.firstIndex(of: one) == index, "change \(index) is not seen")
        }
    }

    @Test func `changes with every field of an actor`() {
        let id = EventID(high: 1, low: 2)
        guard let slug = ActorID("qatar"), let other = ActorID("qatari") else { return }
        func actor(_ change: (inout ActorEntry) -> Void) -> [UInt8] {
            var entry = ActorEntry(
                actor: slug,
                name: "Qatar",
                kind: .state,
                aliases: ["QA"],
                codes: ["cow:694"]
            )
            change(&entry)
            return digest(.registering(entry, as: id))
        }
        let digests = [
            actor { _ in }, actor { $0.actor = other }, actor { $0.name = nil }, actor { $0.name = "QATAR" },
            actor { $0.kind = nil }, actor { $0.kind = .government }, actor { $0.aliases = [] },
            actor {
                $0.aliases = ["QA", "cow:694"]; $0.codes = []
            }, actor { $0.codes = ["cow:695"] },
        ]
        #expect(Set(digests).count == digests.count)
    }

    @Test func `changes with what the entry does, by whom and from where`() throws {
        let first = PendingEntry.recording(try event { _ in }, as: EventID(high: 1, low: 2))
        let event = try event { _ in }
        let entries = [
            first, .recording(event, as: EventID(high: 1, low: 3)),
            .recording(event, as: EventID(high: 0, low: 2)),
            first.correcting(to: event), first.correcting(to: event, because: "another reason"),
            first.correcting(to: event).correcting(to: event), first.retracting(),
            PendingEntry(first.entry, replacing: nil, appendedBy: "grace", origin: "cli"),
            PendingEntry(first.entry, replacing: nil, appendedBy: "ada", origin: "http"),
            PendingEntry(first.entry, replacing: nil, appendedBy: "adac", origin: "li"),
        ]
        #expect(Set(entries.map(digest)).count == entries.count)
    }

    @Test func `knows title, note and reason only by their salted hashes`() throws {
        let (title, note, reason) = ("a title to forget", "a note to forget", "a reason to forget")
        let event = try event { draft in
            draft.title = title
            draft.note = note
        }
        let entry = PendingEntry.recording(event).correcting(to: event, because: reason)
        let bytes = CanonicalEntry(entry, salt: salt).bytes
        for (text, salt) in [(title, salt[0..<16]), (note, salt[16..<32]), (reason, salt[32..<48])] {
            #expect(!bytes.contains(Array(text.utf8)))
            #expect(bytes.contains([0, 0, 0, 32] + SHA256.hash(data: Array(salt) + Array(text.utf8))))
        }
        for byte in [0, 15, 16, 31, 32, 47] {
            var other = salt
            other[byte] ^= 1
            #expect(CanonicalEntry(entry, salt: other).digest != CanonicalEntry(entry, salt: salt).digest)
        }
    }

    @Test func `is another for the same entry with other salt, and every salt is new`() throws {
        let entry = try PendingEntry.recording(.sample())
        let salts = (0..<100).map { _ in CanonicalEntry(entry).salt }
        #expect(salts.allSatisfy { $0.count == 48 })
        #expect(Set(salts).count == 100)
        #expect(Set(salts.map { CanonicalEntry(entry, salt: $0).digest }).count == 100)
    }
}

extension EffectDraft {
    fileprivate static var agreement: EffectDraft {
        var draft = EffectDraft()
        draft.facet = "agreement"
        draft.key = "doha-2020"
        draft.from = "taliban"
        draft.to = "united-states"
        draft.value = "signed"
        return draft
    }
}
