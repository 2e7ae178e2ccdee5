import Testing

@testable import Annals

@Suite struct `The period of a claim` {
    @Test(
        arguments: [
            // An event's date begins it; nothing ends it.
            ("2020-02-29", nil, nil, "2020-02-29 2020-02-29 infinity infinity", "2020-02-29", nil),
            ("2020", nil, nil, "2020-01-01 2020-12-31 infinity infinity", "2020", nil),
            ("[..2020]", nil, nil, "-infinity 2020-12-31 infinity infinity", "[..2020]", nil),
            // An event of an interval ends it too.
            (
                "2001-10-07/2021-08-30", nil, nil, "2001-10-07 2001-10-07 2021-08-31 2021-08-31",
                "2001-10-07",
                "2021-08-30"
            ),
            ("2020-02-29/..", nil, nil, "2020-02-29 2020-02-29 infinity infinity", "2020-02-29", ".."),
            ("../..", nil, nil, "-infinity -infinity infinity infinity", "..", ".."),
            ("2020-02-29/", nil, nil, "2020-02-29 2020-02-29 2020-03-01 infinity", "2020-02-29", ""),
            ("/2020-02-29", nil, nil, "-infinity 2020-02-29 2020-03-01 2020-03-01", "", "2020-02-29"),
            // What the claim says itself goes before.
            ("2020-02-29", "2020-03-10", nil, "2020-03-10 2020-03-10 infinity infinity", "2020-03-10", nil),
            ("2020-02-29", "..", nil, "-infinity -infinity infinity infinity", "..", nil),
            (
                "2020-02-29", nil, "2021-05", "2020-02-29 2020-02-29 2021-05-02 2021-06-01", "2020-02-29",
                "2021-05"
            ),
            ("2020-02-29", nil, "..", "2020-02-29 2020-02-29 infinity infinity", "2020-02-29", ".."),
            (
                "2001/2021", "2005-01-01", nil, "2005-01-01 2005-01-01 2021-01-02 2022-01-01", "2005-01-01",
                "2021"
            ),
            ("2001/2021", nil, "..", "2001-01-01 2001-12-31 infinity infinity", "2001", ".."),
        ] as [(String, String?, String?, String, String, String?)]
    )
    func `is filled in from its event's date`(
        _ occurred: String,
        _ begin: String?,
        _ end: String?,
        _ bounds: String,
        _ writtenBegin: String,
        _ writtenEnd: String?
    ) throws {
        let period = try Self.period(occurred, begin, end, lapsesAfter: nil)
        #expect(period.bounds.inWords == bounds)
        #expect(period.begin == writtenBegin)
        #expect(period.end == writtenEnd)
        #expect(!period.lapses)
    }

    @Test(
        arguments: [
            ("2021-01-01", nil, nil, "2021-01-01 2021-01-01 2021-07-03 2021-07-03"),
            ("2021-01", nil, nil, "2021-01-01 2021-01-31 2021-07-03 2021-08-02"),
            ("[..2021-01-01]", nil, nil, "-infinity 2021-01-01 -infinity 2021-07-03"),
            ("[2021-01-01..]", nil, nil, "2021-01-01 infinity 2021-07-03 infinity"),
            ("2020-02-29", "2021-01-01", nil, "2021-01-01 2021-01-01 2021-07-03 2021-07-03"),
        ] as [(String, String?, String?, String)]
    )
    func `of an incident lapses so many days after its begin`(
        _ occurred: String,
        _ begin: String?,
        _ end: String?,
        _ bounds: String
    ) throws {
        let period = try Self.period(occurred, begin, end, lapsesAfter: 183)
        #expect(period.bounds.inWords == bounds)
        #expect(period.lapses)
        #expect(period.end == nil)
    }

    @Test(
        arguments: [
            ("2001-10-07/2021-08-30", nil, nil), ("2001-10-07/..", nil, nil), ("2001-10-07", nil, ".."),
            ("2001-10-07", nil, "2021-08-30"), ("../2021", nil, nil), ("2001-10-07", "..", nil),
            ("2001-10-07", "../..", nil),
        ] as [(String, String?, String?)]
    )
    func `does not lapse where an interval is claimed, nor what always held`(
        _ occurred: String,
        _ begin: String?,
        _ end: String?
    ) throws {
        let period = try Self.period(occurred, begin, end, lapsesAfter: 183)
        #expect(!period.lapses)
        #expect(period.bounds == (try Self.period(occurred, begin, end, lapsesAfter: nil)).bounds)
    }

    private static func period(
        _ occurred: String,
        _ begin: String?,
        _ end: String?,
        lapsesAfter: Int?
    ) throws -> Period {
        let claim = ClaimedEffect(
            facet: .hostility,
            key: "",
            from: Roster.actor("taliban"),
            to: Roster.actor("united-states"),
            value: "force",
            begin: try begin.map(IntervalEnd.init),
            end: try end.map(IntervalEnd.init),
            claimant: "",
            terms: []
        )
        return try Period(of: claim, on: EDTF(occurred), lapsesAfter: lapsesAfter)
    }
}

extension DateBounds {
    fileprivate var inWords: String {
        [beginEarliest, beginLatest, endEarliest, endLatest].map(\.description).joined(separator: " ")
    }
}
