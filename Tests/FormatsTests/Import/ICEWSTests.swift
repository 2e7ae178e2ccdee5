import Annals
import Support
import Testing

@testable import Formats

@Suite struct `A file of ICEWS` {
    static let header =
        "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
        + "Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\t"
        + "Province\tCountry\tLatitude\tLongitude\n"

    /// A row that says this, the rest of it unknown.
    static func row(_ source: String, _ label: String, _ code: String, _ target: String) -> String {
        "7\t2018-06-01\t\(source)\tNA\tNA\t\(label)\t\(code)\t0\t\(target)\tNA\tNA\tNA\tNA\tNA\tNA\tNA\tNA\tNA\tNA\tNA\n"
    }

    @Test func `has an event in each row`() throws {
        let reading = try Reading(
            Self.header
                + "32889836\t2018-06-01\tBangladesh\tNA\tBangladesh\tConsult\t040\t1\tArmy \"5\"\tInsurgents\tVietnam"
                + "\t47400351\t2\tA newspaper\tHanoi\tNA\tHanoi\tVietnam\t21\t105\n"
        )
        #expect(
            reading.format
                == RecognisedFormat(format: .icews, separator: 9, quoted: false, hasHeader: true)
        )
        let row = try #require(reading.rows.first), draft = try #require(row.draft)
        #expect(row.line == 2)
        #expect(row.key == "icews:2018-06-01:32889836")
        #expect(
            row.actors == [
                ImportedActor(name: "Bangladesh", kind: .state),
                ImportedActor(name: "Army \"5\"", kind: .armedGroup),
            ]
        )
        #expect(draft.on == "2018-06-01")
        #expect((draft.actors, draft.recipients) == (["Bangladesh"], ["Army \"5\""]))
        #expect((draft.type, draft.mode) == ("CONSULT", nil))
        #expect(draft.title == "Bangladesh: Consult: Army \"5\"")
        #expect(draft.note == "Hanoi, Vietnam")
        #expect((draft.modality, draft.grade) == ("reported", "F6"))
        #expect(draft.tags == ["icews", "cameo:040"])
        #expect(draft.effects == nil)
        #expect(
            draft.sources == [
                Source(
                    title: "Story 47400351",
                    publisher: "A newspaper",
                    url: nil,
                    published: "2018-06-01",
                    locator: "sentence 2"
                )
            ]
        )
    }

    @Test func `gives a code its zero back where only one can be meant`() throws {
        let reading = try Reading(
            Self.header + Self.row("A", "Host a visit", "43", "B")
                + Self.row("A", "Make statement", "10", "B")
                + Self.row("A", "?", "999", "B") + Self.row("A", "?", "", "B")
        )
        #expect(reading.drafts.map(\.tags) == [["icews", "cameo:043"]])
        #expect(reading.drafts.map(\.mode) == ["visit"])
        #expect(reading.rows.map(\.traps) == [[.lostZero]])
        #expect(
            reading.said == [
                "3 CAMEO Code: 10 can be the CAMEO code 10 or 010 without its zero",
                "4 CAMEO Code: \"999\" is not a CAMEO code", "5 CAMEO Code: \"\" is not a CAMEO code",
            ]
        )
    }

    @Test func `tells a code whose label says something else, and leaves it`() throws {
        let reading = try Reading(
            Self.header + Self.row("A", "Impose embargo, boycott, or sanctions", "163", "B")
                + Self.row("A", "Halt negotiations", "163", "B")
                + Self.row("A", "Expel or withdraw", "166", "B")
        )
        #expect(reading.rows.map { $0.traps.contains(.swappedCodes) } == [false, true, false])
        #expect(reading.drafts.map { $0.tags[1] } == ["cameo:163", "cameo:163", "cameo:166"])
    }

    @Test func `has events of one actor, and refuses those of none`() throws {
        let reading = try Reading(
            Self.header + Self.row("A", "Consult", "040", "NA") + Self.row("NA", "Consult", "040", "B")
                + Self.row("A", "Consult", "040", "A") + Self.row("NA", "Consult", "040", "NA")
        )
        #expect(reading.drafts.map(\.actors) == [["A"], ["B"], ["A"]])
        #expect(reading.drafts.map(\.recipients) == [[], [], []])
        #expect(reading.drafts.map(\.title) == ["A: Consult", "Consult: B", "A: Consult: A"])
        #expect(reading.rows.map { $0.traps.contains(.sameActor) } == [false, false, true])
        #expect(reading.said == ["5 Source Name: the row names nobody"])
    }

    @Test func `tells an id that it gives twice`() throws {
        let row = Self.row("A", "Consult", "040", "B")
        let reading = try Reading(Self.header + row + row.replacing("06-01", with: "06-02"))
        #expect(reading.rows.map(\.traps) == [[], [.reusedIDs]])
        #expect(Set(reading.rows.map(\.key)).count == 2)
    }

    @Test func `refuses a row of another shape`() throws {
        let reading = try Reading(
            Self.header + "1\t2018-06-01\tA\n"
                + Self.row("A", "Consult", "040", "B").replacing("06-01", with: "02-30")
        )
        #expect(
            reading.said == [
                "2: the row has 3 fields, and the table 20 columns",
                "3 Event Date: \"2018-02-30\" is not a day as the format writes it",
            ]
        )
        #expect(refusal("Event ID\tSource Name\tCAMEO Code\n").first?.hasPrefix("ICEWS has a column") == true)
    }
}

@Suite(.enabled(if: TestData.has(file), "\(file) is not among the test data"))
struct `The sample of ICEWS` {
    @Test func `is read to its last row`() throws {
        let reading = try Reading(Array(try TestData.contents(of: file)))
        #expect(reading.rows.count == 3_705)
        #expect(reading.said == [])
        #expect(reading.traps == [:])
        #expect(reading.refusals == [])
        #expect(Set(reading.rows.map(\.key)).count == 3_705)
        #expect(reading.drafts.count { $0.type == nil } == 808)
    }
}

private let file = "icews_sample/events.2018.sample.tab"
