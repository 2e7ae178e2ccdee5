import Annals
import Pictures
import Projections

extension StatePicture {
    /// The card of a state.
    init(_ state: RelationshipState, _ headings: Headings) {
        self.init(
            caption: headings.caption(headings.title(state.stream), "how they stood"),
            rows: state.lanes.map { Row(lane: ShownLane($0.lane), claim: ShownClaim($0)) },
            unknown: state.unknownFacets.map(\.rawValue)
        )
    }
}
