/// What the rulebook says of one facet.
public struct FacetRule: Sendable {
    /// Whether a facet reads the same from both sides.
    public enum Direction: String, Sendable {
        /// Both sides alike.
        case symmetric
        /// From one actor to the other.
        case directed
        /// Of one actor alone.
        case monadic
    }

    /// Whether a facet has several independent slots between two actors.
    public enum Key: Hashable, Sendable {
        /// One slot.
        case none
        /// Slots by name; an effect must name one.
        case required(String)
        /// Slots by kind; an effect may leave it open.
        case optional(String)
    }

    /// How the value on a day is found among the effects in force.
    public enum Method: String, Sendable {
        /// The effect that began last.
        case latest
        /// The highest rank since the last `none`.
        case highest
    }

    /// One of the values a facet can have.
    public struct Value: Hashable, Sendable {
        /// The word.
        public let name: String
        /// −2 hostile to +2 allied, for colour and height; never averaged.
        ///
        /// Nil where there is no better or worse.
        public let level: Int?
        /// The order within a facet read by ``Method/highest``, 1 for `none`; 0 in the others.
        public let rank: Int
        /// After how many days a value claimed for an instant stops being in force; nil when it holds on.
        public let lapsesAfter: Int?
    }

    /// The facet.
    public let facet: Facet
    /// Whether it reads the same from both sides.
    public let direction: Direction
    /// Whether it has several slots.
    public let key: Key
    /// Its values, in the order of the rulebook.
    public let values: [Value]
    /// How its value on a day is found.
    public let method: Method
    /// After how many days a value is shown as stale; nil for never.
    public let staleAfter: Int?

    /// The value of this name.
    public func value(named name: String) -> Value? {
        values.first { $0.name == name }
    }
}
