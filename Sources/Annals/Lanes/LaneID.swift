/// The history of one facet between two actors in one direction, for one key and one claimant.
public struct LaneID: Hashable, Sendable {
    /// The relationship or actor.
    public let stream: StreamID
    /// The facet.
    public let facet: Facet
    /// The slot; empty for none.
    public let key: String
    /// From whom; nil for a symmetric facet.
    public let from: ActorID?
    /// To whom; nil for a symmetric facet or one of a single actor.
    public let to: ActorID?
    /// Whose word; empty for the record's own.
    public let claimant: String

    /// A lane.
    public init(stream: StreamID, facet: Facet, key: String, from: ActorID?, to: ActorID?, claimant: String) {
        self.stream = stream
        self.facet = facet
        self.key = key
        self.from = from
        self.to = to
        self.claimant = claimant
    }
}
