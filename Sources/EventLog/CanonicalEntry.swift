import Annals
import Crypto

/// The bytes of an entry that are hashed into the log, defined once.
///
/// Fields in a fixed order (``CanonicalField``), each a four-byte big-endian length and its bytes: text as UTF-8
/// exactly as stored, dates as written, numbers as four bytes, lists as their items behind a count. A missing
/// value has the length 0xFFFFFFFF. Title, note and reason enter as SHA-256 over their own 16 bytes of salt and
/// the text, so that a text and its salt can be erased by law while every proof still holds: of an erased text that
/// hash is kept. A redaction says after its reason, as a list, which texts it erases; other entries have nothing
/// there.
///
/// Their SHA-256 is the entry's digest. The log seals it, with the times the entry was accepted and became known,
/// into its Merkle tree. `docs/proof.md` tells others how to make them.
package struct CanonicalEntry {
    /// 48 random bytes: 16 each for title, note and reason.
    package let salt: [UInt8]
    /// The bytes.
    package let bytes: [UInt8]

    /// Their SHA-256.
    package var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// The bytes of an entry.
    ///
    /// - Parameter erased: the hashes kept of texts erased from it, which stand for what is read in their place.
    package init(
        _ pending: PendingEntry,
        salt: [UInt8] = Self.freshSalt(),
        erased: ErasedHashes = .none
    ) {
        self.salt = salt
        var writer = CanonicalWriter()
        writer.begin(salt: salt)
        for field in CanonicalField.allCases { pending.write(field, erased, to: &writer) }
        bytes = writer.bytes
    }

    /// How many bytes of salt an entry has.
    static let saltSize = 48

    /// New salt.
    package static func freshSalt() -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return (0..<6).flatMap { _ in
            let word: UInt64 = random.next()
            return withUnsafeBytes(of: word, Array.init)
        }
    }
}

extension PendingEntry {
    fileprivate func write(_ field: CanonicalField, _ erased: ErasedHashes, to writer: inout CanonicalWriter)
    {
        let event = entry.content?.event
        let actor = entry.content?.actor
        switch field {
        case .event: writer.text(entry.event.description)
        case .revision: writer.number(entry.revision)
        case .kind: writer.text(entry.kind.rawValue)
        case .reason: writer.hidden(entry.reason, field.salt, erased.reason)
        case .erases: if entry.kind == .redacted { writer.list(entry.erases) { $0.text($1.name) } }
        case .occurred: writer.text(event?.occurred.text)
        case .actors: writer.list(event?.actors) { $0.text($1.slug) }
        case .recipients: writer.list(event?.recipients) { $0.text($1.slug) }
        case .type: writer.text(event?.type?.rawValue)
        case .mode: writer.text(event?.mode)
        case .contexts: writer.list(event?.contexts) { $0.text($1.rawValue) }
        case .modality: writer.text(event?.modality.rawValue)
        case .title: writer.hidden(event?.title, field.salt, erased.title)
        case .note: writer.hidden(event?.note, field.salt, erased.note)
        case .effects: writer.list(event.flatMap(\.effects)) { $0.claim(StoredClaim($1)) }
        case .sources: writer.list(event?.sources) { $0.source($1) }
        case .grade: writer.text(event?.grade.code)
        case .reported: writer.text(event?.reported?.text)
        case .tags: writer.list(event?.tags) { $0.text($1) }
        case .actor: writer.actor(actor)
        case .appendedBy: writer.text(appendedBy)
        case .origin: writer.text(origin)
        }
    }
}

extension CanonicalWriter {
    fileprivate mutating func claim(_ claim: StoredClaim) {
        for field in [
            claim.facet, claim.key, claim.from, claim.to, claim.value, claim.begin, claim.end, claim.claimant,
        ] {
            text(field)
        }
        list(claim.terms ?? []) { $0.text($1) }
    }

    fileprivate mutating func source(_ source: Source) {
        for field in [source.title, source.publisher, source.url, source.published, source.locator] {
            text(field)
        }
    }

    fileprivate mutating func actor(_ actor: ActorEntry?) {
        text(actor?.actor.slug)
        text(actor?.name)
        text(actor?.kind?.rawValue)
        list(actor?.aliases) { $0.text($1) }
        list(actor?.codes) { $0.text($1) }
    }
}

extension [UInt8] {
    /// Two lower-case digits a byte.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
