import Annals
import Support
import Testing

@Suite struct `A near name` {
    @Test(arguments: [
        ("talban", "taliban"), ("tailban", "taliban"), ("Taliban ", "taliban"), ("pak", "pakistan"),
        ("pakistani", "pakistan"), ("UNITED_STATES", "united-states"), ("unted states", "united-states"),
        ("qtar", "qatar"), ("irn", "iran"),
    ])
    func `is what was probably meant`(_ written: String, _ meant: String) {
        let names = ["afghanistan", "iran", "pakistan", "qatar", "taliban", "united-states"]
        #expect(NearName.of(written, among: names) == meant)
    }

    @Test(arguments: ["", " ", "-", "zz", "xyzzy", "pa", "nowhere", "gibberish of some length"])
    func `is not found for what resembles nothing`(_ written: String) {
        #expect(NearName.of(written, among: ["pakistan", "qatar", "taliban", ""]) == nil)
        #expect(NearName.of(written, among: [String]()) == nil)
    }

    @Test func `is the nearest, and of equally near ones the first`() {
        #expect(NearName.of("force", among: ["fence", "forces", "farce"]) == "forces")
        #expect(NearName.of("cat", among: ["bat", "hat", "cut"]) == "bat")
    }

    @Test func `is found for the longest text without comparing it all`() {
        let long = String(repeating: "taliban ", count: 10_000)
        #expect(NearName.of(long, among: ["taliban"]) == "taliban")
        #expect(NearName.of("taliban", among: [long]) == long)
    }

    @Test(arguments: [1, 20_010_911, 0xA11A15] as [UInt64])
    func `changes no more than a third of its letters, as counted from the definition`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<400 {
            let (one, other) = (word(using: &random), word(using: &random))
            let distance = distance(one[...], other[...])
            let longest = max(one.count, other.count)
            let shortest = min(one.count, other.count)
            let isStart = shortest >= 3 && (one.starts(with: other) || other.starts(with: one))
            let isNear = min(distance, isStart ? 1 : distance) <= max(1, longest / 3)
            #expect(
                (NearName.of(String(one), among: [String(other)]) != nil) == isNear,
                "seed \(seed): \(String(one)) and \(String(other)) are \(distance) apart"
            )
        }
    }

    @Test(arguments: [1, 20_010_911, 0xA11A15] as [UInt64])
    func `is as near as the definition says any candidate is`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<100 {
            let written = word(using: &random)
            // None that starts the other, so that the distance alone decides.
            let candidates = (0..<6).map { _ in word(using: &random) }.filter {
                !$0.starts(with: written) && !written.starts(with: $0)
            }
            guard let found = NearName.of(String(written), among: candidates.map { String($0) }) else {
                continue
            }
            let nearest = candidates.map { distance(written[...], $0[...]) }.min()
            #expect(distance(written[...], Array(found)[...]) == nearest, "seed \(seed): \(String(written))")
        }
    }

    /// Optimal string alignment, straight from its definition.
    private func distance(_ one: ArraySlice<Character>, _ other: ArraySlice<Character>) -> Int {
        guard let last = one.last, let otherLast = other.last else { return one.count + other.count }
        var distances = [
            distance(one.dropLast(), other) + 1,
            distance(one, other.dropLast()) + 1,
            distance(one.dropLast(), other.dropLast()) + (last == otherLast ? 0 : 1),
        ]
        if one.dropLast().last == otherLast, other.dropLast().last == last {
            distances.append(distance(one.dropLast(2), other.dropLast(2)) + 1)
        }
        return distances.min() ?? 0
    }

    private func word(using random: inout SplitMix64) -> [Character] {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
            "abc".randomElement(using: &random) ?? "a"
        }
    }
}
