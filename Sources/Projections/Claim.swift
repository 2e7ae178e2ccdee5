package import Annals

/// An effect, and whether its entry was replaced.
package struct Claim: Hashable, Sendable {
    /// The effect.
    package let known: KnownEffect
    /// The position of the entry that corrected or withdrew it; nil while it stands.
    package internal(set) var replaced: Position?

    /// Whether it was known at a position, and stood.
    func stands(at known: Position) -> Bool {
        self.known.position <= known && (replaced.map { $0 > known } ?? true)
    }
}
