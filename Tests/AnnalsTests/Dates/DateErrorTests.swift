import Annals
import Testing

@Suite struct `A refused date` {
    @Test(arguments: [
        // not in the calendar
        ("2021-02-30", "2021-02-30 does not exist (February 2021 has 28 days)", "write 2021-02"),
        ("2021-02-29", "2021-02-29 does not exist (February 2021 has 28 days)", "write 2021-02"),
        ("2021-04-00", "2021-04-00 does not exist (April 2021 has 30 days)", "write 2021-04"),
        ("2021-13", "there is no month 13", "from 2021-01 to 2021-12"),
        ("2021-00-01", "there is no month 00", "from 2021-01 to 2021-12"),
        ("2021-33", "33 is none of the seasons", "[2021-03..2021-05]"),
        ("2021-21-05", "a season has no days", "write 2021-21"),
        ("0000", "0000 is not in the years 0001 to 9999", "[..0001]"),
        ("000X", "000X is not in the years 0001 to 9999", "write [0001..0009]"),
        ("2021/2020", "2021/2020 ends before it begins", "write 2020/2021"),
        ("[2021..2020]", "2021..2020 ends before it begins", "write [2020..2021]"),
        // ambiguous or in another order
        (
            "06/07/2021", "can mean 2021-06-07 (month first) or 2021-07-06 (day first)",
            "write 2021-06-07 or 2021-07-06"
        ),
        (
            "06.07.2021", "can mean 2021-06-07 (month first) or 2021-07-06 (day first)",
            "write 2021-06-07 or 2021-07-06"
        ),
        (
            "6-7-2021", "can mean 2021-06-07 (month first) or 2021-07-06 (day first)",
            "write 2021-06-07 or 2021-07-06"
        ),
        ("25/07/2021", "not in the order year, month, day", "write 2021-07-25"),
        ("07/25/2021", "not in the order year, month, day", "write 2021-07-25"),
        ("7/7/2021", "not in the order year, month, day", "write 2021-07-07"),
        ("31/02/2021", "2021-02-31 does not exist", "write 2021-02"),
        ("6.7.21", "no year of four digits", "2021-08-15"),
        ("06/2021", "the year stands before the month", "write 2021-06"),
        ("2021/08", "can mean a month or two years", "write 2021-08 for the month"),
        ("2021/22", "can mean", "2021/2022"),
        ("2021/08/15", "joined by hyphens", "write 2021-08-15"),
        ("2021/02/30", "2021-02-30 does not exist", "write 2021-02"),
        ("2019-2021", "joined by a slash", "write 2019/2021"),
        ("2019 to 2021", "joined by a slash", "write 2019/2021"),
        ("2019 – 2021", "joined by a slash", "write 2019/2021"),
        ("2020 or 2021", "in brackets", "write [2020,2021]"),
        ("2020, 2021", "in brackets", "write [2020,2021]"),
        ("20210230", "2021-02-30 does not exist", "write 2021-02"),
        ("2012\\2013", "joined by a slash", "write 2012/2013"),
        // slips
        ("", "the date is empty", "write a day as 2021-08-15"),
        ("  ", "the date is empty", "write a day as 2021-08-15"),
        ("2021-8-5", "two digits each", "write 2021-08-05"),
        ("2021-8", "two digits", "write 2021-08"),
        ("20210815", "joined by hyphens", "write 2021-08-15"),
        (" 2021-08-15", "no blanks", "write 2021-08-15"),
        ("2021-08 -15", "no blanks", "write 2021-08-15"),
        ("[1667, 1668, 1670..1672]", "no blanks", "write [1667,1668,1670..1672]"),
        ("２０２１-08-15", "ASCII", "write 2021-08-15"),
        ("٢٠٢١", "ASCII", "write 2021"),
        ("2021–08–15", "ASCII", "write 2021-08-15"),
        ("2019–2021", "ASCII", "write 2019/2021"),
        ("85", "four digits", "write 0085"),
        ("12021", "years run from 0001 to 9999", "[..0001]"),
        ("201x", "written X", "write 201X"),
        ("199u", "written X", "write 199X"),
        // words
        ("Aug 2021", "written as numbers", "write 2021-08"),
        ("15 August 2021", "written as numbers", "write 2021-08-15"),
        ("August 15th, 2021", "written as numbers", "write 2021-08-15"),
        ("5-Sep-2021", "written as numbers", "write 2021-09-05"),
        ("30 Feb 2021", "2021-02-30 does not exist", "write 2021-02"),
        ("spring 2021", "written as numbers", "write 2021-21"),
        ("now", "another day tomorrow", "2021-08-15/.."),
        ("1980s", "written X", "write 198X"),
        ("1900s", "written X", "write 190X for the decade, 19XX for the century"),
        ("circa 1980", "ends in ~", "write 1980~"),
        ("c. 1980-05", "ends in ~", "write 1980-05~"),
        // EDTF we do not take
        ("2021-08-26T17:36:52+04:30", "no time of day", "write 2021-08-26"),
        ("2021-08-26 17:36", "no time of day", "write 2021-08-26"),
        ("-0044", "years run from 0001 to 9999", "[..0001]"),
        ("+2006", "takes no sign", "write 2006"),
        ("Y170000002", "years run from 0001 to 9999", "[..0001]"),
        ("Y-17E7", "years run from 0001 to 9999", "[..0001]"),
        ("1950S2", "written X", "write 19XX"),
        ("1953S3", "written X", "write 195X"),
        ("{2020,2021}", "all of its dates", "write [2020,2021]"),
        ("?2021-08", "stands at its end", "write 2021-08?"),
        ("~2021", "stands at its end", "write 2021~"),
        ("2004?-06-~11", "stands at its end", "write 2004-06-11%"),
        ("1984?~", "stands at its end", "write 1984%"),
        ("2004-(06)?-11", "stands at its end", "write 2004-06-11?"),
        ("1XXX", "last two digits of a year", "write [1000..1999]"),
        ("XXXX", "last two digits of a year", "write [0001..9999]"),
        ("20X0", "last two digits of a year", "list the years"),
        ("201X-05", "a year that is not known", "write 201X"),
        ("2021-1X", "the whole month", "write [2021-10..2021-12]"),
        ("2021-XX-15", "the whole month", "write 2021-XX"),
        ("2021-08-1X", "the whole day", "write [2021-08-10..2021-08-19]"),
        ("2021-02-2X", "the whole day", "write [2021-02-20..2021-02-28]"),
        ("2021-02-3X", "the whole day", "write 2021-02-XX"),
        ("2021-08-X5", "the whole day", "write 2021-08-XX"),
        // intervals and sets
        ("/", "neither when it began nor when it ended", "write ../.."),
        ("..", "an end of an interval", "write ../.."),
        ("2012/2013/2014", "one slash", "2020-02-29/2021-08-15"),
        ("2021-08-15/..?", "an open end takes no qualifier", "write .."),
        ("2021-08-15/now", "another day tomorrow", "2021-08-15/.."),
        ("2021-8-5/..", "two digits each", "write 2021-08-05"),
        ("2012..2013", "all of that time or one day in it", "write 2012/2013 for all of it, [2012..2013]"),
        ("2012..", "all of that time or one day in it", "write 2012/.. for all of it, [2012..]"),
        ("[2020", "not closed", "[2020,2021]"),
        ("[2020]?", "after the set", "takes no qualifier"),
        ("[]", "missing in the set", "[2020,2021]"),
        ("[2020,]", "missing in the set", "[2020,2021]"),
        ("[..]", "one of all days", "[..2020]"),
        ("[2020..,2021]", "open only at its begin and at its end", "[2018,2020..]"),
        ("[2020?,2021]", "qualified inside a set", "write 2020"),
        ("[2020/2021]", "stands alone", "write [2020..2021]"),
        ("[2020,2021]/2022", "stands alone", "[2020..2021]"),
        ("[06.07.2021,2022]", "can mean 2021-06-07", "write 2021-06-07 or 2021-07-06"),
        ("hello", "hello is not a date", "write a day as 2021-08-15"),
    ])
    func `says what is wrong and what to write`(_ text: String, _ message: String, _ help: String) throws {
        let refusal = try #require(throws: DateError.self) { try EDTF(text) }
        #expect(refusal.message.contains(message), "\(refusal)")
        #expect(refusal.help.contains(help), "\(refusal)")
        #expect(refusal.range.lowerBound >= 0 && refusal.range.upperBound <= text.utf8.count)
        for proposal in proposals(in: refusal.help) {
            #expect(throws: Never.self, "\(refusal)") { try EDTF(proposal) }
        }
    }

