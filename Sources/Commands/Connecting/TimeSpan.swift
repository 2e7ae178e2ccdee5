import Annals
import ArgumentParser

/// A length of time as people write it: `90s`, `15m`, `12h`, `3d`.
struct TimeSpan: ExpressibleByArgument {
    let duration: Duration

    /// Seconds in each unit.
    private static let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]

    /// The longest there is; longer is a mistake.
    private static let most: Int64 = 100 * 365 * 86_400

    init?(argument: String) {
        guard let unit = argument.last.flatMap({ Self.units[$0] }),
            argument.dropLast().allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int64(argument.dropLast()), number <= Self.most / unit
        else { return nil }
        duration = .seconds(number * unit)
    }

    /// What a variable of the environment says; nil when it is not there, or empty.
    static func variable(_ name: String) throws(Failure) -> Duration? {
        guard let written = Environment.all[name], !written.isEmpty else { return nil }
        if let span = TimeSpan(argument: written) { return span.duration }
        throw Failure(
            .usage,
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
        let units: [(name: String, seconds: Int64)] = [
            ("year", 31_556_952), ("day", 86_400), ("hour", 3600), ("minute", 60),
        ]
        // From two of a unit on it says enough.
        let unit = units.first { seconds >= 2 * $0.seconds } ?? ("second", 1)
        let count = seconds / unit.seconds + (seconds % unit.seconds * 2 >= unit.seconds ? 1 : 0)
        return "\(count) \(unit.name)\(count == 1 ? "" : "s")"
    }
}
