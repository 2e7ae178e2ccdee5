import Annals
import ArgumentParser

/// A length of time as people write it: `250ms`, `90s`, `15m`, `12h`, `3d`; seconds without a unit.
struct TimeSpan: ExpressibleByArgument {
    let duration: Duration

    private static let units: [(name: String, milliseconds: Int64)] = [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000), ("", 1000),
    ]

    /// The longest there is, a hundred years in milliseconds; longer is a mistake.
    private static let most: Int64 = 100 * 365 * 86_400_000

    init?(argument: String) {
        guard let unit = Self.units.first(where: { argument.hasSuffix($0.name) }) else { return nil }
        let digits = argument.dropLast(unit.name.count)
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int64(digits),
            number <= Self.most / unit.milliseconds
        else { return nil }
        duration = .milliseconds(number * unit.milliseconds)
    }

    /// What a variable of the environment says; nil when it is not there, or empty.
    static func variable(_ name: String) throws(Failure) -> Duration? {
        guard let written = Environment.all[name], !written.isEmpty else { return nil }
        if let span = TimeSpan(argument: written) { return span.duration }
        throw Failure(
            .configuration,
            "environment",
            "\(name) is no length of time: \(Printable.line(written, most: 40))",
            help: "write a number and its unit, as in 90s, 15m, 12h or 3d"
        )
    }
}

extension Duration {
    /// How many seconds it has, without what is left of one.
    var wholeSeconds: Int { Int(components.seconds) }

    /// About how long it is, in words: `2 hours`, `20 years`.
    var spoken: String {
        let seconds = components.seconds
        if seconds == 0, self > .zero { return "\(Int(self / .milliseconds(1))) ms" }
        let units: [(name: String, seconds: Int64)] = [
            ("year", 31_556_952), ("day", 86_400), ("hour", 3600), ("minute", 60),
        ]
        // From two of a unit on it says enough.
        let unit = units.first { seconds >= 2 * $0.seconds } ?? ("second", 1)
        let count = seconds / unit.seconds + (seconds % unit.seconds * 2 >= unit.seconds ? 1 : 0)
        return "\(count) \(unit.name)\(count == 1 ? "" : "s")"
    }
}
