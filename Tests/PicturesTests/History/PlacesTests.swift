import Support
import Testing

@testable import Pictures

struct PlacesTests {
    @Test(arguments: 0..<200)
    func `things in a row keep their order, their least width and off each other`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let edges = (0..<Int.random(in: 0...60, using: &random)).map { _ in
            Double.random(in: 0...500, using: &random)
        }
        .sorted()
        let spans = zip(edges, edges.dropFirst()).enumerated().filter { $0.offset % 3 != 2 }.map {
            $0.element.0...$0.element.1
        }
        let places = places(spans, within: 500, least: 3)
        #expect(places.count == spans.count)
        #expect(places.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= 500 })
        #expect(places.allSatisfy { $0.upperBound - $0.lowerBound > 2.999 })
        #expect(zip(places, places.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }

    @Test func `what is wide enough stays where it is`() {
        #expect(places([0...10, 10...40, 100...500], within: 500, least: 3) == [0...10, 10...40, 100...500])
        #expect(places([0...10, 10...10, 10...40], within: 500, least: 3) == [0...10, 10...13, 13...40])
        #expect(places([0...500, 500...500], within: 500, least: 3) == [0...497, 497...500])
    }

    @Test func `more than there is room for share it`() {
        let places = places(Array(repeating: 5...5, count: 1_000), within: 100, least: 3)
        #expect(places.allSatisfy { $0.upperBound - $0.lowerBound > 0.099 && $0.lowerBound >= 0 })
    }
}
