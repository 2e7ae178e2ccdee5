/// The two clocks, always together: the world as it stood on a day, as we knew it at a position of the log.
public struct AsOf: Hashable, Sendable {
    /// The world's clock.
    ///
    /// A day means its end, UTC.
    public let at: Day
    /// Our clock: entries up to and including this one are known.
    public let known: Position

    /// The world on a day, as known at a position.
    public init(at: Day, known: Position) {
        self.at = at
        self.known = known
    }
}
