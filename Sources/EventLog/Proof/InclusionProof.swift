/// That a leaf is in a tree: the roots of the subtrees beside its way up.
package struct InclusionProof: Hashable, Sendable {
    /// The leaf's place, counted from 0: its position less one.
    package let index: Int64
    /// How many leaves the tree has.
    package let size: Int64
    /// The roots, from the leaf up.
    package let path: [Hash]

    package init(index: Int64, size: Int64, path: [Hash]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// The root that the leaf and the path give, to compare with the one that is known (RFC 9162 §2.1.3.2).
    ///
    /// Nil when the path is not one of a tree of that size.
    package func root(of leaf: Hash) -> Hash? {
        guard (0..<size).contains(index) else { return nil }
        var climb = Climb(index: index, last: size - 1)
        var root = leaf
        for sibling in path {
            guard climb.last > 0 else { return nil }
            root = climb.isRight ? .node(sibling, root) : .node(root, sibling)
            climb.up()
        }
        return climb.last == 0 ? root : nil
    }
}

/// The way from a leaf to the root, beside the way of the last leaf.
struct Climb {
    private(set) var index: Int64
    private(set) var last: Int64

    /// Whether the node has its sibling to the left.
    var isRight: Bool { index & 1 == 1 || index == last }

    /// Goes to the next node that has a sibling.
    mutating func up() {
        if isRight {
            // A last node without a sibling rises as it is.
            while index & 1 == 0, index != 0 { shift() }
        }
        shift()
    }

    /// Goes one level up.
    mutating func shift() {
        index >>= 1
        last >>= 1
    }
}
