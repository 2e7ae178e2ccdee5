import Crypto

/// The Merkle tree of RFC 6962 §2.1 as the RFC defines it, recursively: the slow, obvious oracle.
enum MerkleTree {
    /// The Merkle tree hash over leaves that are hashed already.
    static func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        switch leaves.count {
        case 0: return Array(SHA256.hash(data: []))
        case 1: return leaves[leaves.startIndex]
        default:
            let middle = leaves.startIndex + largestPowerOfTwo(below: leaves.count)
            return Array(SHA256.hash(data: [0x01] + root(leaves[..<middle]) + root(leaves[middle...])))
        }
    }

    /// The hash of a leaf's content.
    static func leaf(_ content: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: [0x00] + content))
    }

    private static func largestPowerOfTwo(below count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }
}
