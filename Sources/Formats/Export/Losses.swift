/// What a format could not carry, counted.
package struct Losses: Sendable {
    /// Something a format has no place for, and what became of it instead.
    package struct Kind: Hashable, Sendable {
        /// What those are that it concerns, after "are": `dated by year or month`.
        package let what: String
        /// What became of it, as a sentence without a full stop.
        package let outcome: String

        /// Something a format has no place for.
        package init(_ what: String, _ outcome: String) {
            self.what = what
            self.outcome = outcome
        }
    }

    private var counts: [(kind: Kind, count: Int)] = []
    /// How many of whatever it is were met.
    private var total = 0

    /// Nothing yet.
    package init() {}

    /// Counts one that was met, lost or not.
    package mutating func meet() { total += 1 }

    /// Counts one that lost something.
    package mutating func add(_ kind: Kind) {
        if let index = counts.firstIndex(where: { $0.kind == kind }) {
            counts[index].count += 1
        } else {
            counts.append((kind, 1))
        }
    }

    /// A sentence for each kind: `12 of 158 events are dated by year or month: TimelineJS shows …`.
    ///
    /// - Parameter things: what was counted, in the plural.
    package func sentences(of things: String) -> [String] {
        counts.map { kind, count in
            "\(count) of \(total) \(things) \(count == 1 ? "is" : "are") \(kind.what): \(kind.outcome)"
        }
    }
}
