import Testing

@testable import Commands

/// Lengths of time, as options take them and messages give them.
struct TimeSpanTests {
    @Test(
        arguments: [
            ("0s", 0), ("90s", 90), ("15m", 900), ("12h", 43_200), ("3d", 259_200), ("36500d", 3_153_600_000),
            ("90", 90), ("0", 0), ("2000ms", 2),
        ] as [(String, Int64)]
    )
    func `are a number and a unit`(written: String, seconds: Int64) {
        #expect(TimeSpan(argument: written)?.duration == .seconds(seconds))
    }

    @Test(arguments: [
        "", "s", "ms", "-1s", "+1s", "1.5h", "1h30m", "1 h", "1H", "5min", "36501d", "99999999999999999999s",
        "١s",
        "1\u{301}s",
    ])
    func `are nothing else`(written: String) {
        #expect(TimeSpan(argument: written) == nil)
    }

    @Test(
        arguments: [
            (0, "0 seconds"), (1, "1 second"), (61, "61 seconds"), (120, "2 minutes"), (7199, "120 minutes"),
            (7200, "2 hours"), (86_400, "24 hours"), (172_800, "2 days"), (631_152_000, "20 years"),
        ] as [(Int64, String)]
    )
    func `are told by about how long they are`(seconds: Int64, words: String) {
        #expect(Duration.seconds(seconds).spoken == words)
    }
}
