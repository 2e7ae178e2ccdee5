/// That a tree is an earlier one continued: nothing in it was changed, moved or taken away.
package struct ConsistencyProof: Hashable, Sendable {
    /// How many leaves the earlier tree has.
    package let first: Int64
    /// How many the later one has.
    package let second: Int64
    /// The roots of the subtrees that both are made of.
    package let path: [Hash]

    package init(first: Int64, second: Int64, path: [Hash]) {
        self.first = first
        self.second = second
        self.path = path
    }

    /// Whether the later root continues the earlier one (RFC 9162 §2.1.4.2).
    ///
    /// Every tree continues the one without leaves.
    package func holds(from firstRoot: Hash, to secondRoot: Hash) -> Bool {
        guard first >= 0, first <= second else { return false }
        if first == second { return path.isEmpty && firstRoot == secondRoot }
        if first == 0 { return path.isEmpty && firstRoot == .emptyTree }
        // A tree whose size is a power of two is a subtree of the later one: its root is left out of the path.
        let nodes = (first & (first - 1) == 0 ? [firstRoot] : []) + path
        guard let start = nodes.first else { return false }
        var climb = Climb(index: first - 1, last: second - 1)
        while climb.index & 1 == 1 { climb.shift() }
        var (earlier, later) = (start, start)
        for node in nodes.dropFirst() {
            guard climb.last > 0 else { return false }
            if climb.isRight { earlier = .node(node, earlier) }
            later = climb.isRight ? .node(node, later) : .node(later, node)
            climb.up()
        }
        return earlier == firstRoot && later == secondRoot && climb.last == 0
    }
}
