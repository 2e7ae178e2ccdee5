package import Annals

/// What a lane says on a day: the value in force, what it may be besides, and where that comes from.
package struct ShownClaim: Hashable, Sendable {
    /// The value in force; nil when nothing certainly is.
    package var value: ShownValue?
    /// How sure it is.
    package var certainty: LaneAnswer.Certainty
    /// What it may be instead, best placed first.
    package var alternatives: [ShownValue]
    /// What is to be said of it besides, in a word or two: `alleged`, `stale`; empty for nothing.
    package var remarks: [String]
    /// Since when, as written; nil for a value nobody dated, `..` for one that always stood.
    package var since: String?
    /// Until when, as claimed; nil when nobody claimed an end.
    package var until: String?
    /// How good source and claim are: `B2`.
    package var grade: String
    /// The entry it rests on: `#43`.
    package var position: String
    /// The title of the event it rests on.
    package var because: String

    package init(
        value: ShownValue?,
        certainty: LaneAnswer.Certainty,
        alternatives: [ShownValue] = [],
        remarks: [String] = [],
        since: String?,
        until: String? = nil,
        grade: String,
        position: String,
        because: String
    ) {
        self.value = value
        self.certainty = certainty
        self.alternatives = alternatives
        self.remarks = remarks
        self.since = since
        self.until = until
        self.grade = grade
        self.position = position
        self.because = because
    }
}

extension ShownClaim {
    /// The value that is drawn: the one in force, or the best placed of those possible.
    package var drawn: ShownValue? { value ?? alternatives.first }
}
