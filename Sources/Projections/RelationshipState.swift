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

/// The value of a lane, with where it comes from.
package struct LaneState: Hashable, Sendable {
    /// The lane.
    package let lane: LaneID
    /// What is in force; nil when nothing certainly is.
    package let value: ClaimedValue?
    /// How sure that is.
    package let certainty: LaneAnswer.Certainty
    /// Its claimed end; nil when nobody claimed one.
    package let until: DateSpan?
    /// Whether the rulebook holds it too old to rely on.
    package let isStale: Bool
    /// What it may be instead.
    package let alternatives: [ClaimedValue]
}

/// A value, and the event that claims it.
package struct ClaimedValue: Hashable, Sendable {
    /// The value.
    package let value: String
    /// −2 hostile to +2 allied; nil where there is no better or worse.
    package let level: Int?
    /// How it is claimed.
    package let modality: String
    /// Since when.
    package let since: DateSpan
    /// How good source and claim are.
    package let grade: String
    /// The position of the entry.
    package let position: Position
    /// The event.
    package let event: EventID
    /// The event's title.
    package let title: String
}

/// A date as written, and the days it may mean.
package struct DateSpan: Hashable, Sendable {
    /// As written.
    package let edtf: String
    /// The first day it may mean.
    package let earliest: Day
    /// The last day it may mean.
    package let latest: Day
}
