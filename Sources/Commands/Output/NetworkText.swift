import Annals
import Pictures
import Projections

/// Who stood how with whom, for a terminal: by level, the worst first.
struct NetworkText {
    let report: NetworkReport
    let marks: LevelMark

    var lines: [String] {
        let headings = report.headings
        var lines = [report.title, "\(headings.clockLine) · \(report.measure)"]
        guard !report.ties.isEmpty else {
            return lines + ["", "Nothing is known of any of them for that date."]
        }
        var table = Table()
        for level in Palette.levels {
            let ties = report.ties.filter { $0.standing.level == level }.sorted { name($0) < name($1) }
            guard !ties.isEmpty else { continue }
            table.add([])
            table.add(["\(marks.mark(level)) \(Palette.word(level)) (\(ties.count))"])
            for tie in ties { table.add(row(tie)) }
        }
        lines += table.lines(on: .standard)
        let actors = Set(report.ties.flatMap(\.stream.actors)).count
        let relationships = report.ties.count == 1 ? "1 relationship" : "\(report.ties.count) relationships"
        lines += [
            "", "\(relationships) of \(actors) actors known. Why: annals why A B\(headings.clocks.options)",
        ]
        return lines
    }

    private func name(_ tie: Tie) -> String {
        report.other(tie).map(report.headings.name) ?? report.headings.title(tie.stream)
    }

    private func row(_ tie: Tie) -> [String] {
        let worst = tie.standing.worst
        let value = worst.drawn
        let sure = worst.certainty == .possible ? (marks.ascii ? "~ possibly " : "≈ possibly ") : ""
        let worse = tie.standing.mayBeWorse ? " (or worse)" : ""
        let facet = [worst.lane.facet.rawValue, worst.lane.qualifiers].filter { !$0.isEmpty }
        return [
            "    " + name(tie), facet.joined(separator: " "), sure + (value?.value.spoken ?? "") + worse,
            value.map { $0.since.edtf == ".." ? "standing" : $0.since.edtf } ?? "", value?.grade ?? "",
            value.map { "\($0.position) \(Printable.line($0.title, most: 70))" } ?? "",
        ]
    }
}
