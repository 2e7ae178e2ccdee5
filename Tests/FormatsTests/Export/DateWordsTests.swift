import Annals
import Testing

@testable import Formats

/// Dates for readers and programs that do not know EDTF.
struct DateWordsTests {
    @Test(arguments: [
        ("2020-02-29", "2020-02-29"), ("2020-02", "2020-02 (month only)"), ("2020", "2020 (year only)"),
        ("201X", "201X"), ("2021-22", "summer 2021"), ("2013~", "about 2013"), ("2013?", "2013, uncertain"),
        ("2013%", "about 2013, uncertain"), ("[..2020]", "by 2020"), ("[2020-02..]", "2020-02 or later"),
        ("[2020,2021]", "2020 or 2021"), ("[2018,2020..2021]", "2018 or 2020 to 2021"), ("../..", "always"),
        ("../2021", "until 2021"), ("/2021", "until 2021"), ("2020/..", "from 2020 on"),
        ("2020/", "from 2020, end unknown"), ("2001-10-07/2021~", "from 2001-10-07 until about 2021"),
    ])
    func `says a date in words`(written: String, words: String) throws {
        #expect(DateWords.of(try EDTF(written)) == words)
    }

    @Test
    func `a prefix of a day means the days it covers, and no others`() throws {
        for written in ["2020-02-29", "2020-02", "2020", "9999", "9999-12", "0001", "2021-12", "2021-12-31"] {
            let bounds = try EDTF(written).bounds
            let days = bounds.beginEarliest...bounds.beginLatest
            let date = try #require(PartialDate(days))
            #expect(date.prefix == written && date.covers(days))
            if days.lowerBound < days.upperBound {
                let fewer = days.lowerBound.advanced(by: 1)...days.upperBound
                #expect(PartialDate(fewer)?.covers(fewer) != true, "\(written)")
            }
        }
        for written in ["201X", "[2020-11..2021-02]", "[..2020]"] {
            let bounds = try EDTF(written).bounds
            #expect(PartialDate(bounds.beginEarliest...bounds.beginLatest) == nil)
        }
    }

    @Test
    func `a moment is written as RFC 3339 and RFC 5545 want it, also before 2000`() {
        let moments: [(Int64, String, String)] = [
            (0, "2000-01-01T00:00:00.000Z", "20000101T000000Z"),
            (-1000, "1999-12-31T23:59:59.999Z", "19991231T235959Z"),
            (86_400_000_000 + 3_661_001_000, "2000-01-02T01:01:01.001Z", "20000102T010101Z"),
        ]
        for (count, rfc3339, basic) in moments {
            let time = RecordedTime(microsecondsSince2000: count)
            #expect(time.rfc3339 == rfc3339 && time.basic == basic)
        }
    }

    @Test
    func `an address is one of the web, or none`() {
        #expect(WebAddress.of("javascript:alert(1)") == nil)
        #expect(WebAddress.of("data:text/html,<b>") == nil)
        #expect(WebAddress.of("not an address") == nil)
        #expect(WebAddress.of(nil) == nil)
        #expect(
            WebAddress.of("HTTPS://[::1]:80/a[b]?c=%41%zz#d#e")
                == "HTTPS://[::1]:80/a%5Bb%5D?c=%41%25zz#d%23e"
        )
        #expect(WebAddress.of("http://example.org/ä \"<>") == "http://example.org/%C3%A4%20%22%3C%3E")
    }
}
