import Annals
import Support

@testable import Pictures

/// Lanes and events at random, and what they say worked out day by day.
enum RandomCourse {
    /// From one day to more than two thousand years, short and long ones as often.
    static func days(_ random: inout SplitMix64, most: Int = 19) throws -> ClosedRange<Day> {
        let length = 1 << Int.random(in: 0...most, using: &random)
        let first = try day("0001-01-01").advanced(by: Int.random(in: 0...2_900_000, using: &random))
        return first...first.advanced(by: Int.random(in: length / 2...length, using: &random))
    }

    /// A lane with some intervals, next to each other or apart.
    static func lane(_ days: ClosedRange<Day>, _ random: inout SplitMix64) -> CoursePicture.Lane {
        let cuts = (0..<Int.random(in: 0...12, using: &random)).map { _ in
            days.lowerBound.advanced(by: Int.random(in: 0..<days.length, using: &random))
        }
        let starts = Set([days.lowerBound] + cuts).sorted()
        var intervals: [CoursePicture.Interval] = []
        for (index, start) in starts.enumerated() where Int.random(in: 0..<4, using: &random) > 0 {
            let end = index + 1 < starts.count ? starts[index + 1].advanced(by: -1) : days.upperBound
            intervals.append(CoursePicture.Interval(days: start...end, claim: claim(&random)))
        }
        return CoursePicture.Lane(lane: ShownLane(name: "lane"), intervals: intervals)
    }

    private static func claim(_ random: inout SplitMix64) -> ShownClaim {
        let level = Int.random(in: -2...2, using: &random)
        var claim = ShownClaim.certain("value \(level)", level: level)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: claim.certainty = .possible
        case 1:
            claim.alternatives = [claim.value].compactMap(\.self)
            claim.value = nil
            claim.certainty = .possible
        case 2: claim = .certain("government", level: nil)
        default: break
        }
        return claim
    }

    /// Some events, in the order of the world: of a day, of some days, of nobody knows when.
    static func events(_ days: ClosedRange<Day>, _ random: inout SplitMix64) -> [CoursePicture.Mark] {
        let begins = (0..<Int.random(in: 0...40, using: &random)).map { _ -> ClosedRange<Day> in
            let first = days.lowerBound.advanced(
                by: Int.random(in: -days.length / 5...days.length, using: &random)
            )
            switch Int.random(in: 0..<8, using: &random) {
            case 0: return .distantPast...first
            case 1: return first ... .distantFuture
            case 2: return .distantPast ... .distantFuture
            case 3...4: return first...first.advanced(by: Int.random(in: 0...days.length, using: &random))
            default: return first...first
            }
        }
        let ordered = begins.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        return ordered.enumerated().map { .sample($0, begin: $1) }
    }

    /// Whatever held on most days of some, counted day by day; nil for nothing known.
    static func longest(in days: ClosedRange<Day>, of lane: CoursePicture.Lane) -> [Held?] {
        var counts: [Held?: Int] = [:]
        for number in days.lowerBound.rawValue...days.upperBound.rawValue {
            let interval = lane.intervals.first { $0.days.contains(Day(rawValue: number)) }
            counts[interval.flatMap { Held($0.claim) }, default: 0] += 1
        }
        return counts.filter { $0.value == counts.values.max() }.map(\.key)
    }

    /// The signs something may be drawn with.
    static func signs(of held: Held?, _ marks: LevelMark) -> [String] {
        guard let held else { return [marks.unknownMark] }
        let sure =
            held.level.map { [marks.mark($0)] } ?? [String(held.word.prefix(1)), marks.ascii ? "=" : "━"]
        return held.certainty == .possible ? sure + [marks.possibleMark(nil)] : sure
    }

    /// What a column can show of a claim.
    struct Held: Hashable, Sendable {
        let word: String
        let level: Int?
        let certainty: LaneAnswer.Certainty

        init?(_ claim: ShownClaim) {
            guard let value = claim.drawn else { return nil }
            (word, level, certainty) = (value.word, value.level, claim.certainty)
        }
    }
}

extension ClosedRange<Day> {
    /// How many days it has.
    var length: Int { Int(upperBound.rawValue) - Int(lowerBound.rawValue) + 1 }
}