    @Test(arguments: [
        ("2021-02-30", 8..<10), ("2021-13", 5..<7), ("2001/2021-13", 10..<12), ("2021-8-5/..", 0..<8),
        ("2001/now", 5..<8), ("[2020,2021-02-30]", 14..<16), ("[2020,]", 6..<6), ("[2020]?", 6..<7),
        ("06/07/2021", 0..<10), ("", 0..<0), ("2021/2020", 0..<9), ("[2020,2021..2019]", 6..<16),
        ("２０２１", 0..<12),
    ])
    func `points at the offending bytes`(_ text: String, _ range: Range<Int>) throws {
        let refusal = try #require(throws: DateError.self) { try EDTF(text) }
        #expect(refusal.range == range, "\(refusal)")
    }

    @Test(arguments: [
        ("", "2", ""), ("", "x", ""), ("", "-", ""), ("", " ", ""), ("", "X", ""), ("", "?", ""),
        ("", "/", ""),
        ("", "..", ""), ("", "[", ""), ("", "{", ""), ("", "２", ""), ("", "\u{301}", ""),
        ("", "\u{1B}[31m", ""),
        ("2021/", "2", ""), ("[", "2021,", ""), ("[", ",", "]"), ("[", "2", "]"), ("[2020..", "X", "]"),
    ])
    func `quotes little of a megabyte`(_ start: String, _ unit: String, _ end: String) throws {
        let text = start + String(repeating: unit, count: 1_000_000 / unit.utf8.count) + end
        let refusal = try #require(throws: DateError.self) { try EDTF(text) }
        #expect(refusal.description.utf8.count < 400)
        #expect(refusal.range.upperBound <= text.utf8.count)
    }

    @Test(arguments: ["2021\u{1B}[2J", "\u{202E}2021", "20\n21", "\0"])
    func `quotes nothing that moves a cursor`(_ text: String) throws {
        let refusal = try #require(throws: DateError.self) { try EDTF(text) }
        #expect(refusal.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    }

    /// What a help text tells to write: its words that begin like a date.
    private func proposals(in help: String) -> [String] {
        help.split { " ;".contains($0) }
            .map { String($0.hasSuffix(",") ? $0.dropLast() : $0) }
            .filter { $0 != ".." && $0.count > 1 }
            .filter { $0.utf8.contains { (48...57).contains($0) } || $0.hasPrefix("..") }
    }
}
