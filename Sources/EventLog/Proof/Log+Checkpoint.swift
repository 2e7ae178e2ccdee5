package import Annals
package import Postgres

extension Log {
    /// What the log is now, to keep elsewhere.
    ///
    /// - Throws: `LogError.unproven` when the leaves do not give the root the log claims.
    package func checkpoint() throws -> Checkpoint {
        try connection.snapshot { try checkpointInTransaction() }
    }

    /// The same in a transaction that is open, and shows one moment.
    package func checkpointInTransaction() throws -> Checkpoint {
        guard let head = try sealedHead() else { throw LogError.unproven }
        let blockSize = Checkpoint.blockSize(of: head.position.rawValue)
        var blocks: [Hash] = []
        var block = Frontier()
        try forEachLeaf(upTo: head.position) { leaf in
            block.append(leaf)
            guard block.size == blockSize else { return }
            blocks.append(block.root)
            block = Frontier()
        }
        if block.size > 0 { blocks.append(block.root) }
        let root = Checkpoint.root(over: blocks)
        guard root == head.root else { throw LogError.unproven }
        return Checkpoint(
            origin: head.origin,
            position: head.position,
            recordedAt: head.recordedAt,
            root: root,
            blockSize: blockSize,
            blocks: blocks
        )
    }

    /// That the entry at a position is in the tree that ends at another.
    ///
    /// - Throws: `LogError.unproven` when the leaves do not reach that far.
    package func inclusionProof(of position: Position, inTreeTo last: Position) throws -> InclusionProof {
        let index = position.rawValue - 1
        let path = try subtrees(ProofPath.inclusion(of: index, inTreeOf: last.rawValue), upTo: last)
        return InclusionProof(index: index, size: last.rawValue, path: path)
    }

    /// That the tree that ends at a position continues the one that ended at another.
    ///
    /// - Throws: `LogError.unproven` when the leaves do not reach that far.
    package func consistencyProof(from first: Position, to last: Position) throws -> ConsistencyProof {
        let path = ProofPath.consistency(from: first.rawValue, to: last.rawValue)
        return ConsistencyProof(
            first: first.rawValue,
            second: last.rawValue,
            path: try subtrees(path, upTo: last)
        )
    }

    private func subtrees(_ ranges: [Range<Int64>], upTo last: Position) throws -> [Hash] {
        var roots = SubtreeRoots(ranges)
        try forEachLeaf(upTo: last) { roots.append($0) }
        guard let complete = roots.complete else { throw LogError.unproven }
        return complete
    }

    private func forEachLeaf(upTo last: Position, _ body: (Hash) -> Void) throws {
        try connection.forEach(
            "select leaf from annals.log where position <= \(last) order by position"
        ) { row in
            guard let leaf = Hash(try row[0, as: [UInt8].self]) else { throw LogError.unproven }
            body(leaf)
        }
    }

    /// Which log it is, and where it ends; nil when somebody took its head away.
    package func sealedHead() throws -> SealedHead? {
        try connection.first(
            """
            select log_id::text as log_id, position, recorded_at, frontier, root
              from annals.log_head order by position desc limit 1
            """
        ) { row throws(PostgresError) in
            SealedHead(
                origin: "annals/" + (try row["log_id", as: String.self]),
                position: try row["position"],
                recordedAt: try row["recorded_at"],
                frontier: try row["frontier"],
                root: Hash(try row["root", as: [UInt8].self])
            )
        }
    }
}

/// The head of the log with its tree.
package struct SealedHead {
    package let origin: String
    package let position: Position
    package let recordedAt: Timestamp
    let frontier: [[UInt8]]
    /// Nil when what is stored is no hash.
    package let root: Hash?
}
