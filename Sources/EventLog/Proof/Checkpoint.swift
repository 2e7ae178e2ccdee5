package import Annals
package import Postgres

/// What the log was at a position, in a text to publish or keep elsewhere: who rewrites the log later cannot make
/// it fit again.
///
/// Besides the root over all leaves it holds the roots over equal blocks of them, at most 1,024, so that whoever
/// verifies learns where something was changed: of a log of up to 1,024 entries, which one.
package struct Checkpoint: Hashable, Sendable {
    /// Which log: `annals/` and the identity the database was given when it was set up.
    package let origin: String
    /// The position of the last entry.
    package let position: Position
    /// When that was recorded; minus infinity for an empty log.
    package let recordedAt: Timestamp
    /// The root over all leaves.
    package let root: Hash
    /// How many leaves a block has, a power of two; the last block may have fewer.
    package let blockSize: Int64
    /// The roots of the blocks.
    package let blocks: [Hash]

    /// The most blocks a checkpoint has.
    static let mostBlocks: Int64 = 1024

    /// The positions in a block.
    func positions(inBlock block: Int) -> ClosedRange<Int64> {
        let first = Int64(block) * blockSize
        return first + 1...min(first + blockSize, position.rawValue)
    }

    /// How many leaves a block has when there are so many in all.
    static func blockSize(of size: Int64) -> Int64 {
        var blockSize: Int64 = 1
        while (size - 1) / blockSize >= mostBlocks { blockSize *= 2 }
        return blockSize
    }

    /// The root over blocks, which are subtrees of the whole.
    static func root(over blocks: [Hash]) -> Hash {
        var tree = Frontier()
        for block in blocks { tree.append(block) }
        return tree.root
    }
}
