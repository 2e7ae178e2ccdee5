import Annals
import Support
import Testing

@testable import Projections

@Suite struct `Whether a change is one for the better` {
    @Test(arguments: [61, 62] as [UInt64])
    func `depends on every level a lane may have before and after`(_ seed: UInt64) throws {
        let lanes = try RandomStates.all(seed).flatMap(\.self)
        var random = SplitMix64(seed: seed)
        var seen: [Verdict: Int] = [:]
        for _ in 0..<20_000 {
            guard let one = lanes.randomElement(using: &random),
                let other = lanes.randomElement(using: &random)
            else { continue }
            let verdict = Verdict(before: one, after: other)
            let pairs = one.mayBe.compactMap(\.level).flatMap { before in
                other.mayBe.compactMap(\.level).map { (before, $0) }
            }
            let isBetter = !pairs.isEmpty && pairs.allSatisfy { $0 < $1 }
            let isWorse = !pairs.isEmpty && pairs.allSatisfy { $0 > $1 }
            let expected: Verdict = isBetter ? .better : isWorse ? .worse : .unclear
            #expect(verdict == expected, "seed \(seed): \(one.said) → \(other.said)")
            seen[verdict, default: 0] += 1
        }
        #expect(Verdict.allCases.allSatisfy { seen[$0, default: 0] > 500 }, "\(seen)")
    }

    @Test func `is unclear where one side is unknown`() throws {
        let lane = try #require(try RandomStates.all(63).flatMap(\.self).first)
        #expect(Verdict(before: nil, after: lane) == .unclear)
        #expect(Verdict(before: lane, after: nil) == .unclear)
        #expect(Verdict(before: nil, after: nil) == .unclear)
    }
}
