import Annals
import Testing

@testable import Formats

@Suite struct `A file of GDELT` {
    /// A row of so many columns, in which these say something.
    static func row(_ cells: [Int: String], of columns: Int = 58) -> String {
        let usual = [0: "1", 1: "20150218", 25: "1", 26: "043", 31: "10"].merging(cells) { $1 }
        return (0..<columns).map { usual[$0] ?? "" }.joined(separator: "\t") + "\n"
    }

    static let both = [
        5: "USAGOV", 6: "PRESIDENT", 7: "USA", 12: "GOV", 15: "AFG", 16: "KABUL \"X\"", 17: "AFG",
    ]

    @Test(arguments: [57, 58, 61])
    func `has an event in each row, whichever version it is of`(_ columns: Int) throws {
        let (place, added) = columns == 61 ? (52, 59) : (50, 56)
        let cells = Self.both.merging([
            place: "Kabul, Afghanistan", added: columns == 61 ? "20150219101500" : "20150219",
        ]) { $1 }.merging(columns == 57 ? [:] : [added + 1: "https://a.example/b/c"]) { $1 }
        let reading = try Reading(Self.row(cells, of: columns))
        #expect(reading.said == [])
        let row = try #require(reading.rows.first), draft = try #require(row.draft)
        #expect((row.line, row.key) == (1, "gdelt:1"))
        #expect(
            row.actors == [
                ImportedActor(name: "USAGOV", codes: ["cameo:USAGOV"], kind: .government),
                ImportedActor(name: "AFG", codes: ["cameo:AFG", "iso3:AFG"], kind: .state),
            ]
        )
        #expect((draft.on, draft.reported) == ("2015-02-18", "2015-02-19"))
        #expect((draft.actors, draft.recipients) == (["USAGOV"], ["AFG"]))
        #expect((draft.type, draft.mode) == ("CONSULT", "visit"))
        #expect(draft.title == "PRESIDENT: CONSULT visit (CAMEO 043): KABUL \"X\"")
        #expect(draft.note == "Kabul, Afghanistan")
        #expect(draft.tags == ["gdelt", "cameo:043", "mentions:10"])
        #expect((draft.modality, draft.grade) == ("reported", "F6"))
        #expect(
            draft.sources == [
                Source(
                    title: "GDELT event 1",
                    publisher: columns == 57 ? nil : "a.example",
                    url: columns == 57 ? nil : "https://a.example/b/c",
                    published: "2015-02-19",
                    locator: nil
                )
            ]
        )
        #expect(row.traps == [.reportsCounted])
        #expect(reading.refusals == [])
    }

    @Test func `has events of one actor, and refuses those of none`() throws {
        let reading = try Reading(
            Self.row([5: "USA", 7: "USA"]) + Self.row([15: "USA", 17: "USA"]) + Self.row([:])
                + Self.row([5: "EUR", 7: "EUR", 15: "EUR", 17: "EUR"]) + Self.row([6: "A"])
        )
        #expect(reading.drafts.map(\.actors) == [["USA"], ["USA"], ["EUR"], ["A"]])
        #expect(reading.drafts.allSatisfy { $0.recipients.isEmpty })
        #expect(
            reading.rows[2].actors == [ImportedActor(name: "EUR", codes: ["cameo:EUR"], kind: .collective)]
        )
        #expect(reading.traps == [.reportsCounted: 4, .sameActor: 1])
        #expect(reading.said == ["3 Actor1Code: the row names nobody"])
    }

    @Test func `tells the traps of its codes and dates`() throws {
        let reading = try Reading(
            Self.row(Self.both.merging([26: "163", 1: "20150101", 25: "0"]) { $1 })
                + Self.row(Self.both.merging([26: "43"]) { $1 })
                + Self.row(Self.both.merging([26: "20"]) { $1 })
                + Self.row(Self.both.merging([1: "20150230"]) { $1 }) + Self.row([0: ""]) + "1\t2\n"
        )
        #expect(
            reading.rows.map(\.traps) == [
                [.reportsCounted, .swappedCodes, .sharpenedDate], [.reportsCounted, .lostZero],
            ]
        )
        #expect(reading.drafts[0].tags == ["gdelt", "cameo:163", "mentions:10", "not-root"])
        #expect(
            reading.said == [
                "3 EventCode: 20 can be the CAMEO code 20 or 020 without its zero",
                "4 SQLDATE: \"20150230\" is not a day as the format writes it",
                "5 GLOBALEVENTID: GLOBALEVENTID is empty",
                "6: the row has 2 fields, and the table 58 columns",
            ]
        )
    }

    @Test func `may have been given a header`() throws {
        let names = [
            "GLOBALEVENTID", "SQLDATE", "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1Type1Code",
            "Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2Type1Code", "IsRootEvent", "EventCode",
            "NumMentions", "ActionGeo_FullName", "DATEADDED",
        ]
        let row = "1,20150218,USA,,USA,,,,,,1,010,5,\"Kabul, Afghanistan\",20150219"
        let reading = try Reading(names.joined(separator: ",") + "\n" + row + "\n")
        #expect(reading.drafts.map(\.title) == ["USA: statement (CAMEO 010)"])
        #expect(reading.drafts.map(\.note) == ["Kabul, Afghanistan"])
        #expect(reading.drafts.map(\.type) == [nil])
    }
}
