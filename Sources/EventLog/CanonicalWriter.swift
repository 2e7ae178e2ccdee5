import Crypto

/// Writes an entry's canonical bytes, into memory that the next entry can use again.
struct CanonicalWriter {
    /// What is written.
    private(set) var bytes: [UInt8] = []
    private var salt: [UInt8] = []

    /// What the first field says.
    static let format = "annals-entry-1"

    /// Begins an entry with 48 bytes of salt.
    mutating func begin(salt: [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        self.salt = salt
        text(Self.format)
    }

    /// The SHA-256 of what is written.
    var digest: Hash {
        var hasher = SHA256()
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return Hash(hasher.finalize())
    }

    mutating func number(_ value: Int) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func missing() { number(Int(UInt32.max)) }

    /// That a field of an entry is missing.
    mutating func missing(_ field: CanonicalField) {
        switch field {
        case .erases: break
        case .actor: for _ in StoredActor.names { missing() }
        default: missing()
        }
    }

    mutating func text(_ text: String?) {
        guard let text else { return missing() }
        number(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func text(_ text: UnsafeRawBufferPointer) {
        number(text.count)
        bytes.append(contentsOf: text)
    }

    mutating func list<Item>(_ items: [Item]?, _ write: (inout CanonicalWriter, Item) -> Void) {
        guard let items else { return missing() }
        number(items.count)
        for item in items { write(&self, item) }
    }

    /// A text that enters as the hash of its salt and itself.
    mutating func hidden(_ text: UnsafeRawBufferPointer, _ salt: Range<Int>) {
        var hasher = SHA256()
        self.salt.withUnsafeBytes { hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[salt])) }
        hasher.update(bufferPointer: text)
        number(32)
        Hash(hasher.finalize()).withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    /// The same, or the hash that is left of it when it was erased.
    mutating func hidden(_ text: String?, _ salt: Range<Int>?, _ erased: [UInt8]?) {
        if let erased { return erased.withUnsafeBytes { self.text($0) } }
        guard var text, let salt else { return missing() }
        text.withUTF8 { hidden(UnsafeRawBufferPointer($0), salt) }
    }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    /// Bytes that are canonical already.
    mutating func append(_ canonical: UnsafeRawBufferPointer.SubSequence) {
        bytes.append(contentsOf: canonical)
    }
}
