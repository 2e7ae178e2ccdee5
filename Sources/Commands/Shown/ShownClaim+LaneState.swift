import Annals
import Pictures
import Projections

extension ShownClaim {
    /// What a lane says, as pictures show it.
    init(_ state: LaneState) {
        // Of a value that nobody can be sure of, what is shown beside it is what it rests on at best.
        let claim = state.value ?? state.alternatives.first
        self.init(
            value: state.value.map { ShownValue($0) },
            certainty: state.certainty,
            alternatives: state.alternatives.map { ShownValue($0) },
            remarks: (claim.map { $0.modality == "asserted" ? [] : [$0.modality] } ?? [])
                + (state.isStale ? ["stale"] : []),
            since: claim.flatMap { $0.since.edtf.isEmpty ? nil : $0.since.edtf },
            until: state.until.flatMap {
                $0.edtf == ".." ? nil : $0.edtf.isEmpty ? "an unknown day" : $0.edtf
            },
            grade: claim?.grade ?? "",
            position: claim?.position.description ?? "",
            because: Printable.line(claim?.title ?? "")
        )
    }
}

extension ShownValue {
    init(_ value: ClaimedValue) {
        self.init(word: value.value.spoken, level: value.level)
    }
}

extension ShownLane {
    /// A lane of a relationship that the picture is about.
    init(_ lane: LaneID) {
        self.init(name: lane.facet.rawValue, detail: lane.qualifiers)
    }
}
