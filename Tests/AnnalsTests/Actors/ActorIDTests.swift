import Annals
import Testing

@Suite struct `A slug` {
    @Test(arguments: [
        "a", "1", "taliban", "united-states", "g-77", "2-a-b", String(repeating: "a", count: 80),
    ])
    func `is groups of lower-case letters and digits joined by single hyphens`(_ slug: String) {
        #expect(ActorID(slug)?.slug == slug)
        #expect(ActorID(slug)?.description == slug)
    }

    @Test(arguments: [
        "", "-", "-a", "a-", "a--b", "A", "Taliban", "a b", "a_b", "a/b", "a.b", "é", "e\u{301}", "ａ",
        "a\u{0}", "a\n",
        String(repeating: "a", count: 81),
    ])
    func `is nothing else`(_ slug: String) {
        #expect(ActorID(slug) == nil)
    }

    @Test func `comes in the order of its bytes`() {
        let slugs = ["a", "a-b", "a1", "aa", "b", "1"].compactMap { ActorID($0) }.sorted()
        #expect(slugs.map(\.slug) == ["1", "a", "a-b", "a1", "aa", "b"])
    }
}
