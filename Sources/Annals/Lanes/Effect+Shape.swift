extension Effect {
    /// How an effect can be looked for: of those dated to the day, one probe finds the last.
    public enum Shape: Int16, Sendable {
        case dayHoldingOn, dayLapsing, other
    }

    /// How it can be looked for.
    public var shape: Shape {
        guard bounds.beginEarliest == bounds.beginLatest, bounds.beginEarliest.isFinite else { return .other }
        if bounds.endEarliest == .distantFuture { return .dayHoldingOn }
        return lapses ? .dayLapsing : .other
    }
}
