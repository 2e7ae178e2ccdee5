import Support
import Testing

@testable import Formats

@Suite struct `The numbers seen` {
    @Test(arguments: [1, 2] as [UInt64])
    func `are those of a plain set`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var (seen, plain): (SeenNumbers, Set<UInt>) = (SeenNumbers(), [])
        for _ in 0..<5_000 {
            let number = UInt.random(in: 0...UInt.random(in: 1...100_000, using: &random), using: &random)
            #expect(seen.insert(number) == plain.insert(number).inserted)
        }
    }

    @Test func `are forgotten where they would take too much room`() {
        var seen = SeenNumbers()
        #expect([seen.insert(.max), seen.insert(.max)] == [true, true])
        #expect([seen.insert(SeenNumbers.limit - 1), seen.insert(SeenNumbers.limit - 1)] == [true, false])
    }
}
