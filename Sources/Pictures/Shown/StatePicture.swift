/// How a relationship, or one actor, stood on a day: a card.
package struct StatePicture: Hashable, Sendable {
    /// What it says of itself.
    package var caption: Caption
    /// What is known, lane by lane.
    package var rows: [Row]
    /// The facets nobody claims anything about.
    package var unknown: [String]

    package init(caption: Caption, rows: [Row], unknown: [String]) {
        self.caption = caption
        self.rows = rows
        self.unknown = unknown
    }

    /// A lane and what it says.
    package struct Row: Hashable, Sendable {
        package var lane: ShownLane
        package var claim: ShownClaim

        package init(lane: ShownLane, claim: ShownClaim) {
            self.lane = lane
            self.claim = claim
        }
    }
}
