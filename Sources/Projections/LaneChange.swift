package import Annals

/// A lane before and after.
package struct LaneChange: Hashable, Sendable {
    /// The lane.
    package let lane: LaneID
    /// The day the two are compared on.
    package let day: Day
    /// How it stood; nil for unknown.
    package let before: LaneState?
    /// How it stands; nil for unknown.
    package let after: LaneState?

    /// The lanes that differ between two states of one stream: those of which a reader would not say the same.
    static func between(
        _ old: [LaneState],
        _ new: [LaneState],
        on day: Day,
        by gist: (LaneState) -> [String] = \.gist
    ) -> [LaneChange] {
        let (before, after) = (
            Dictionary(uniqueKeysWithValues: old.map { ($0.lane, $0) }),
            Dictionary(uniqueKeysWithValues: new.map { ($0.lane, $0) })
        )
        let lanes = new.map(\.lane) + old.map(\.lane).filter { after[$0] == nil }
        return lanes.sorted { $0.order < $1.order }.compactMap { lane in
            before[lane].map(gist) == after[lane].map(gist)
                ? nil : LaneChange(lane: lane, day: day, before: before[lane], after: after[lane])
        }
    }

    /// Whether it is one for the better.
    package var verdict: Verdict { Verdict(before: before, after: after) }
}

extension LaneChange {
    /// The same, with what events are called that is known by their positions.
    func titled(_ titles: [Position: String]) -> LaneChange {
        LaneChange(lane: lane, day: day, before: before?.titled(titles), after: after?.titled(titles))
    }
}

extension LaneState {
    /// What a reader would call the state: value, since when, until when, how sure, what else.
    var gist: [String] {
        [
            value?.value ?? "", value?.since.edtf ?? "", value?.modality ?? "", until?.edtf ?? "",
            certainty.rawValue,
        ]
            + alternatives.map { "\($0.value) \($0.since.edtf)" }
    }

    /// How it stands, whoever says so since when: value, how sure, what else.
    var standing: [String] {
        [value?.value ?? "", value?.modality ?? "", certainty == .possible ? "possible" : ""]
            + alternatives.map(\.value).sorted()
    }
}
