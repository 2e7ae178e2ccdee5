/// What every picture says of itself, so that one cut out of a report can still be traced: whom it is about, both
/// clocks and the place in the log it rests on.
package struct Caption: Hashable, Sendable {
    /// Whom it is about: `Taliban — United States`.
    package var title: String
    /// What kind of picture it is, in a few words: `how they stood`, `what changed`.
    package var subject: String
    /// The world's clock in words: `as it stood on 2020-06-01`.
    package var at: String
    /// Our clock in words: `as we knew it now (#162, 2026-11-23)`.
    package var known: String
    /// Which rulebook and log: `rulebook 1 · log annals/1b2c… at #162`.
    package var origin: String
    /// What the reader has to know besides, a sentence each.
    ///
    /// `Of each pair the worst facet is drawn.`
    package var notes: [String]

    package init(
        title: String,
        subject: String,
        at: String,
        known: String,
        origin: String,
        notes: [String] = []
    ) {
        self.title = title
        self.subject = subject
        self.at = at
        self.known = known
        self.origin = origin
        self.notes = notes
    }
}
