/// A name made comparable: lower case, composed (NFC), one space between words, hyphens and underscores as spaces.
///
/// `Islamic  State`, `islamic-state` and `ISLAMIC STATE` are one name. Two names are the same when their
/// folded forms are.
public struct FoldedName: Hashable, Sendable, CustomStringConvertible {
    /// The folded form.
    public let text: String

    /// Folds a name as somebody wrote it.
    public init(_ written: String) {
        let lowered = written.lowercased().map { $0 == "-" || $0 == "_" || $0.isWhitespace ? " " : $0 }
        text = lowered.split(separator: " ").map { String($0) }.joined(separator: " ").composed
    }

    /// The folded form.
    public var description: String { text }
}
