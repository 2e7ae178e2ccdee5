import Annals
import Pictures
import Projections

/// The friendship chart for a terminal: everybody against everybody, a column each.
struct MatrixText {
    let report: NetworkReport
    let marks: LevelMark

    /// The widest name shown in full.
    private static let widest = 28

    /// - Throws: when it does not fit.
    func lines() throws(Failure) -> [String] {
        let actors = report.matrixActors
        let cell = String(actors.count).count + 1
        let names = actors.map { report.headings.name($0) }
        let lead = min(names.map { Width.of($0) }.max() ?? 0, Self.widest) + cell + 1
        try report.refuse(
            actors.count,
            most: Self.mostColumns(beside: lead, cell: cell),
            Console.standard.isTerminal ? "a terminal of this width" : "a matrix"
        )
        let ties = Dictionary(uniqueKeysWithValues: report.ties.map { ($0.stream, $0) })
        var lines = [report.title, "\(report.headings.clockLine) · \(report.measure)", ""]
        guard !actors.isEmpty else { return lines + ["Nothing is known of any of them for that date."] }
        let heads = actors.indices.map { pad("\($0 + 1)", to: cell) }.joined()
        lines.append(String(repeating: " ", count: lead) + heads)
        for (row, one) in actors.enumerated() {
            let number = pad("\(row + 1)", to: cell - 1)
            let cells = actors.map { other in
                guard let stream = StreamID(one, other) else { return pad("—", to: cell) }
                guard let tie = ties[stream] else { return pad(marks.unknownMark, to: cell) }
                let mark = marks.mark(tie.standing.level)
                // What is not certain has a sign before it.
                let sure = tie.standing.isCertain ? " " : marks.ascii ? "~" : "≈"
                return String(repeating: " ", count: max(0, cell - 2)) + sure + mark
            }
            let name = Printable.line(names[row], most: Self.widest)
            let padded = name + String(repeating: " ", count: max(0, lead - cell - Width.of(name)))
            lines.append("\(number) \(padded)\(cells.joined())")
        }
        let possible = actors.count * (actors.count - 1) / 2
        let legend = Palette.levels.map { "\(marks.mark($0)) \(Palette.word($0))" }.joined(separator: " ")
        return lines + [
            "", "\(legend) \(marks.unknown) \(marks.ascii ? "~" : "≈") not certain",
            "\(report.measure.capitalisedFirst). \(report.ties.count) of \(possible) pairs known.",
        ]
    }

    private func pad(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - Width.of(text))) + text
    }

    /// How many columns fit beside the names; as many as a matrix may have where nobody's screen limits it.
    private static func mostColumns(beside lead: Int, cell: Int) -> Int {
        Console.standard.isTerminal
            ? min(NetworkPicture.mostInMatrix, max(0, Console.standard.columns - lead) / cell)
            : NetworkPicture.mostInMatrix
    }
}

extension String {
    /// With its first letter as a capital.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
