/// How long a command waits for a server that is away, and for what is accepted to become known.
struct Wait: Hashable, Sendable {
    let duration: Duration
    /// Whether somebody asked for it, and so wants to wait for a server that does not even answer.
    let isAsked: Bool

    /// Longer than it takes a cluster under Patroni to find another primary, which is 30 s as it comes.
    static let usual = Wait(duration: .seconds(60), isAsked: false)

    /// What `--wait` says, else `ANNALS_WAIT`, else a minute.
    static func find(_ option: TimeSpan?) throws -> Wait {
        let asked = try option?.duration ?? TimeSpan.variable("ANNALS_WAIT")
        return asked.map { Wait(duration: $0, isAsked: true) } ?? .usual
    }

    /// From now on.
    func begin() -> Patience { Patience(wait: self, deadline: .now + duration) }
}

/// A wait that is under way.
struct Patience: Sendable {
    let wait: Wait
    let deadline: ContinuousClock.Instant

    var isOver: Bool { deadline <= .now }

    /// Whole seconds left, as libpq takes them: it takes 2 for the least, and 0 for no limit.
    var secondsLeft: Int { max(2, Int((deadline - .now).components.seconds)) }

    /// With more time: what takes the server long is not yet lost.
    func extended(by duration: Duration) -> Patience {
        Patience(wait: wait, deadline: deadline + duration)
    }
}
