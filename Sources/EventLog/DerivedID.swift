package import Annals
import Crypto

extension EventID {
    /// The identity of what a source calls by a key: the same wherever and however often it is derived.
    ///
    /// A UUID of version 8 (RFC 9562) from the SHA-256 of the key.
    package static func derived(from key: String) -> EventID {
        let bytes = Array(SHA256.hash(data: Array(key.utf8)))
        func word(_ from: Int) -> UInt64 { bytes[from..<from + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        return EventID(
            high: word(0) & ~0xF000 | 0x8000,
            low: word(8) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        )
    }
}
