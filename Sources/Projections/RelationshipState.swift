package import Annals
package import Postgres

/// How a relationship, or one actor, stood on a day, as known at a position.
package struct RelationshipState: Hashable, Sendable {
    /// The relationship or actor.
    package let stream: StreamID
    /// Both clocks.
    package let asOf: AsOf
    /// When the position was recorded; nil for #0.
    package let recordedAt: Timestamp?
    /// The rulebook the answer was made with.
    package let rulebook: Int
    /// How many entries of the stream were known.
    package let version: Version
    /// Every lane that has or may have a value, in the rulebook's order of facets.
    package let lanes: [LaneState]
}
