/// A Merkle tree that grows at its end, kept as the roots of the full subtrees it splits into (RFC 6962 §2.1).
///
/// Its memory grows with the logarithm of its size, so that a log of any length can be streamed through it.
package struct Frontier: Hashable, Sendable {
    /// How many leaves it has.
    package private(set) var size: Int64 = 0
    /// The roots of its full subtrees, largest first.
    package private(set) var subtrees: [Hash] = []

    /// The tree without leaves.
    package init() {}

    /// Adds a leaf.
    package mutating func append(_ leaf: Hash) {
        var node = leaf
        var rest = size
        while rest & 1 == 1 {
            node = .node(subtrees.removeLast(), node)
            rest >>= 1
        }
        subtrees.append(node)
        size += 1
    }

    /// The root over all leaves.
    package var root: Hash { Self.root(over: subtrees) }

    /// The root over full subtrees, largest first.
    static func root(over subtrees: [Hash]) -> Hash {
        guard var root = subtrees.last else { return .emptyTree }
        for subtree in subtrees.dropLast().reversed() { root = .node(subtree, root) }
        return root
    }

    /// How many leaves stand before the first full subtree of a tree that leaves out at least so many.
    static func beginning(ofSubtreeAfter leaves: Int64, inTreeOf size: Int64) -> Int64 {
        var beginning: Int64 = 0
        while beginning < leaves, beginning < size {
            // The largest power of two that fits into what is left.
            let rest = size - beginning
            beginning += 1 << Int64(63 - rest.leadingZeroBitCount)
        }
        return beginning
    }
}
