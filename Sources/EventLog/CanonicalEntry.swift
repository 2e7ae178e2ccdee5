import Annals
import Crypto

/// The bytes of an entry that are hashed into the log, defined once.
///
/// Fields in a fixed order, each a four-byte big-endian length and its bytes: text as UTF-8 exactly as stored,
/// dates as written, numbers as four bytes, lists as their items behind a count. A missing value has the length
/// 0xFFFFFFFF. Title, note and reason enter as SHA-256 over their own 16 bytes of salt and the text, so that a
/// text and its salt can be erased by law while every proof still holds: of an erased text that hash is kept. A
/// redaction says after its reason, as a list, which texts it erases; other entries have nothing there.
///
/// Their SHA-256 is the entry's digest. The log seals it, with the times the entry was accepted and became known,
/// into its Merkle tree.
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
        var writer = Writer()
        let entry = pending.entry
        let event = entry.content?.event
        writer.text("annals-entry-1")
        writer.text(entry.event.description)
        writer.number(entry.revision)
        writer.text(entry.kind.rawValue)
        writer.hidden(entry.reason, salt[32..<48], erased.reason)
        if entry.kind == .redacted { writer.list(entry.erases) { $0.text($1.name) } }
        writer.text(event?.occurred.text)
        writer.list(event?.actors.map(\.slug)) { $0.text($1) }
        writer.list(event?.recipients.map(\.slug)) { $0.text($1) }
        writer.text(event?.type?.rawValue)
        writer.text(event?.mode)
        writer.list(event?.contexts.map(\.rawValue)) { $0.text($1) }
        writer.text(event?.modality.rawValue)
        writer.hidden(event?.title, salt[0..<16], erased.title)
        writer.hidden(event?.note, salt[16..<32], erased.note)
        writer.list(event.flatMap(\.effects)) { writer, claim in
            let stored = StoredClaim(claim)
            for field in [
                stored.facet, stored.key, stored.from, stored.to, stored.value, stored.begin, stored.end,
                stored.claimant,
            ] {
                writer.text(field)
            }
            writer.list(stored.terms ?? []) { $0.text($1) }
        }
        writer.list(event?.sources) { writer, source in
            for field in [source.title, source.publisher, source.url, source.published, source.locator] {
                writer.text(field)
            }
        }
        writer.text(event?.grade.code)
        writer.text(event?.reported?.text)
        writer.list(event?.tags) { $0.text($1) }
        let actor = entry.content?.actor
        writer.text(actor?.actor.slug)
        writer.text(actor?.name)
        writer.text(actor?.kind?.rawValue)
        writer.list(actor?.aliases) { $0.text($1) }
        writer.list(actor?.codes) { $0.text($1) }
        writer.text(pending.appendedBy)
        writer.text(pending.origin)
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

    private struct Writer {
        var bytes: [UInt8] = []

        mutating func number(_ value: Int) {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).bigEndian) { bytes += $0 }
        }

        mutating func text(_ text: String?) {
            guard let text else { return number(Int(UInt32.max)) }
            field(Array(text.utf8))
        }

        mutating func hidden(_ text: String?, _ salt: ArraySlice<UInt8>, _ erased: [UInt8]?) {
            if let erased { return field(erased) }
            guard let text else { return number(Int(UInt32.max)) }
            field(Array(SHA256.hash(data: Array(salt) + Array(text.utf8))))
        }

        mutating func list<Item>(_ items: [Item]?, _ write: (inout Writer, Item) -> Void) {
            guard let items else { return number(Int(UInt32.max)) }
            number(items.count)
            for item in items { write(&self, item) }
        }

        private mutating func field(_ content: [UInt8]) {
            number(content.count)
            bytes += content
        }
    }
}

extension [UInt8] {
    /// Two lower-case digits a byte.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
