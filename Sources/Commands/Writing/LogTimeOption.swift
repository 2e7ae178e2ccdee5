import ArgumentParser

/// `--accept-log-time`, on every command that writes.
struct LogTimeOption: ParsableArguments {
    @Flag(help: "Write also when entries would be recorded more than a day ahead of this machine's clock.")
    var acceptLogTime = false

    /// How far ahead entries may be recorded; nil for any time.
    func limit() throws(Failure) -> Duration? {
        if acceptLogTime { return nil }
        return try TimeSpan.variable("ANNALS_MAX_AHEAD") ?? .seconds(86_400)
    }
}
