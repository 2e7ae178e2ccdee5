/// The Admiralty code of source and claim: `A1` (reliable, confirmed) to `F6` (neither can be judged).
public struct Grade: Hashable, Sendable, CustomStringConvertible {
    /// The two characters.
    public let code: String

    /// Neither the source nor the claim can be judged: what an event has when nobody graded it.
    public static let unjudged = Grade(known: "F6")

    /// Reads a code; nil when it is not A to F followed by 1 to 6.
    public init?(_ code: String) {
        let letters = Array(code.utf8)
        guard letters.count == 2, (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(letters[0]),
            (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(letters[1])
        else { return nil }
        self.code = code
    }

    private init(known code: String) {
        self.code = code
    }

    /// The two characters.
    public var description: String { code }
}
