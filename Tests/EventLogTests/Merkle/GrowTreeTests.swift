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

    /// The tree of eight leaves that Certificate Transparency implementations are tested with
    /// (google/certificate-transparency, `merkletree/merkle_tree_test.cc`).
    @Test func `has the roots Certificate Transparency publishes`() throws {
        let inputs: [[UInt8]] = [
            [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], Array(0x40...0x43), Array(0x50...0x57),
            Array(0x60...0x6f),
        ]
        let roots = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        let leaves = inputs.map(MerkleTree.leaf)
        let grown = try grow(leaves, in: [0] + inputs.map { _ in 1 }, try TestDatabase().connect())
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
