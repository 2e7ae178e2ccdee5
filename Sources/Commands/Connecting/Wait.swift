import ArgumentParser

/// How long a command waits for a server that is away, and for what is accepted to become known.
struct Wait: Hashable, Sendable {
    let duration: Duration
    /// Whether somebody asked for it, and so wants to wait for a server that does not even answer.
    let isAsked: Bool

    /// Longer than it takes a cluster under Patroni to find another primary, which is 30 s as it comes.
    static let usual = Wait(duration: .seconds(60), isAsked: false)

    /// What `--wait` says, else `ANNALS_WAIT`, else a minute.
    static func find(_ option: Wait?, environment: [String: String] = Environment.all) throws(Failure) -> Wait
    {
        if let option { return option }
        guard let written = environment["ANNALS_WAIT"], !written.isEmpty else { return .usual }
        if let wait = Wait(argument: written) { return wait }
        throw Failure(
            .configuration,
            "wait",
            "ANNALS_WAIT is \"\(Printable.line(written, most: 60))\", which is no time",
            help: "write it as 90s, 5m or 1h; 0 to wait for nothing"
        )
    }

    /// From now on.
    func begin() -> Patience { Patience(wait: self, deadline: .now + duration) }
}

extension Wait: ExpressibleByArgument {
    private static let units: [(name: String, duration: Duration)] = [
        ("ms", .milliseconds(1)), ("min", .seconds(60)), ("s", .seconds(1)), ("m", .seconds(60)),
        ("h", .seconds(3600)), ("", .seconds(1)),
    ]

    /// A number with `ms`, `s`, `m` or `h` behind it; seconds without.
    init?(argument: String) {
        guard let unit = Self.units.first(where: { argument.hasSuffix($0.name) }),
            let number = Int32(argument.dropLast(unit.name.count)), number >= 0
        else { return nil }
        self.init(duration: unit.duration * Int(number), isAsked: true)
    }
}

extension Wait: CustomStringConvertible {
    var description: String {
        let (seconds, rest) = duration.components
        return rest == 0 ? "\(seconds) s" : "\(Int(duration / .milliseconds(1))) ms"
    }
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
