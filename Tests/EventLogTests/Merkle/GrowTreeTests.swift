import EventLog
import Postgres
import Support
import Testing

@Suite struct `the tree in SQL` {
    /// Grows a tree from nothing, batch by batch; the frontier's length and the root after each.
    private func grow(
        _ leaves: [[UInt8]],
        in batches: [Int],
        _ connection: Connection
    ) throws -> [(frontier: Int, root: [UInt8])] {
        var size = 0
        var frontier: [[UInt8]] = []
        return try batches.map { count in
            let batch = Array(leaves[size..<size + count])
            let tree = try #require(
                try connection.first(
                    "select grown, root from annals.grow_tree(\(Int64(size)), \(frontier), \(batch))"
                ) { row throws(PostgresError) in
                    (grown: try row["grown", as: [[UInt8]].self], root: try row["root", as: [UInt8].self])
                }
            )
            size += count
            frontier = tree.grown
            return (tree.grown.count, tree.root)
        }
    }

    @Test func `is that of RFC 6962, of every size, however batches fall`() throws {
        let connection = try TestDatabase().connect()
        var random = SplitMix64(seed: 6962)
        for size in 0...70 {
            let leaves = (0..<size).map { MerkleTree.leaf([UInt8($0), UInt8(size)]) }
            var batches: [Int] = []
            while batches.reduce(0, +) < size {
                batches.append(.random(in: 0...(size - batches.reduce(0, +)), using: &random))
            }
            if batches.isEmpty { batches = [0] }
            var sealed = 0
            for (count, tree) in zip(batches, try grow(leaves, in: batches, connection)) {
                sealed += count
                #expect(tree.root == MerkleTree.root(leaves[..<sealed]), "\(size) in \(batches)")
                #expect(tree.frontier == sealed.nonzeroBitCount)
            }
        }
    }

    @Test func `has the roots Certificate Transparency publishes`() throws {
        let roots = CertificateTransparency.roots
        let leaves = CertificateTransparency.inputs.map(MerkleTree.leaf)
        let grown = try grow(leaves, in: [0] + leaves.map { _ in 1 }, try TestDatabase().connect())
        #expect(grown.map { hexadecimal($0.root) } == roots)
        #expect((0...8).map { hexadecimal(MerkleTree.root(leaves[..<$0])) } == roots)
    }

    @Test func `is kept as its frontier in the head of the log`() throws {
        let log = try TestDatabase().openLog()
        let entries = try samples(70)
        var (next, size) = (0, 1)
        while next < entries.count {
            try log.record(Array(entries[next..<min(next + size, entries.count)]))
            next += size
            size += 3
            let leaves = try log.connection.values(
                "select leaf from annals.log order by position",
                as: [UInt8].self
            )
            #expect(try log.head().root == MerkleTree.root(leaves[...]))
            #expect(
                try log.connection.value("select cardinality(frontier) from annals.log_head", as: Int32.self)
                    == Int32(leaves.count.nonzeroBitCount)
            )
        }
    }
}
