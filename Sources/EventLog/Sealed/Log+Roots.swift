package import Annals
import Postgres

extension Log {
    /// The roots of the Merkle tree over the leaves up to some positions, computed anew in one pass.
    ///
    /// There is none from where an entry is missing on, nor beyond the end of the log.
    ///
    /// - Parameter progress: told every 10,000 leaves how many are done.
    package func roots(
        at positions: [Position],
        progress: (_ done: Int64) -> Void = { _ in }
    ) throws -> [Position: Hash] {
        var roots = [Position(rawValue: 0): Hash.emptyTree]
        let wanted = Set(positions)
        guard let last = wanted.max(), last.rawValue > 0 else { return roots }
        var tree = Frontier()
        var isWhole = true
        try connection.forEach(
            "select position, leaf from annals.log where position <= \(last) order by position"
        ) { row in
            let position: Position = try row["position"]
            guard isWhole, position.rawValue == tree.size + 1,
                let leaf = Hash(try row["leaf", as: [UInt8].self])
            else {
                isWhole = false
                return
            }
            tree.append(leaf)
            if wanted.contains(position) { roots[position] = tree.root }
            if tree.size.isMultiple(of: 10_000) { progress(tree.size) }
        }
        return roots
    }
}
