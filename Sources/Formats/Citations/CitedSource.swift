public import Annals

/// A source, and the event it was cited for.
public struct CitedSource: Hashable, Sendable {
    /// The source.
    public var source: Source
    /// The entry that cites it.
    public var position: Position
    /// The title of that entry's event.
    public var title: String

    /// A source cited for an event.
    public init(_ source: Source, for title: String, at position: Position) {
        self.source = source
        self.title = title
        self.position = position
    }
}
