import Annals
import Testing

@Suite struct `A date as written` {
    @Test(arguments: [
        // instants: within their span, for one day of it
        ("2013", "2013-01-01 2013-12-31 2013-01-02 2014-01-01"),
        ("2021-08", "2021-08-01 2021-08-31 2021-08-02 2021-09-01"),
        ("2020-02-29", "2020-02-29 2020-02-29 2020-03-01 2020-03-01"),
        ("201X", "2010-01-01 2019-12-31 2010-01-02 2020-01-01"),
        ("20XX", "2000-01-01 2099-12-31 2000-01-02 2100-01-01"),
        ("2021-XX", "2021-01-01 2021-12-31 2021-01-02 2022-01-01"),
        ("2021-XX-XX", "2021-01-01 2021-12-31 2021-01-02 2022-01-01"),
        ("2021-08-XX", "2021-08-01 2021-08-31 2021-08-02 2021-09-01"),
        ("2021-02-XX", "2021-02-01 2021-02-28 2021-02-02 2021-03-01"),
        ("2021-21", "2021-03-01 2021-05-31 2021-03-02 2021-06-01"),
        ("2021-24", "2021-12-01 2021-12-31 2021-12-02 2022-01-01"),
        ("0001", "0001-01-01 0001-12-31 0001-01-02 0002-01-01"),
        ("9999", "9999-01-01 9999-12-31 9999-01-02 10000-01-01"),
        // intervals
        ("2001-10-07/2021-08-30", "2001-10-07 2001-10-07 2021-08-31 2021-08-31"),
        ("2001/2021", "2001-01-01 2001-12-31 2021-01-02 2022-01-01"),
        ("2020-02-29/..", "2020-02-29 2020-02-29 infinity infinity"),
        ("2020-02-29/", "2020-02-29 2020-02-29 2020-03-01 infinity"),
        ("2020/", "2020-01-01 2020-12-31 2020-01-02 infinity"),
        ("../2020", "-infinity -infinity 2020-01-02 2021-01-01"),
        ("/2020", "-infinity 2020-12-31 2020-01-02 2021-01-01"),
        ("../..", "-infinity -infinity infinity infinity"),
        ("/..", "-infinity infinity infinity infinity"),
        ("../", "-infinity -infinity -infinity infinity"),
        ("201X/2021-22", "2010-01-01 2019-12-31 2021-06-02 2021-09-01"),
        // intervals whose ends narrow each other
        ("2013-06-01/2013", "2013-06-01 2013-06-01 2013-06-02 2014-01-01"),
        ("2013/2013-06-01", "2013-01-01 2013-06-01 2013-06-02 2013-06-02"),
        ("2013/2013", "2013-01-01 2013-12-31 2013-01-02 2014-01-01"),
        // one of a set
        ("[..2020]", "-infinity 2020-12-31 -infinity 2021-01-01"),
        ("[2020-02-29..]", "2020-02-29 infinity 2020-03-01 infinity"),
        ("[2020,2021]", "2020-01-01 2021-12-31 2020-01-02 2022-01-01"),
        ("[2019..2021]", "2019-01-01 2021-12-31 2019-01-02 2022-01-01"),
        ("[2021-10,2021-09]", "2021-09-01 2021-10-31 2021-09-02 2021-11-01"),
        ("[..2018,2020-05..2020-06,2021]", "-infinity 2021-12-31 -infinity 2022-01-01"),
        ("[2018,2020..]", "2018-01-01 infinity 2018-01-02 infinity"),
        ("[2020]", "2020-01-01 2020-12-31 2020-01-02 2021-01-01"),
    ])
    func `has these bounds`(_ text: String, _ bounds: String) throws {
        let date = try EDTF(text)
        #expect(date.bounds.text == bounds)
        #expect(date.text == text)
        #expect(date.isInterval == text.contains("/"))
    }

    @Test(arguments: [
        ("2021", false, false), ("2021?", true, false), ("2021-08~", false, true),
        ("2021-08-15%", true, true),
        ("2021-08-XX?", true, false), ("201X~", false, true), ("2021-22?", true, false),
        ("2019?/2021~", true, true), ("2019/2021~", false, true), ("2019%/..", true, true),
        ("/2019?", true, false),
    ])
    func `keeps its qualifiers and its bounds`(_ text: String, _ isUncertain: Bool, _ isApproximate: Bool)
        throws
    {
        let date = try EDTF(text)
        #expect(date.isUncertain == isUncertain)
        #expect(date.isApproximate == isApproximate)
        #expect(date.bounds == (try EDTF(text.filter { !"?~%".contains($0) })).bounds)
    }

    @Test(arguments: [
        ("2020-06", "2020-06-30"), ("2020", "2020-12-31"), ("2020-02-29", "2020-02-29"),
        ("201X", "2019-12-31"),
        ("2019/2020-06", "2020-06-30"), ("../2020", "2020-12-31"), ("[..2020]", "2020-12-31"),
        ("9999", "9999-12-31"), ("2020/..", nil), ("2020/", nil), ("[2020..]", nil), ("../..", nil),
    ])
    func `has a last day unless it is open`(_ text: String, _ lastDay: String?) throws {
        #expect(try EDTF(text).lastDay?.description == lastDay)
    }
}

extension DateBounds {
    /// The four bounds, begin before end, earliest before latest.
    var text: String {
        "\(beginEarliest) \(beginLatest) \(endEarliest) \(endLatest)"
    }
}
