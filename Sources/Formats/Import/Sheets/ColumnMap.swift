package import Annals

/// What the columns of somebody's spreadsheet are in ours.
///
/// A text of lines `their column = our column`; empty ones and those that start with `#` are left out:
///
///     # the columns of our newsroom
///     Wer = actors
///     An wem = recipients
package struct ColumnMap: Hashable, Sendable {
    /// Their name of a column, ours, and the line that says so.
    struct Pair: Hashable, Sendable {
        let theirs: String
        let ours: SheetColumn
        let line: Int
    }

    let pairs: [Pair]

    /// Reads a map, or tells all that is wrong with it.
    package init(_ text: String) throws(Problems) {
        var pairs: [Pair] = []
        var problems: [Problem] = []
        let start = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        let lines = start.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (number, line) in zip(1..., lines) {
            let line = String(line).trimmed
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            do throws(Problem) {
                let pair = try Self.pair(line, on: number)
                if let before = pairs.first(where: { $0.ours == pair.ours }) {
                    throw Problem(
                        "map",
                        "line \(number): \(pair.ours.rawValue) is mapped on line \(before.line) too"
                    )
                }
                pairs.append(pair)
            } catch {
                problems.append(error)
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
        self.pairs = pairs
    }

    private static func pair(_ line: String, on number: Int) throws(Problem) -> Pair {
        let shown = Excerpt.printable(line)
        // A name of theirs may have an equals sign in it; a name of ours has none.
        guard let sign = line.lastIndex(of: "=") else {
            throw Problem(
                "map",
                "line \(number): \"\(shown)\" maps nothing",
                help: "write their column = our column, as in Headline = title"
            )
        }
        let theirs = String(line[..<sign]).trimmed
        let ours = String(line[line.index(after: sign)...]).trimmed
        guard !theirs.isEmpty, !ours.isEmpty else {
            let side = theirs.isEmpty ? "before" : "after"
            throw Problem(
                "map",
                "line \(number): nothing stands \(side) the equals sign",
                help: "write their column = our column, as in Headline = title"
            )
        }
        guard let column = SheetColumn(written: ours) else {
            let known = SheetColumn.allCases.map(\.rawValue)
            let near = NearName.of(ours, among: known).map { "did you mean \($0)? " } ?? ""
            throw Problem(
                "map",
                "line \(number): annals has no column \"\(Excerpt.printable(ours))\"",
                help: near + "its columns: \(known.joined(separator: ", "))"
            )
        }
        return Pair(theirs: theirs, ours: column, line: number)
    }
}
