/// Which subtrees a proof consists of, as ranges of leaves counted from 0, in the order of its path.
package enum ProofPath {
    /// The path from a leaf up to the root: `PATH(m, D[n])` of RFC 6962 §2.1.1.
    package static func inclusion(of index: Int64, inTreeOf size: Int64) -> [Range<Int64>] {
        var path: [Range<Int64>] = []
        var rest = 0..<size
        while rest.count > 1 {
            let (left, right) = rest.halves
            path.append(left.contains(index) ? right : left)
            rest = left.contains(index) ? left : right
        }
        return path.reversed()
    }

    /// What a tree of one size and its continuation to another have in common, and what came on top:
    /// `PROOF(m, D[n])` of RFC 6962 §2.1.2.
    package static func consistency(from first: Int64, to second: Int64) -> [Range<Int64>] {
        guard first > 0, first < second else { return [] }
        var path: [Range<Int64>] = []
        var rest = 0..<second
        // Whether the tree of the first size is itself one of the subtrees: whoever verifies has its root.
        var isWhole = true
        while rest.upperBound != first {
            let (left, right) = rest.halves
            if first <= left.upperBound {
                path.append(right)
                rest = left
            } else {
                path.append(left)
                rest = right
                isWhole = false
            }
        }
        if !isWhole { path.append(rest) }
        return path.reversed()
    }
}

extension Range<Int64> {
    /// The two subtrees of the tree over these leaves: the left one as large a power of two as leaves a right.
    fileprivate var halves: (left: Range<Int64>, right: Range<Int64>) {
        let power = 1 << (Int64.bitWidth - 1 - (upperBound - lowerBound - 1).leadingZeroBitCount)
        let middle = lowerBound + Int64(power)
        return (lowerBound..<middle, middle..<upperBound)
    }
}
