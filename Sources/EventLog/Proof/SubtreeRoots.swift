/// The roots over some ranges of leaves, taken while the leaves go by once.
struct SubtreeRoots {
    private let ranges: [Range<Int64>]
    /// Which range comes when, by where it begins.
    private let order: [Int]
    private var roots: [Hash]
    private var current = 0
    private var tree = Frontier()
    private var index: Int64 = 0

    /// - Parameter ranges: leaves counted from 0; no two overlap.
    init(_ ranges: [Range<Int64>]) {
        self.ranges = ranges
        order = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
        roots = ranges.map { _ in .emptyTree }
    }

    /// The next leaf.
    mutating func append(_ leaf: Hash) {
        defer { index += 1 }
        guard current < order.count, ranges[order[current]].contains(index) else { return }
        tree.append(leaf)
        guard index + 1 == ranges[order[current]].upperBound else { return }
        roots[order[current]] = tree.root
        tree = Frontier()
        current += 1
    }

    /// The roots, in the order the ranges were given; nil while leaves are missing.
    var complete: [Hash]? { current == order.count ? roots : nil }
}
