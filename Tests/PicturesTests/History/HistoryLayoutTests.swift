import Annals
import Testing

@testable import Pictures

struct HistoryLayoutTests {
    private func picture(_ intervals: [CoursePicture.Interval]) throws -> CoursePicture {
        CoursePicture(
            caption: .sample,
            days: try day("2001-01-01")...day("2020-12-31"),
            lanes: [CoursePicture.Lane(lane: ShownLane(name: "hostility"), intervals: intervals)],
            events: []
        )
    }

    @Test func `a war of a day can be seen in twenty years`() throws {
        let picture = try picture([
            CoursePicture.Interval(
                days: day("2001-01-01")...day("2010-05-04"),
                claim: .certain("none", level: 0)
            ),
            CoursePicture.Interval(
                days: day("2010-05-05")...day("2010-05-05"),
                claim: .certain("war", level: -2)
            ),
            CoursePicture.Interval(
                days: day("2010-05-06")...day("2020-12-31"),
                claim: .certain("none", level: 0)
            ),
        ])
        let layout = HistoryLayout(picture, lanes: 0..<1)
        let boxes = layout.intervals(0)
        #expect(boxes[1].width > 2.999)
        #expect(boxes[0].x == layout.names)
        #expect(abs(boxes[2].x + boxes[2].width - layout.names - layout.axis.width) < 0.001)
    }

    @Test func `how a lane ended is what it says on the last day`() throws {
        let until = try day("2019-12-31")
        let picture = try picture([
            CoursePicture.Interval(days: day("2001-01-01")...until, claim: .certain("war", level: -2))
        ])
        #expect(picture.lanes[0].end(picture.days) == nil)
        #expect(picture.lanes[0].end(picture.days.lowerBound...until)?.words == "war")
    }

    @Test func `every interval, event and lane has a name, and both clocks are in the picture`() throws {
        var picture = try picture([
            CoursePicture.Interval(
                days: day("2001-12-31")...day("2020-12-31"),
                claim: .certain("war", level: -2)
            )
        ])
        picture.events = [.sample(0, begin: try day("2020-02-29")...day("2020-02-29"))]
        for file in [picture.svg, picture.html] {
            let elements = try Elements(file)
            let svg = try #require(elements.named("svg").first)
            #expect(svg.attributes["role"] == "graphics-document document")
            let named = elements.all.filter { ["img", "group"].contains($0.attributes["role"]) }
            let names = named.compactMap { $0.attributes["aria-label"] }
            #expect(names.count == named.count)
            let said = Set(names)
            #expect(said.contains("Hostility: 1 interval"))
            #expect(said.contains(picture.events[0].sentence))
            let interval = picture.lanes[0].intervals[0]
            #expect(said.contains(interval.claim.sentence(of: picture.lanes[0].lane, drawn: interval.days)))
            let drawn = elements.named("text").map(\.text)
            #expect(drawn.filter { $0.hasPrefix(Caption.sample.clocks) }.count == 2)
        }
    }

    @Test func `nothing known and nothing happened is said`() throws {
        let today = try day("2020-01-01")
        let picture = CoursePicture(caption: .sample, days: today...today, lanes: [], events: [])
        #expect(try Elements(picture.svg).said.contains("Nothing is known of any facet in these days."))
        #expect(try Elements(picture.html).said.contains("No events."))
    }
}
