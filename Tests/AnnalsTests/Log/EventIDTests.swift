import Annals
import Support
import Testing

@Suite struct `An event's identity` {
    @Test func `is read from the usual form of a UUID in either case and written in lower case`() throws {
        let id = try #require(EventID("0198C0DE-0000-7ABC-8def-00000000000F"))
        #expect(id.high == 0x0198_C0DE_0000_7ABC)
        #expect(id.low == 0x8DEF_0000_0000_000F)
        #expect(id.description == "0198c0de-0000-7abc-8def-00000000000f")
    }

    @Test(arguments: [1, 20_010_911] as [UInt64])
    func `is read as it was written`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            // Small ones too, which need their zeros.
            let id = EventID(
                high: random.next() >> (random.next() % 64),
                low: random.next() >> (random.next() % 64)
            )
            #expect(EventID(id.description) == id, "seed \(seed)")
        }
    }

    @Test(arguments: [
        "", "0198c0de-0000-7abc-8def-00000000000", "0198c0de-0000-7abc-8def-0000000000000",
        "0198c0de00007abc8def00000000000f", "{0198c0de-0000-7abc-8def-00000000000f}",
        "0198c0de-0000-7abc-8def_00000000000f", "0198c0de-0000-7abc-8def-00000000000g",
        "0198c0de-0000-7abc-8def-0000000000é", "０198c0de-0000-7abc-8def-000000000",
        " 0198c0de-0000-7abc-8def-00000000000f",
    ])
    func `is read from nothing else`(_ written: String) {
        #expect(EventID(written) == nil)
    }

    @Test func `made anew is of version 7 and sorts by its time`() {
        var random = SplitMix64(seed: 1)
        let ids = (0..<200).map { EventID.new(milliseconds: 1_790_000_000_000 + $0, random: &random) }
        #expect(ids.allSatisfy { $0.high >> 12 & 0xF == 7 && $0.low >> 62 == 2 })
        #expect(ids.enumerated().allSatisfy { $1.high >> 16 == 1_790_000_000_000 + UInt64($0) })
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
        #expect(Set(ids).count == ids.count)
    }
}
