import Annals
import Support
import Testing

@testable import Pictures

struct EventRailTests {
    @Test(arguments: 0..<40)
    func `every event is marked once, and no two marks overlap`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let first = try day("2001-01-01")
        let standings: [CoursePicture.Mark.Standing] = [
            .asRecorded, .asRecorded, .asRecorded, .corrected, .superseded, .retracted,
        ]
        let events = (0..<Int.random(in: 0...300, using: &random)).map { _ in
            let from = first.advanced(by: Int.random(in: -500...8_000, using: &random) / 90 * 90)
            let days = [0, 0, 30, 365, 3_000].randomElement(using: &random) ?? 0
            return from...from.advanced(by: days)
        }.sorted { $0.lowerBound < $1.lowerBound }.enumerated().map { index, begin in
            CoursePicture.Mark.sample(
                index,
                begin: index % 17 == 3 ? .distantPast...begin.upperBound : begin,
                standing: standings.randomElement(using: &random) ?? .asRecorded
            )
        }
        let axis = TimeAxis(first...first.advanced(by: 7_300), width: 700)
        let rail = EventRail(events, axis: axis)

        #expect(rail.places.flatMap { Array($0.events) }.sorted() == Array(events.indices))
        for place in rail.places {
            #expect(place.extent.lowerBound >= 0 && place.extent.upperBound <= axis.width)
            #expect((0..<rail.rows).contains(place.row))
            let standings = Set(events[place.events].map(\.standing))
            #expect(standings.count == 1, "a mark has one shape")
        }
        for (row, places) in Dictionary(grouping: rail.places, by: \.row) {
            let inOrder = places.map(\.extent).sorted { $0.lowerBound < $1.lowerBound }
            #expect(
                zip(inOrder, inOrder.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound },
                "seed \(seed), row \(row)"
            )
            let lines = rail.lines.filter { $0.row == row }.map(\.extent).sorted {
                $0.lowerBound < $1.lowerBound
            }
            #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        }
    }

    @Test func `an event whose day is known is marked on it, next to the lanes`() throws {
        let days = try day("2020-01-01")...day("2020-12-31")
        let known = try day("2020-07-01")
        let rail = EventRail(
            [.sample(0, begin: days), .sample(1, begin: known...known)],
            axis: TimeAxis(days, width: 366)
        )
        let place = try #require(rail.places.first { $0.events == 1..<2 })
        #expect(place.isDay && place.row == 0)
        #expect(abs((place.extent.lowerBound + place.extent.upperBound) / 2 - 182.5) < 0.001)
        #expect(rail.lines.map(\.extent) == [0...366])
        #expect(rail.lines.map(\.row) == [1])
    }

    @Test func `events of which nobody knows the day are marked in the middle of the days it may have been`()
        throws
    {
        let axis = TimeAxis(try day("2020-01-01")...day("2020-12-31"), width: 366)
        let march = try day("2020-03-01")...day("2020-03-31")
        let rail = EventRail([.sample(0, begin: march)], axis: axis)
        #expect(rail.lines.map(\.extent) == [60...91])
        #expect(rail.places.map { ($0.extent.lowerBound + $0.extent.upperBound) / 2 } == [75.5])
    }

    @Test func `hundreds of events of a day share marks, and one withdrawn has its own`() throws {
        let today = try day("2021-08-15")
        let events = (0..<300).map {
            CoursePicture.Mark.sample($0, begin: today...today, standing: $0 == 77 ? .retracted : .asRecorded)
        }
        let rail = EventRail(events, axis: TimeAxis(today...today.advanced(by: 30), width: 700))
        #expect(rail.places.map(\.events) == [0..<77, 77..<78, 78..<300])
        #expect(EventRail.label(0..<77, of: events) == "a–by")
    }
}
