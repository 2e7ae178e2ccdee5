import Annals
import Pictures
import Projections

/// What changed, for a terminal.
struct DiffText {
    let marks: LevelMark
    /// What actors are called, where the relationship has to be said with each change; nil where the title says it.
    let headings: Headings?

    func lines(_ changes: [CausedChange]) -> [String] {
        var table = Table()
        table.add(["", "FACET", "", "BEFORE", "", "AFTER", "", "BECAUSE"])
        var last: StreamID?
        for caused in changes {
            let stream = caused.change.lane.stream
            if let headings, stream != last { table.add([headings.title(stream)]) }
            last = stream
            table.add(row(caused))
        }
        return table.lines(on: .standard)
    }

    private func row(_ caused: CausedChange) -> [String] {
        let change = caused.change
        let sign = change.before == nil ? "+" : change.after == nil ? "-" : "~"
        let detail = [change.lane.qualifiers, caused.span ?? ""].filter { !$0.isEmpty }
        let sinceMatters = change.before?.value?.value == change.after?.value?.value
        return [
            sign, change.lane.facet.rawValue, detail.joined(separator: ", "),
            words(change.before, withSince: sinceMatters), "→",
            words(change.after, withSince: sinceMatters), verdict(change.verdict), caused.causeLine,
        ]
    }

    private func words(_ lane: LaneState?, withSince: Bool) -> String {
        guard let lane else { return marks.unknown }
        let spoken = lane.claims.map { marks.value($0.value, level: $0.level) }.joined(separator: " or ")
        let since = lane.value.flatMap { withSince ? ", since \($0.since.edtf)" : nil } ?? ""
        return (lane.certainty == .possible ? "possibly " : "") + spoken + since
    }

    private func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .better: marks.ascii ? "better" : "▲ better"
        case .worse: marks.ascii ? "worse" : "▼ worse"
        case .unclear: "unclear"
        }
    }
}
