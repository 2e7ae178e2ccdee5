/// One thing wrong with what somebody wrote: what, where and how to mend it.
public struct Problem: Error, Hashable, Sendable {
    /// What sort of thing it is about: `date`, `actor`, `facet`, `json` and so on.
    public let topic: String
    /// What is wrong, as a sentence without a full stop.
    public let message: String
    /// The field it stands in (`on`, `effects[0].value`); empty when it is about the whole.
    public var field: String
    /// What was written there, when a caret can point into it.
    public let written: String?
    /// The bytes of `written` that are wrong, counted from 0.
    public let range: Range<Int>?
    /// What to do instead.
    public let help: String?

    /// One thing wrong.
    public init(
        _ topic: String,
        _ message: String,
        field: String = "",
        written: String? = nil,
        range: Range<Int>? = nil,
        help: String? = nil
    ) {
        self.topic = topic
        self.message = message
        self.field = field
        self.written = written
        self.range = range
        self.help = help
    }
}

/// Everything wrong with what somebody wrote, so that it can be mended in one go.
public struct Problems: Error, Hashable, Sendable {
    /// The problems, in the order they were met; never empty.
    public let list: [Problem]

    /// All of these.
    public init(_ list: [Problem]) {
        self.list = list
    }
}
