/// A part of a verification.
///
/// Each reports what it finds, whatever becomes of the others.
package enum VerificationPart: String, CaseIterable, Sendable {
    /// Every entry against its digest, leaf, bounds and streams, and the tree over them.
    case log
    /// How entries, log, outbox and streams are linked.
    case links
    /// The catalogs against what this program sets up.
    case schema
    /// What the database says of the rulebook, and which projections answer.
    case rulebook
    /// Settings that let sessions around the guards.
    case sessions
    /// Every index against its table.
    case indexes
    /// The projections against a replay of the log.
    case projections

    /// Why a part did not run, or not to its end.
    package struct LeftOut: Sendable {
        package let part: VerificationPart
        package let cause: any Error

        package init(_ part: VerificationPart, because cause: any Error) {
            self.part = part
            self.cause = cause
        }
    }
}
