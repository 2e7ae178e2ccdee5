import Crypto

/// A SHA-256 hash: the 32 bytes of an entry's digest, of a leaf, of a node of the tree.
package struct Hash: Hashable, Sendable {
    /// The bytes, eight a word, as they lie in memory.
    private let words: Words

    private struct Words: Hashable, Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var fourth: UInt64 = 0
    }

    /// The hash of some bytes.
    package init(of bytes: some Sequence<UInt8>) {
        var hasher = SHA256()
        Array(bytes).withUnsafeBytes { hasher.update(bufferPointer: $0) }
        self.init(hasher.finalize())
    }

    /// The hash with these bytes; nil when they are not 32.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        words = withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { buffer in
            buffer.copyBytes(from: bytes)
            return buffer.load(as: Words.self)
        }
    }

    init(_ digest: SHA256.Digest) {
        words = digest.withUnsafeBytes { $0.loadUnaligned(as: Words.self) }
    }

    /// The 32 bytes.
    package var bytes: [UInt8] { withUnsafeBytes(Array.init) }

    /// Two lower-case digits a byte.
    package var hexadecimal: String { bytes.hexadecimal }

    /// Calls with the 32 bytes.
    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Swift.withUnsafeBytes(of: words, body)
    }
}
