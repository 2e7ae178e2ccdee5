extension JSONValue {
    /// The same object with how far the time of what was written is ahead of the clocks, where it is.
    func adding(secondsAhead: Int?) -> JSONValue {
        guard let secondsAhead, case .object(let members) = self else { return self }
        return .object(members + [(key: "ahead_seconds", value: .number(secondsAhead))])
    }
}
