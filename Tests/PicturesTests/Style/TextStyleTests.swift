import Support
import Testing

@testable import Pictures

struct TextStyleTests {
    @Test(arguments: 0..<100)
    func `lines are no wider than the room and lose nothing`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let words = [
            "talks", "aid", "阿富汗伊斯兰酋长国", "إمارة", "https://example.org/a/very-long_address", "W", "—", "l",
        ]
        let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in
            words.randomElement(using: &random) ?? ""
        }
        .joined(separator: " ")
        let room = Double.random(in: 40...400, using: &random)
        let lines = TextStyle.body.lines(text, width: room)
        #expect(lines.allSatisfy { TextStyle.body.width($0) <= room })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        let few = TextStyle.body.lines(text, width: room, most: 2)
        #expect(few.count <= 2)
        #expect(few == lines || few.last?.hasSuffix("…") == true)
        #expect(few.allSatisfy { TextStyle.body.width($0) <= room })
    }

    @Test func `wide characters count more and marks upon letters nothing`() {
        let style = TextStyle.body
        #expect(style.width("阿富") > 1.9 * style.width("ab"))
        #expect(style.width("e\u{301}") == style.width("e"))
        #expect(style.width("iiii") < style.width("mmmm") / 2)
        #expect(TextStyle.strong.width("a") > style.width("a"))
    }

    /// In time that grows with its square this would take an hour.
    @Test func `a word of any length is broken in pieces`() {
        let word = String(repeating: "x", count: 300_000)
        let lines = TextStyle.body.lines(word, width: 100)
        #expect(lines.joined() == word)
        #expect(lines.allSatisfy { TextStyle.body.width($0) <= 100 })
    }

    @Test func `a long slug is broken after its hyphens`() {
        #expect(
            TextStyle.small.lines("international-financial-institutions", width: 150)
                == ["international-financial-", "institutions"]
        )
    }
}
