import Postgres
import Support
import Testing

@Suite struct `A timestamp` {
    private static let written: [(microseconds: Int64, text: String)] = [
        (0, "2000-01-01T00:00:00Z"),
        (1, "2000-01-01T00:00:00.000001Z"),
        (-1, "1999-12-31T23:59:59.999999Z"),
        (848_656_800_123_456, "2026-11-22T10:00:00.123456Z"),
        (848_656_800_250_000, "2026-11-22T10:00:00.25Z"),
        (252_455_616_000_000_000, "+10000-01-01T00:00:00Z"),
        (-63_113_904_000_000_000, "0000-01-01T00:00:00Z"),
        (-63_113_904_000_000_001, "-0001-12-31T23:59:59.999999Z"),
        (.max, "infinity"),
        (.min, "-infinity"),
    ]

    @Test(arguments: written)
    func `is written in UTC as ISO 8601 has it`(microseconds: Int64, text: String) {
        #expect(Timestamp(rawValue: microseconds).description == text)
        #expect(Timestamp(text) == Timestamp(rawValue: microseconds))
    }

    @Test(arguments: [
        "", "now", "2026-11-22", "2026-11-22T10:00:00", "2026-11-22 10:00:00Z", "2026-11-22T10:00:00+00:00",
        "2026-11-22T10:00:00z", "2026-11-22T10:00:00.Z", "2026-11-22T10:00:00.1234567Z",
        "2026-11-22T10:00:00Z ",
        "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z", "2026-11-22T10:00:60Z", "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "26-11-22T10:00:00Z",
        "12026-11-22T10:00:00Z", "+999999-01-01T00:00:00Z", "-999999-01-01T00:00:00Z", "２026-11-22T10:00:00Z",
    ])
    func `is not read from anything else`(_ text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func `is read as it was written, over the whole range`() {
        var generator = SplitMix64(seed: 7)
        for _ in 0..<2000 {
            let moment = Timestamp(rawValue: Int64(truncatingIfNeeded: generator.next()))
            #expect(Timestamp(moment.description) == moment)
        }
        for moment in [Timestamp(rawValue: .min + 1), Timestamp(rawValue: .max - 1)] {
            #expect(Timestamp(moment.description) == moment)
        }
    }

    @Test func `is written as the server writes it`() throws {
        let connection = try Server.connect()
        try connection.execute("set timezone = 'UTC'")
        var generator = SplitMix64(seed: 11)
        let moments = (0..<1000).map { _ in
            Timestamp(
                rawValue: Int64.random(
                    in: -63_082_281_600_000_000...252_455_615_999_999_999,
                    using: &generator
                )
            )
        }
        let written = try connection.query(
            """
            select moment, to_char(moment, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as text
            from unnest(\(moments)) with ordinality as drawn (moment, place) order by place
            """
        ) { (try $0["moment", as: Timestamp.self], try $0["text", as: String.self]) }
        #expect(written.map(\.0) == moments)
        for (moment, text) in written {
            #expect(Timestamp(text) == moment)
            #expect(moment.description.dropLast().hasPrefix(text.prefix(19)))
        }
    }
}
