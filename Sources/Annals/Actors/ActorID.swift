/// An actor's slug: the name it has in the log, in stream names and on the command line (`united-states`).
///
/// Lower-case ASCII letters and digits in groups joined by single hyphens, at most 80 characters. The order
/// of slugs is the order of their bytes, in Swift as in the database.
public struct ActorID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The slug itself.
    public let slug: String

    /// A slug as written, or nil when it is not one.
    public init?(_ slug: String) {
        guard slug.utf8.count <= 80, !slug.isEmpty else { return nil }
        var afterHyphen = true
        for byte in slug.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                afterHyphen = false
            case UInt8(ascii: "-") where !afterHyphen:
                afterHyphen = true
            default:
                return nil
            }
        }
        guard !afterHyphen else { return nil }
        self.slug = slug
    }

    /// The slug.
    public var description: String { slug }

    /// Slugs in the order of their bytes.
    public static func < (one: ActorID, other: ActorID) -> Bool {
        one.slug.utf8.lexicographicallyPrecedes(other.slug.utf8)
    }
}
