import Annals
import Support
import Testing

@testable import Pictures

struct TimeAxisTests {
    @Test(arguments: 0..<300)
    func `ticks are within the picture, at least two, and their labels never overlap`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        // From one day to more than two thousand years, short and long ones as often.
        let length = 1 << Int.random(in: 0...19, using: &random)
        let first = try day("0001-01-01").advanced(by: Int.random(in: 0...2_900_000, using: &random))
        let days = first...first.advanced(by: Int.random(in: length / 2...length, using: &random))
        let axis = TimeAxis(days, width: Double.random(in: 300...1_200, using: &random))
        let ticks = axis.ticks
        let extents = ticks.compactMap(\.extent)
        #expect(extents.count >= 2)
        #expect(ticks.allSatisfy { (0...axis.width).contains($0.x) })
        #expect(extents.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= axis.width })
        #expect(zip(extents, extents.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        for tick in ticks where !tick.isBefore {
            guard let label = tick.label else { continue }
            let whole = label + "-01-01".suffix(10 - label.count)
            #expect(try axis.x(day(whole)) == tick.x, "\(label) is where it begins")
        }
    }

    @Test func `as many years, months or days are written as there is room for`() throws {
        func labels(_ first: String, _ last: String) throws -> [String] {
            try TimeAxis(day(first)...day(last), width: 700).ticks.compactMap(\.label)
        }
        #expect(try labels("2010-06-01", "2020-02-01").prefix(3) == ["2011", "2012", "2013"])
        #expect(try labels("0001-01-01", "2000-12-31").prefix(3) == ["0200", "0400", "0600"])
        #expect(try labels("2020-01-01", "2020-06-30").prefix(2) == ["2020-01", "2020-02"])
        #expect(try labels("2021-08-13", "2021-08-17").prefix(2) == ["2021-08-13", "2021-08-14"])
        #expect(try labels("2021-08-15", "2021-08-15") == ["2021-08-15", "end of day"])
    }

    @Test func `a day is as wide as any other, and what is beyond the picture is at its edge`() throws {
        let axis = TimeAxis(try day("2020-02-28")...day("2020-03-02"), width: 400)
        #expect(try axis.span(day("2020-02-29")...day("2020-02-29")) == 100...200)
        #expect(axis.span(.distantPast ... .distantFuture) == 0...400)
        #expect(axis.x(.distantPast) == 0)
    }
}
