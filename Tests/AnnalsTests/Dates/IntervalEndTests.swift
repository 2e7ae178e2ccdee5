import Annals
import Testing

@Suite struct `Begin and end given apart` {
    @Test(arguments: [
        ("2001", "2021", "2001/2021"), ("2001-10-07", "2021-08-30", "2001-10-07/2021-08-30"),
        ("2020-02-29", "..", "2020-02-29/.."), ("..", "2020", "../2020"), ("..", "..", "../.."),
        ("2013-06-01", "2013", "2013-06-01/2013"), ("2021-08-15", "2021-08-15", "2021-08-15"),
        ("2001/2005", "2020/2021", "2001/2021"), ("2020-02-29/", "..", "2020-02-29/.."),
        ("2020-02-29", "2020-02-29/", "2020-02-29/"),
    ])
    func `have the bounds of the interval they form`(_ begin: String, _ end: String, _ whole: String) throws {
        let bounds = try DateBounds(begin: IntervalEnd(begin), end: IntervalEnd(end))
        #expect(bounds == (try EDTF(whole)).bounds)
    }

    @Test(arguments: [
        ("[..2020]", "2019", "-infinity 2019-12-31 2019-01-02 2020-01-01"),
        ("[2020-02-29..]", "..", "2020-02-29 infinity infinity infinity"),
        ("[2020-02-29..]", "[..2021]", "2020-02-29 2021-12-31 2020-03-01 2022-01-01"),
    ])
    func `may each be a set`(_ begin: String, _ end: String, _ bounds: String) throws {
        #expect(try DateBounds(begin: IntervalEnd(begin), end: IntervalEnd(end)).text == bounds)
    }

    @Test(arguments: [("2020", "2019"), ("2020-02-29", "2020-02-28"), ("2020/..", "[..2019]")])
    func `are refused when it certainly ends before it begins`(_ begin: String, _ end: String) throws {
        let (begin, end) = (try IntervalEnd(begin), try IntervalEnd(end))
        let refusal = #expect(throws: DateError.self) { try DateBounds(begin: begin, end: end) }
        #expect(refusal?.message == "\(end) is before \(begin)")
        #expect(refusal?.range == 0..<end.description.utf8.count)
    }

    @Test(arguments: ["", "...", "../..?", "now"])
    func `are dates or two dots`(_ text: String) {
        #expect(throws: DateError.self) { try IntervalEnd(text) }
    }
}
