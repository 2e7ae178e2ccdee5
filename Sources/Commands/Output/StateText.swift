import Annals
import Pictures
import Projections

/// How a relationship stood, for a terminal.
struct StateText {
    let state: RelationshipState
    let headings: Headings
    let marks: LevelMark
    /// How the actors were named on the command line, for the command suggested at the end.
    let asked: [String]
    /// The clocks as they were given, for the same.
    let options: String

    var lines: [String] {
        var table = Table()
        table.add(["FACET", "", "STATE", "SINCE", "GRADE", "BECAUSE"])
        for lane in state.lanes { rows(of: lane).forEach { table.add($0) } }
        var lines = [headings.title(state.stream), headings.clockLine, ""] + table.lines(on: .standard)
        let unknown = state.unknownFacets.map(\.rawValue)
        lines.append("")
        let all = state.possibleFacets.count
        lines.append(
            "\(all - unknown.count) of \(all) facets known."
                + (unknown.isEmpty ? "" : " Unknown: \(unknown.joined(separator: ", ")).")
        )
        lines.append("What it rests on: annals why \(Shell.words(asked))\(options)")
        return lines
    }

    private func rows(of lane: LaneState) -> [[String]] {
        let lead = [lane.lane.facet.rawValue, lane.lane.qualifiers]
        let first = lane.value.map { value in
            row(value, certainty: lane.certainty, until: lane.until, isStale: lane.isStale)
        }
        let others = lane.alternatives.enumerated().map { index, value in
            row(
                value,
                certainty: .possible,
                until: nil,
                isStale: false,
                isAlternative: first != nil || index > 0
            )
        }
        return ((first.map { [$0] } ?? []) + others).enumerated().map { index, cells in
            (index == 0 ? lead : ["", ""]) + cells
        }
    }

    private func row(
        _ value: ClaimedValue,
        certainty: LaneAnswer.Certainty,
        until: DateSpan?,
        isStale: Bool,
        isAlternative: Bool = false
    ) -> [String] {
        var words = marks.value(value.value, level: value.level)
        if certainty == .possible {
            words = "\(isAlternative ? "or" : "≈") possibly ".asciiIfAsked(marks) + words
        }
        if value.modality != "asserted" { words += " (\(value.modality))" }
        if isStale { words += " (stale)" }
        let since = value.since.edtf == ".." ? "standing" : value.since.edtf
        let end =
            until.flatMap { $0.edtf == ".." ? nil : " until \($0.edtf.isEmpty ? "an unknown day" : $0.edtf)" }
            ?? ""
        return [
            words, (since.isEmpty ? "unknown" : since) + end, value.grade,
            "\(value.position) \(Printable.line(value.title, most: 70))",
        ]
    }
}

extension RelationshipState {
    /// The facets that two actors, or one, can have.
    var possibleFacets: [Facet] {
        Rulebook.one.facets.filter { ($0.direction == .monadic) != stream.isRelationship }.map(\.facet)
    }

    /// Those of them nobody claims anything about.
    var unknownFacets: [Facet] {
        possibleFacets.filter { facet in !lanes.contains { $0.lane.facet == facet } }
    }
}

extension String {
    /// Without the one sign that is not ASCII, where that was asked for.
    fileprivate func asciiIfAsked(_ marks: LevelMark) -> String {
        marks.ascii && hasPrefix("≈") ? "~" + dropFirst() : self
    }
}
