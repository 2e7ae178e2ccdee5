import EventLog
import Testing

@Suite struct `the tree in Swift` {
    private static let leaves = CertificateTransparency.inputs.map(Hash.leaf)

    private func tree(_ leaves: some Sequence<Hash>) -> Frontier {
        var tree = Frontier()
        for leaf in leaves { tree.append(leaf) }
        return tree
    }

    @Test func `has the roots Certificate Transparency publishes`() {
        for (size, root) in CertificateTransparency.roots.enumerated() {
            let tree = tree(Self.leaves.prefix(size))
            #expect(hexadecimal(tree.root.bytes) == root)
            #expect(tree.size == Int64(size))
            #expect(tree.subtrees.count == size.nonzeroBitCount)
        }
    }

    @Test func `has the inclusion proofs Certificate Transparency publishes`() {
        for (leaf, size, path) in CertificateTransparency.inclusion {
            let found = ProofPath.inclusion(of: leaf - 1, inTreeOf: size).map { range in
                tree(Self.leaves[Int(range.lowerBound)..<Int(range.upperBound)]).root
            }
            #expect(found.map { hexadecimal($0.bytes) } == path)
            let proof = InclusionProof(index: leaf - 1, size: size, path: found)
            #expect(proof.root(of: Self.leaves[Int(leaf) - 1]) == tree(Self.leaves.prefix(Int(size))).root)
        }
    }

    @Test func `has the consistency proofs Certificate Transparency publishes`() {
        for (first, second, path) in CertificateTransparency.consistency {
            let found = ProofPath.consistency(from: first, to: second).map { range in
                tree(Self.leaves[Int(range.lowerBound)..<Int(range.upperBound)]).root
            }
            #expect(found.map { hexadecimal($0.bytes) } == path)
            let proof = ConsistencyProof(first: first, second: second, path: found)
            let roots = [first, second].map { tree(Self.leaves.prefix(Int($0))).root }
            #expect(proof.holds(from: roots[0], to: roots[1]))
        }
    }

    /// Every proof of every tree up to a size, against the definition; and no other root, leaf, index or path.
    @Test func `proves what is there and nothing else`() {
        let leaves = (0..<40).map { Hash.leaf(of: [UInt8($0)]) }
        let roots = (0...40).map { size in
            Hash(MerkleTree.root(leaves.prefix(size).map(\.bytes)[...])) ?? .emptyTree
        }
        for size in 0...40 {
            #expect(tree(leaves.prefix(size)).root == roots[size])
            for index in 0..<size {
                let proof = inclusion(index, size, leaves)
                #expect(proof.root(of: leaves[index]) == roots[size])
                #expect(proof.root(of: leaves[(index + 1) % 40]) != roots[size])
                for wrong in wrongPaths(proof.path) {
                    let forged = InclusionProof(index: Int64(index), size: Int64(size), path: wrong)
                    #expect(forged.root(of: leaves[index]) != roots[size])
                }
                let elsewhere = InclusionProof(
                    index: Int64(index ^ 1),
                    size: Int64(size),
                    path: proof.path
                )
                if size > 1 { #expect(elsewhere.root(of: leaves[index]) != roots[size]) }
            }
            for first in 0...size {
                let proof = consistency(first, size, leaves)
                #expect(proof.holds(from: roots[first], to: roots[size]), "\(first) to \(size)")
                guard first > 0 else { continue }
                #expect(!proof.holds(from: roots[first - 1], to: roots[size]))
                #expect(!proof.holds(from: roots[first], to: roots[(size + 1) % 41]))
                for wrong in wrongPaths(proof.path) {
                    let forged = ConsistencyProof(first: Int64(first), second: Int64(size), path: wrong)
                    #expect(!forged.holds(from: roots[first], to: roots[size]), "\(first) to \(size)")
                }
            }
        }
    }

    private func inclusion(_ index: Int, _ size: Int, _ leaves: [Hash]) -> InclusionProof {
        let path = ProofPath.inclusion(of: Int64(index), inTreeOf: Int64(size))
        return InclusionProof(index: Int64(index), size: Int64(size), path: roots(path, leaves))
    }

    private func consistency(_ first: Int, _ second: Int, _ leaves: [Hash]) -> ConsistencyProof {
        let path = ProofPath.consistency(from: Int64(first), to: Int64(second))
        return ConsistencyProof(first: Int64(first), second: Int64(second), path: roots(path, leaves))
    }

    private func roots(_ path: [Range<Int64>], _ leaves: [Hash]) -> [Hash] {
        path.map { tree(leaves[Int($0.lowerBound)..<Int($0.upperBound)]).root }
    }

    /// The path with a node changed, one more, or one less.
    private func wrongPaths(_ path: [Hash]) -> [[Hash]] {
        let changed = path.indices.map { index in
            var copy = path
            copy[index] = Hash(of: copy[index].bytes)
            return copy
        }
        return changed + [path + [.emptyTree]] + (path.isEmpty ? [] : [path.dropLast()])
    }
}
