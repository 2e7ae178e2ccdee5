import Annals
import Testing

@testable import Formats

@Suite struct `A spreadsheet` {
    @Test func `has its columns in any order and any case`() throws {
        let reading = try Reading(
            """
            Title,B,Date,A
            Doha agreement,us,2020-02-29,taliban
            "Talks, in Doha",us; qatar,2020,"taliban"

            """
        )
        #expect(
            reading.format == RecognisedFormat(format: .csv, separator: 44, quoted: true, hasHeader: true)
        )
        #expect(reading.drafts.map(\.title) == ["Doha agreement", "Talks, in Doha"])
        #expect(reading.drafts.map(\.on) == ["2020-02-29", "2020"])
        #expect(reading.drafts.map(\.recipients) == [["us"], ["us", "qatar"]])
        #expect(reading.drafts.allSatisfy { $0.effects == nil && $0.modality == nil && $0.sources.isEmpty })
        #expect(reading.rows[1].actors.map(\.name) == ["taliban", "us", "qatar"])
    }

    @Test(arguments: [",", ";", "\t"])
    func `is separated by commas, semicolons or tabs`(_ separator: String) throws {
        let text = "on|a|b|title\n2020|x|y|\"a\(separator)\"\"b\"\"\"\n"
        let reading = try Reading(text.replacing("|", with: separator))
        #expect(reading.drafts.map(\.title) == ["a\(separator)\"b\""])
    }

    @Test func `sets what a row says it sets`() throws {
        let reading = try Reading(
            """
            on,a,b,title,type,mode,contexts,facet,key,state,from,to,claimant,begin,end,source,url,publisher,\
            published,locator,quote,note,grade,modality,reported,tags,id,Place
            2020,taliban,us,Pledge,aid,,military;legal,aid,humanitarian,pledged,,,un,2020-03,..,A report,\
            https://a.example/1,A paper,2021,§2,They will,A note,b2,Reported,2021-02,one;two,7,Kabul
            2020,us; uk,taliban,Pledge,,,,aid,,active,uk,taliban,,,,,,A paper,,,,,,,,,,
            2021,taliban,,Takeover,,,Human Rights,Polity status,,De facto government,,,,,,,,,,,,,,,,,,

            """
        )
        #expect(reading.said == [])
        let (one, two, three) = (reading.drafts[0], reading.drafts[1], reading.drafts[2])
        var effect = EffectDraft()
        (effect.facet, effect.key, effect.value) = ("aid", "humanitarian", "pledged")
        (effect.from, effect.to, effect.claimant) = ("taliban", "us", "un")
        (effect.begin, effect.end) = ("2020-03", "..")
        #expect(one.effects == [effect])
        #expect((one.type, one.mode, one.contexts) == ("AID", nil, ["military", "legal"]))
        #expect(one.note == "A note\n“They will”\nPlace: Kabul")
        #expect((one.grade, one.modality, one.reported) == ("B2", "reported", "2021-02"))
        #expect(one.tags == ["one", "two"])
        #expect(
            one.sources == [
                Source(
                    title: "A report",
                    publisher: "A paper",
                    url: "https://a.example/1",
                    published: "2021",
                    locator: "§2"
                )
            ]
        )
        #expect(reading.rows[0].key == "csv:7")
        #expect(two.effects?.map { [$0.from, $0.to] } == [["uk", "taliban"]])
        #expect(two.sources.map(\.title) == ["A paper"])
        #expect(three.effects?.map { [$0.from, $0.to] } == [["taliban", nil]])
        #expect(three.effects?.map(\.value) == ["de-facto-government"])
        #expect(three.contexts == ["human_rights"])
        #expect(reading.rows[1].actors.map(\.name) == ["us", "uk", "taliban"])
    }

    @Test func `knows a row without an id by all it says`() throws {
        let reading = try Reading(
            "on,a,b,title\n2020,x,y,One\n2020,x,y,One\n2020,x,y,Two\n2013-01-01,x,y,Three\n"
        )
        let keys = reading.rows.map(\.key)
        #expect(keys[0] == keys[1])
        #expect(Set(keys).count == 3)
        #expect(reading.traps == [.noIDs: 4, .sharpenedDate: 1])
    }

    @Test func `takes a CAMEO code for type, mode and contexts`() throws {
        let reading = try Reading("on,a,b,title,cameo\n2020,x,y,Visit,43\n2020,x,y,Demand,10\n")
        #expect(reading.drafts.map(\.type) == ["CONSULT"])
        #expect(reading.drafts.map(\.tags) == [["cameo:043"]])
        #expect(reading.said == ["3 cameo: 10 can be the CAMEO code 10 or 010 without its zero"])
    }

    @Test func `says which cells are empty`() throws {
        let reading = try Reading("Date,a,b,title\n,x,y,One\n2020, ;,y,\n2020,x,y\n")
        #expect(
            reading.said == [
                "2 Date: Date is empty", "3 a: a is empty", "3 title: title is empty",
                "4: the row has 3 fields, and the table 4 columns",
            ]
        )
    }

    @Test func `has others' columns, which a map names`() throws {
        let map = """
            # of our newsroom
            Wann = on
            Wer=actors

            An wem = b
            x = y = title
            Type = tags
            """
        let reading = try Reading("Wann;WER;An wem;x = y;Type\n2020;a;b;c;d\n", map: map)
        #expect(reading.format.format == .csv)
        #expect(reading.drafts.map(\.actors) == [["a"]])
        #expect(reading.drafts.map(\.title) == ["c"])
        #expect(reading.drafts.map(\.tags) == [["d"]])
        #expect(reading.drafts.map(\.type) == [nil])
    }

    @Test func `has a map that is told where it is wrong`() {
        #expect(throws: Problems.self) { try ColumnMap("a = on\nb\n = on\nc = on\nd = titel\n") }
        do {
            _ = try ColumnMap("a = on\nb\n = on\nc = on\nd = titel\n")
        } catch {
            #expect(
                error.list.map(\.message) == [
                    "line 2: \"b\" maps nothing", "line 3: nothing stands before the equals sign",
                    "line 4: on is mapped on line 1 too", "line 5: annals has no column \"titel\"",
                ]
            )
            #expect(error.list.last?.help?.hasPrefix("did you mean title?") == true)
        }
    }

    @Test func `is refused for columns that are missing, stand twice or look like a slip`() {
        #expect(
            refusal("on,a,title\n2020,x,y\n", as: .csv).first?.hasPrefix(
                "a spreadsheet needs a column \"b\", and this table has none; rename a column, or map one"
            ) == true
        )
        #expect(
            refusal("on,a,b,title,Date\n").first
                == "the columns \"on\" and \"Date\" are the same; "
                + "keep one of them, or rename the one that says something else"
        )
        #expect(refusal("on,a,b,title,publihser\n").first?.contains("did you mean publisher?") == true)
        #expect(refusal("on,a,b,title\n", map: "Wer = actors").first?.contains("no column \"Wer\"") == true)
    }
}
