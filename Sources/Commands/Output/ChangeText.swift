import Annals
import Pictures
import Projections

/// What an entry changed, for a terminal and as JSON.
struct ChangeText {
    let marks: LevelMark

    /// `aid humanitarian, china → afghanistan: unknown → ▆ pledged`, with what else changed.
    func line(_ change: LaneChange) -> String {
        let before = words(change.before)
        let after = words(change.after)
        let same = change.before?.value?.value == change.after?.value?.value
        let detail =
            same || before == after
            ? "\(before)\(since(change.before)) → \(after)\(since(change.after))"
            : "\(before) → \(after)\(since(change.after))"
        return "\(change.lane.spoken): \(detail)"
    }

    private func words(_ lane: LaneState?) -> String {
        guard let lane else { return "unknown" }
        let values = ([lane.value].compactMap { $0 } + lane.alternatives).map {
            marks.value($0.value, level: $0.level)
        }
        return (lane.certainty == .possible ? "possibly " : "") + values.joined(separator: " or ")
    }

    private func since(_ lane: LaneState?) -> String {
        guard let value = lane?.value ?? lane?.alternatives.first else { return "" }
        let begin =
            value.since.edtf == ".."
            ? ", standing" : ", since \(value.since.edtf.isEmpty ? "an unknown day" : value.since.edtf)"
        let end =
            lane?.until.map {
                $0.edtf == ".." ? "" : " until \($0.edtf.isEmpty ? "an unknown day" : $0.edtf)"
            } ?? ""
        return begin + end
    }

    static func json(_ change: LaneChange) -> JSONValue {
        .of(
            change.lane.membersWithRelationship,
            and: [
                "on": .string(change.day.description),
                "before": change.before?.json ?? .null,
                "after": change.after?.json ?? .null,
            ]
        )
    }
}
