import Annals
import Support
import Testing

@testable import Pictures

struct CourseStripTests {
    @Test(arguments: 0..<200)
    func
        `there are as many columns as asked for, unless there are fewer days, and they share the days evenly`(
            seed: UInt64
        ) throws
    {
        var random = SplitMix64(seed: seed)
        let days = try RandomCourse.days(&random)
        let asked = Int.random(in: 1...300, using: &random)
        let strip = CourseStrip(days, columns: asked, marks: LevelMark(ascii: false, colour: false))
        let length = days.length
        #expect(strip.width == min(asked, length))
        #expect(
            strip.columns.first?.lowerBound == days.lowerBound
                && strip.columns.last?.upperBound == days.upperBound
        )
        for (one, next) in zip(strip.columns, strip.columns.dropFirst()) {
            #expect(one.upperBound.advanced(by: 1) == next.lowerBound)
        }
        let lengths = strip.columns.map(\.length)
        #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1)
    }

    @Test(arguments: 0..<300)
    func `each column shows what held longest in it, and where that is not certain the lane is broken`(
        seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        // No longer than can be gone through day by day.
        let days = try RandomCourse.days(&random, most: 11)
        let lane = RandomCourse.lane(days, &random)
        for ascii in [false, true] {
            let marks = LevelMark(ascii: ascii, colour: false)
            let strip = CourseStrip(days, columns: Int.random(in: 1...90, using: &random), marks: marks)
            let drawn = strip.lane(lane).map(String.init)
            try #require(drawn.count == strip.width, "seed \(seed)")
            for (column, sign) in zip(strip.columns, drawn) {
                let longest = RandomCourse.longest(in: column, of: lane)
                let allowed = longest.flatMap { RandomCourse.signs(of: $0, marks) }
                #expect(allowed.contains(sign), "seed \(seed): \(sign) from \(column)")
            }
            // Where all columns of a run can only be of one value, it is broken if that is not certain.
            let held = strip.columns.map { RandomCourse.longest(in: $0, of: lane) }
            let broken = marks.possibleMark(nil)
            var start = 0
            while start < held.count {
                let end = held[start...].firstIndex { $0 != held[start] } ?? held.count
                let run = drawn[start..<end]
                let isApart = [start - 1, end].allSatisfy {
                    !held.indices.contains($0) || held[$0].count == 1
                }
                if held[start].count == 1, let claim = held[start][0] {
                    let isPossible = claim.certainty == .possible
                    #expect(
                        run.contains(broken) == isPossible || isPossible && run.count == 1 && !isApart,
                        "seed \(seed): \(run)"
                    )
                    #expect(run.count == 1 || run.contains { $0 != broken }, "seed \(seed): \(run)")
                }
                start = end
            }
        }
    }

    @Test(arguments: 0..<300)
    func `the scale's dates stand where they begin, and keep off each other and the edge`(seed: UInt64) throws
    {
        var random = SplitMix64(seed: seed)
        let days = try RandomCourse.days(&random)
        let strip = CourseStrip(
            days,
            columns: Int.random(in: 16...200, using: &random),
            marks: LevelMark(ascii: true, colour: false)
        )
        let scale = strip.scale
        let labels = Self.words(in: scale)
        #expect(!labels.isEmpty)
        #expect(scale.count <= max(strip.width, 10), "seed \(seed): \(scale)")
        guard labels.map(\.text) != [days.lowerBound.description] else { return }
        for (text, column) in labels {
            let start = try day(text + "-01-01".suffix(10 - text.count))
            #expect(strip.columns[column].contains(start), "seed \(seed): \(text) in \(scale)")
        }
        #expect(Set(labels.map(\.text.count)).count == 1, "seed \(seed): \(scale)")
    }

    @Test(arguments: 0..<300)
    func `letters stand below the days their events began on, or in the middle of them`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let days = try RandomCourse.days(&random)
        let strip = CourseStrip(
            days,
            columns: Int.random(in: 16...120, using: &random),
            marks: LevelMark(ascii: false, colour: false)
        )
        let events = RandomCourse.events(days, &random)
        let rows = strip.rail(events, mostRows: 4)
        #expect(rows.count <= 4)
        #expect(rows.allSatisfy { $0.count <= strip.width }, "seed \(seed)")
        let drawn = rows.flatMap(Self.words)
        let letters = drawn.map { $0.text.filter { $0 != "╌" } }
        #expect(Set(letters).count == letters.count, "seed \(seed): a letter twice")
        for ((text, column), letter) in zip(drawn, letters) {
            let event = try #require(events.first { $0.letter == letter })
            let columns = strip.columns.indices.filter { strip.columns[$0].overlaps(event.begin) }
            let (first, last) = (try #require(columns.first), try #require(columns.last))
            if columns.count > letter.count {
                #expect(column == first && text.count == columns.count, "seed \(seed): \(text)")
                let before = text.prefix { $0 == "╌" }.count
                #expect((0...1).contains(text.count - letter.count - 2 * before), "seed \(seed): \(text)")
            } else {
                #expect(text == letter, "seed \(seed)")
                #expect(
                    column == min(first, strip.width - letter.count) && last - first < letter.count,
                    "seed \(seed): \(text)"
                )
            }
        }
        // Nothing is left out unless it lies elsewhere, or there is no room.
        for event in events where !letters.contains(event.letter) {
            let isElsewhere =
                !event.begin.overlaps(days)
                || !(event.begin.lowerBound.isFinite || event.begin.upperBound.isFinite)
            #expect(isElsewhere || rows.count == 4, "seed \(seed): \(event.letter)")
        }
    }

    @Test(arguments: 0..<100)
    func `only ASCII is drawn where that is asked for`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let days = try RandomCourse.days(&random)
        let strip = CourseStrip(days, columns: 70, marks: LevelMark(ascii: true, colour: false))
        let lines =
            [strip.scale, strip.lane(RandomCourse.lane(days, &random))]
            + strip.rail(RandomCourse.events(days, &random))
        #expect(lines.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(lines)")
    }

    @Test func `a day is a column, and is named above it`() throws {
        let today = try day("2021-08-15")
        let strip = CourseStrip(today...today, columns: 60, marks: LevelMark(ascii: false, colour: false))
        #expect(strip.width == 1)
        #expect(strip.scale == "2021-08-15")
        let lane = ShownLane(name: "hostility")
        let war = CoursePicture.Interval(days: today...today, claim: .certain("war", level: -2))
        #expect(strip.lane(CoursePicture.Lane(lane: lane, intervals: [war])) == "▁")
        #expect(strip.lane(CoursePicture.Lane(lane: lane, intervals: [])) == "·")
        #expect(strip.rail([.sample(0, begin: today...today)]) == ["a"])
        #expect(strip.rail([]) == [])
    }

    @Test func `two thousand years have a scale of centuries and lanes as wide`() throws {
        let days = try day("0001-01-01")...day("2020-12-31")
        let strip = CourseStrip(days, columns: 80, marks: LevelMark(ascii: false, colour: false))
        let scale = "       0200    0400    0600    0800    1000    1200    1400    1600    1800"
        #expect(strip.scale == scale)
        let war = CoursePicture.Interval(
            days: try day("1000-01-01")...day("1999-12-31"),
            claim: .certain("war", level: -2)
        )
        let drawn = strip.lane(CoursePicture.Lane(lane: ShownLane(name: "hostility"), intervals: [war]))
        #expect(drawn == String(repeating: "·", count: 40) + String(repeating: "▁", count: 39) + "·")
    }

    @Test func `what has no better or worse begins with its first letter`() throws {
        let days = try day("2020-01-01")...day("2020-01-10")
        let strip = CourseStrip(days, columns: 10, marks: LevelMark(ascii: false, colour: false))
        let lane = CoursePicture.Lane(
            lane: ShownLane(name: "polity-status"),
            intervals: [
                CoursePicture.Interval(
                    days: try day("2020-01-03")...day("2020-01-06"),
                    claim: .certain("government", level: nil)
                ),
                CoursePicture.Interval(
                    days: try day("2020-01-07")...day("2020-01-10"),
                    claim: .certain("defunct", level: nil)
                ),
            ]
        )
        #expect(strip.lane(lane) == "··g━━━d━━━")
    }

    /// What stands in a line between spaces, and where.
    private static func words(in line: String) -> [(text: String, column: Int)] {
        var words: [(text: String, column: Int)] = []
        var isWithin = false
        for (column, character) in line.enumerated() {
            if character != " " {
                if isWithin {
                    words[words.count - 1].text.append(character)
                } else {
                    words.append((String(character), column))
                }
            }
            isWithin = character != " "
        }
        return words
    }
}
