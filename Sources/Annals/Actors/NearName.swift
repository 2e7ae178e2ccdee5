/// Finds the name somebody probably meant.
public enum NearName {
    /// The candidate nearest to what was written, or nil when none is near enough to be worth suggesting.
    ///
    /// Near is at most a third of the letters changed (optimal string alignment: insertions, deletions,
    /// replacements and swaps of neighbours, each counted once; Damerau 1964), or one being the start of the
    /// other.
    public static func of(_ written: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(FoldedName(written).text.unicodeScalars.prefix(80))
        guard !wanted.isEmpty else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let name = Array(FoldedName(candidate).text.unicodeScalars.prefix(80))
            guard !name.isEmpty else { continue }
            var distance = distance(wanted, name)
            if wanted.count >= 3, name.starts(with: wanted) || wanted.starts(with: name) && name.count >= 3 {
                distance = min(distance, 1)
            }
            guard distance <= max(1, max(wanted.count, name.count) / 3) else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
        }
        return best?.candidate
    }

    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for i in 0..<one.count {
            var row = [i + 1]
            for j in 0..<other.count {
                let replaced = last[j] + (one[i] == other[j] ? 0 : 1)
                var cost = min(last[j + 1] + 1, row[j] + 1, replaced)
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[other.count]
    }
}
