import Annals
import Testing

@testable import Formats

@Suite struct `The spreadsheet of a TimelineJS timeline` {
    static let header =
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
        + "Media Caption,Media Thumbnail,Type,Group,Background\n"

    @Test func `has events, once a map names its actors`() throws {
        let reading = try Reading(
            Self.header
                + ",,,,,,,,,The war,,,,,,title,,\n"
                + "2001,10,7,,2021,8,30,,,War,A text,https://a.example/1,A paper,A picture,t,,Taliban; US,#fff\n"
                + "2013,,,,,,,,about 2013,An office,,,,,,,Taliban,\n"
                + "2020,2,,10:00,2020,2,,,,Talks,,,,,,,Taliban,\n"
                + "2001,,,,2021,,,,,Twenty years,,,,,,era,,\n",
            map: "Group = actors"
        )
        #expect(reading.format.format == .timelineJS)
        #expect(reading.said == [])
        #expect(
            reading.rows.map(\.content).filter {
                if case .nothing = $0 { true } else { false }
            } == [.nothing(because: "the title slide"), .nothing(because: "an era, which is no event")]
        )
        #expect(reading.drafts.map(\.on) == ["2001-10-07/2021-08-30", "2013", "2020-02"])
        #expect(reading.drafts.map(\.actors) == [["Taliban", "US"], ["Taliban"], ["Taliban"]])
        #expect(reading.drafts.map(\.note) == ["A text", "Display Date: about 2013", "Time: 10:00"])
        #expect(
            reading.drafts[0].sources == [
                Source(
                    title: "A picture",
                    publisher: "A paper",
                    url: "https://a.example/1",
                    published: nil,
                    locator: nil
                )
            ]
        )
        #expect(reading.drafts[0].type == nil)
    }

    @Test func `is refused without actors, and says how to name them`() {
        #expect(
            refusal(Self.header + "2013,,,,,,,,,x,,,,,,,,\n").first?.hasPrefix(
                "a TimelineJS timeline does not say who acts on whom; name its columns in a map, as in: Group = actors"
            ) == true
        )
    }

    @Test func `says which date is none`() throws {
        let reading = try Reading(
            "Year,Month,Day,End Year,Headline,Group\n2013,2,30,,x,a\n2013,,30,,x,a\n,3,,,x,a\n,,,2013,x,a\n,,,,x,a\n"
                + "2014,,,2013,x,a\n",
            map: "Group = a"
        )
        #expect(
            reading.said == [
                "2 Year: 2013-02-30 does not exist (February 2013 has 28 days)",
                "3 Year: there is a day without a month", "4 Year: the year is missing",
                "5 Year: it has an end and no begin", "6 on: on is empty",
            ]
        )
        #expect(reading.drafts.map(\.on) == ["2014/2013"])
    }
}
