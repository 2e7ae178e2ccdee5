import Annals
import Support
import Testing

@testable import Formats

@Suite struct `A file of events` {
    @Test(
        arguments: [
            ("{\"specversion\":\"1.0\"}\n", .cloudEvents, nil, false, false),
            (" \n{\"id\":\"1\", \"specversion\":\"1.0\"}", .cloudEvents, nil, false, false),
            ("\u{FEFF}on,a,b,title\n", .csv, ",", true, true),
            ("on;a;b;title;note, remark\n", .csv, ";", true, true),
            ("on\ta\tb\ttitle", .csv, "\t", true, true),
            ("Year,Month,Headline\n", .timelineJS, ",", true, true),
            ("Event ID\tSource Name\tCAMEO Code\n", .icews, "\t", false, true),
            ("Event ID,Source Name,CAMEO Code\n", .icews, ",", true, true),
            ("Event ID\tEvent Type\tActor Name\tRecipient Name\n", .polecat, "\t", false, true),
            ("\u{FEFF}\"event_id_cnty\",\"event_date\"\n", .acled, ",", true, true),
            ("event_id_cnty,deleted_timestamp\n", .acled, ",", true, true),
            ("stateabb,ccode,styear,endyear\n", .cow, ",", true, true),
            ("dyad,statelno,statehno,begin,end\n", .cow, ",", true, true),
            ("1\t20130101" + String(repeating: "\t", count: 56), .gdelt, "\t", false, false),
            ("1\t20130101" + String(repeating: "\t", count: 59) + "http://a\n", .gdelt, "\t", false, false),
        ] as [(String, ImportFormat, Character?, Bool, Bool)]
    )
    func `is recognised by how it begins`(
        _ text: String,
        _ format: ImportFormat,
        _ separator: Character?,
        _ quoted: Bool,
        _ hasHeader: Bool
    ) throws {
        let recognised = try RecognisedFormat.recognise(Array(text.utf8)[...])
        let expected = RecognisedFormat(
            format: format,
            separator: separator?.asciiValue ?? 0,
            quoted: quoted,
            hasHeader: hasHeader
        )
        #expect(recognised == expected)
        #expect(try RecognisedFormat.recognise(Array(text.utf8)[...], as: format) == expected)
    }

    @Test(
        arguments: [
            ("", "there is nothing in the file"),
            ("\u{FEFF}\r\n \n", "there is nothing in the file"),
            ("{\"actor\":\"us\"}", "the file is JSON, but its first line is no CloudEvent"),
            ("[{\"specversion\":\"1.0\"}]", "the file is JSON, but its first line is no CloudEvent"),
            ("Dear all,\nhello", "the columns are of no format known: Dear all, "),
            ("hello", "the first line has no tabs, commas or semicolons between columns"),
            ("on,a,title\n", "the columns are of no format known: on, a, title"),
            ("on,a,b,title\r2020,x,y,z\r", "the lines of the file end in carriage returns alone"),
            ("o\0n\0,\0", "the file has NUL bytes: it is no text, or UTF-16 without a byte-order mark"),
            (
                "1\t20131301" + String(repeating: "\t", count: 56),
                "the columns are of no format known: 1, 20131301"
            ),
        ]
    )
    func `is refused when it is none of them`(_ text: String, _ message: String) {
        do {
            _ = try RecognisedFormat.recognise(Array(text.utf8)[...])
            Issue.record("recognised")
        } catch {
            #expect(error.message.hasPrefix(message), "\(error.message)")
            #expect(error.help != nil)
        }
    }

    @Test func `is refused when its header is in another encoding, or it is not what it is said to be`() {
        func message(_ bytes: [UInt8], as wanted: ImportFormat? = nil) -> String? {
            do {
                _ = try RecognisedFormat.recognise(bytes[...], as: wanted)
                return nil
            } catch {
                return error.message
            }
        }
        #expect(
            message(Array("on,a,b,title,\"Gr".utf8) + [0xF6] + Array("ße\"\n".utf8))?.contains("0xF6") == true
        )
        #expect(message([0xFF, 0xFE, 0x61, 0]) == "the file is UTF-16, not UTF-8")
        #expect(
            message(Array("on,a\n".utf8), as: .cloudEvents) == "the file does not begin as CloudEvents do"
        )
        #expect(
            message(Array("{\"specversion\":\"1.0\"}".utf8), as: .icews)
                == "the file begins with a CloudEvent, it is not ICEWS"
        )
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `is read or refused, whatever its bytes are`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let headers = [
            "on,a,b,title,facet,value,id,cameo\n", TimelineJSHeader.text, `A file of ICEWS`.header,
            "event_id_cnty,event_date,actor1,actor2,event_type,sub_event_type,time_precision,timestamp\n",
            "event_id_cnty,deleted_timestamp\n", "ccode,styear,stmonth,endyear,version\n",
            "ccode1,ccode2,begin,end,conttype,version\n",
            "Event ID\tEvent Date\tEvent Type\tEvent Mode\tContexts\tActor Name\tActor Country\tRecipient Name\n",
            "1\t20130101" + String(repeating: "\t", count: 56) + "\n", "",
        ]
        let pieces = [
            "\"", ",", "\t", "\n", "2020", "2020-01-01", "2", "010", "x", "é", ";", "-9", "[", "\0", "AID",
        ]
        for _ in 0..<400 {
            var file = Array((headers.randomElement(using: &random) ?? "").utf8)
            let columns = file.count { $0 == 0x2C || $0 == 0x09 }
            let separator = file.contains(0x09) ? "\t" : ","
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let cells = (0...columns).map { _ in pieces.randomElement(using: &random) ?? "" }
                file += Array((cells.joined(separator: separator) + "\n").utf8)
            }
            for _ in 0..<Int.random(in: 0...3, using: &random) where !file.isEmpty {
                file[Int.random(in: file.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? Reading(file, map: Bool.random(using: &random) ? "x = actors" : nil)
        }
    }
}

private enum TimelineJSHeader {
    static let text = `The spreadsheet of a TimelineJS timeline`.header
}
