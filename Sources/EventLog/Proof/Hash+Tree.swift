import Crypto
package import Postgres

// The hashes of RFC 6962 §2.1: a leaf begins with 0x00 and a node with 0x01, so that neither passes for the other.
extension Hash {
    /// The root of the tree without leaves.
    package static let emptyTree = Hash(of: [])

    /// The leaf of what is hashed into it.
    package static func leaf(of content: [UInt8]) -> Hash {
        Hash(of: [0x00] + content)
    }

    /// The leaf of an entry, as `annals.leaf` makes it: over its digest, when it was accepted and recorded, and the
    /// role that appended it.
    package static func leaf(
        digest: Hash,
        acceptedAt: Timestamp,
        recordedAt: Timestamp,
        appendedAs role: String
    ) -> Hash {
        var hasher = SHA256()
        hasher.update(byte: 0x00)
        hasher.update(digest)
        for time in [acceptedAt, recordedAt] {
            Swift.withUnsafeBytes(of: time.rawValue.bigEndian) { hasher.update(bufferPointer: $0) }
        }
        hasher.update(data: Array(role.utf8))
        return Hash(hasher.finalize())
    }

    /// The node over two subtrees.
    package static func node(_ left: Hash, _ right: Hash) -> Hash {
        var hasher = SHA256()
        hasher.update(byte: 0x01)
        hasher.update(left)
        hasher.update(right)
        return Hash(hasher.finalize())
    }
}

extension SHA256 {
    fileprivate mutating func update(byte: UInt8) {
        Swift.withUnsafeBytes(of: byte) { update(bufferPointer: $0) }
    }

    fileprivate mutating func update(_ hash: Hash) {
        hash.withUnsafeBytes { update(bufferPointer: $0) }
    }
}
