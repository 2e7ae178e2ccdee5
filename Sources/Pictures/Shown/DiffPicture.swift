/// What changed between two days, or between two states of knowledge: two columns side by side.
package struct DiffPicture: Hashable, Sendable {
    /// What it says of itself.
    package var caption: Caption
    /// What the left column is: `2020-03-01`, `as we knew it at #158`.
    package var before: String
    /// What the right column is.
    package var after: String
    /// What changed, lane by lane.
    package var rows: [Row]
    /// What it comes to, in a sentence.
    ///
    /// `The world did not change; our knowledge did.`
    package var summary: String

    package init(caption: Caption, before: String, after: String, rows: [Row], summary: String) {
        self.caption = caption
        self.before = before
        self.after = after
        self.rows = rows
        self.summary = summary
    }

    /// Whether a change is one for the better.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        case better, worse
        /// Neither can be told: it is as good as before, or not sure enough.
        case unclear
    }

    /// A lane before and after.
    package struct Row: Hashable, Sendable {
        /// The relationship, where the picture has several; nil where its title says it.
        package var relationship: String?
        package var lane: ShownLane
        /// How it stood; nil for unknown.
        package var before: ShownClaim?
        /// How it stands; nil for unknown.
        package var after: ShownClaim?
        package var verdict: Verdict
        /// What caused it: `#43 Doha agreement`, `lapsed after 183 days`.
        package var cause: String

        package init(
            relationship: String? = nil,
            lane: ShownLane,
            before: ShownClaim?,
            after: ShownClaim?,
            verdict: Verdict,
            cause: String
        ) {
            self.relationship = relationship
            self.lane = lane
            self.before = before
            self.after = after
            self.verdict = verdict
            self.cause = cause
        }
    }
}
