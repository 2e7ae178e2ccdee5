import Annals
import Testing

/// What others read of the events we export.
struct ExportEventsTests {
    @Test
    func `a sheet has an event a row, in the columns it is imported from`() throws {
        let user = try User.ofExample()
        let rows = Rows.csv(try user.annals("export", "taliban", "us", "--format", "csv").output)
        #expect(
            rows[0] == [
                "on", "a", "b", "title", "type", "mode", "contexts", "note", "modality", "grade", "reported",
                "tags", "facet", "key", "from", "to", "value", "begin", "end", "claimant", "source",
                "publisher", "url", "published", "locator", "id",
            ]
        )
        let doha = try #require(rows.first { $0[3] == "Doha agreement" })
        #expect(doha[0] == "2020-02-29")
        #expect(
            Set(doha[1].split(separator: ";") + doha[2].split(separator: ";")) == [
                "taliban", "united-states",
            ]
        )
        #expect(doha[12..<14] == ["agreement", "doha-2020"] && doha[16] == "in-force")
    }

    @Test(.enabled(if: Reader.hasPython(with: "csvw"), "csvw is not installed for python3"))
    func `the description beside a sheet fits it, says csvw`() throws {
        var user = User(of: try HostileRecord.database.get())
        user.directory = try ExportFolder.make()
        defer { ExportFolder.remove(user.directory) }
        for asked in [[], ["actor-1"]] {
            let name = "of-\(asked.count).csv"
            #expect(try user.annals(["export", "--format", "csv", "-o", name] + asked).status == 0)
            let script = """
                import csvw, pathlib, warnings
                warnings.simplefilter("error")
                table = csvw.Table.from_file(pathlib.Path("\(user.directory)/\(name)-metadata.json"))
                rows = list(table)
                assert table.tableSchema.primaryKey == ["id"]
                print(len(rows), *[len(row["a"]) for row in rows])
                """
            let read = try Reader.python(script, reading: "")
            let count = asked.isEmpty ? HostileRecord.texts.count - 1 : 1
            #expect(read == ["\(count)" + String(repeating: " 1", count: count)])
        }
    }

    @Test(.enabled(if: Reader.hasPython(with: "pandas"), "pandas is not installed for python3"))
    func `a sheet is read by pandas, and nothing in it is a formula`() throws {
        let user = User(of: try HostileRecord.database.get())
        let outcome = try user.annals("export", "--format", "csv")
        let script = """
            import pandas, sys
            table = pandas.read_csv(sys.stdin, keep_default_na=False, dtype=str)
            assert not table.map(lambda cell: cell[:1] in "=+-@\\t\\r\\n" and cell != "").any().any()
            for title in table.title: print(title.encode().hex())
            """
        let titles = try Reader.python(script, reading: outcome.output)
        let expected = HostileRecord.texts.dropFirst().map { text in
            (["=", "+"].contains(text.prefix(1)) ? "'" : "") + text.revealingHidden(keeping: ["\n", "\t"])
        }
        #expect(
            titles == expected.map { $0.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
        )
        #expect(
            outcome.errors.contains(
                "2 of 11 events are described by what a spreadsheet would run as a formula"
            )
        )
    }

    @Test
    func `a slide of TimelineJS has a date as far as it is known, and in words`() throws {
        let user = try User.withActors()
        let dates = [
            "2020-02-29", "2020-02", "2020", "[..2020]", "../2019", "2001/2021-08-30", "../..", "2013~",
            "201X",
        ]
        try user.append(
            dates.map { #"{"on":"\#($0)","actors":["china"],"recipients":["us"],"title":"\#($0)"}"# }
                .joined(separator: "\n")
        )
        let outcome = try user.annals("export", "--format", "timelinejs")
        let slides = Dictionary(
            uniqueKeysWithValues: try outcome.json["events"].array.map {
                ($0["text"]["headline"].string ?? "", $0)
            }
        )
        #expect(slides.count == 8 && slides["../.."] == nil)
        func date(_ title: String, _ key: String = "start_date") -> [Tree]? {
            slides[title].map { slide in ["year", "month", "day"].map { slide[key][$0] } }
        }
        #expect(date("2020-02-29") == [2020, 2, 29])
        #expect(slides["2020-02-29"]?["display_date"] == .null)
        #expect(date("2020-02") == [2020, 2, nil])
        #expect(date("2020") == [2020, nil, nil])
        #expect(slides["2020"]?["display_date"] == "2020 (year only)")
        #expect(slides["[..2020]"]?["display_date"] == "by 2020")
        #expect(date("[..2020]") == [2020, nil, nil])
        #expect(slides["../2019"]?["display_date"] == "until 2019")
        #expect(date("2001/2021-08-30", "end_date") == [2021, 8, 30])
        #expect(slides["2013~"]?["display_date"] == "about 2013")
        #expect(date("201X") == [2010, nil, nil])
        #expect(
            outcome.errors == """
                export: 1 of 9 events is open at an end: TimelineJS puts them at the end that is known, with the date as written beside
                export: 1 of 9 events is without any day: TimelineJS cannot show them
                export: 6 of 9 events are dated by a month, a year or longer: TimelineJS puts them where that begins, with the date as written beside

                """
        )
    }

    @Test
    func `no text runs in TimelineJS, nor does a link`() throws {
        let user = User(of: try HostileRecord.database.get())
        let json = try user.annals("export", "--format", "timelinejs").output
        let rows = try user.annals("export", "--format", "timelinejs-csv").output
        for text in [json, rows] {
            #expect(!text.contains("<script") && !text.contains("\"javascript:"))
        }
        let slides = try Tree(json)["events"].array
        #expect(slides.count == HostileRecord.texts.count - 1)
        for slide in slides {
            #expect(slide["media"]["url"].string?.hasPrefix("https://example.org/") == true)
            #expect(slide["autolink"] == false)
        }
    }

    @Test
    func `the sheet of TimelineJS says what the JSON says`() throws {
        let user = try User.ofExample()
        let rows = Rows.csv(try user.annals("export", "--format", "timelinejs-csv").output)
        let slides = try user.annals("export", "--format", "timelinejs").json["events"].array
        #expect(rows.allSatisfy { $0.count == 19 } && rows[1][16] == "title")
        #expect(rows.dropFirst(2).count == slides.count)
        for (row, slide) in zip(rows.dropFirst(2), slides) {
            #expect(Int(row[0]) == slide["start_date"]["year"].number)
            #expect(row[8] == slide["display_date"].string ?? "")
            #expect(row[9] == slide["text"]["headline"].string)
        }
    }

    @Test(.enabled(if: Reader.hasPython(with: "icalendar"), "icalendar is not installed for python3"))
    func `a calendar is read by icalendar, with all texts as they were`() throws {
        let user = User(of: try HostileRecord.database.get())
        let outcome = try user.annals("export", "--format", "ics")
        #expect(outcome.errors == "")
        let lines = outcome.output.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        let script = """
            import icalendar, sys
            calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
            for event in calendar.walk("VEVENT"):
                assert not event.errors, event.errors
                print(event["SUMMARY"].encode().hex())
            """
        let expected = HostileRecord.texts.dropFirst().map { $0.revealingHidden(keeping: ["\n", "\t"]) }
        #expect(
            try Reader.python(script, reading: outcome.output)
                == expected.map { $0.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
        )
    }

    @Test(.enabled(if: Reader.hasPython(with: "icalendar"), "icalendar is not installed for python3"))
    func `a calendar tells of corrections and cancels what was retracted`() throws {
        let user = try User.withActors()
        try user.append(
            lines: [
                #"{"on":"2020-02-29","actors":["china"],"recipients":["us"],"title":"a"}"#,
                #"{"on":"2020-03-01/2020-03-03","actors":["china"],"recipients":["us"],"title":"b"}"#,
                #"{"on":"2020-04-01/..","actors":["china"],"recipients":["us"],"title":"c"}"#,
                #"{"on":"2020","actors":["china"],"recipients":["us"],"title":"d"}"#,
                ##"{"correct":"#5","because":"x","note":"y"}"##, ##"{"retract":"#6","because":"no"}"##,
            ]
        )
        let script = """
            import icalendar, sys
            for event in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk("VEVENT"):
                print(event["SUMMARY"], event.start, event.end, event["SEQUENCE"], event["STATUS"])
            """
        let now = try user.annals("export", "--format", "ics")
        #expect(
            try Reader.python(script, reading: now.output) == [
                "a 2020-02-29 2020-03-01 1 CONFIRMED", "b 2020-03-01 2020-03-04 1 CANCELLED",
                "c 2020-04-01 2020-04-02 0 CONFIRMED",
            ]
        )
        #expect(
            now.errors.contains("1 of 4 events is open at the end") && now.errors.contains("leaves them out")
        )
        let before = try user.annals("export", "china", "us", "--format", "ics", "--known", "#8")
        #expect(
            try Reader.python(script, reading: before.output).map { $0.split(separator: " ").last } == [
                "CONFIRMED", "CONFIRMED", "CONFIRMED",
            ]
        )
        // What was retracted is in no form that cannot say so.
        #expect(Rows.csv(try user.annals("export", "--format", "csv").output).count == 4)
    }
}
