import Annals
import Testing

@testable import Pictures

struct PageTests {
    private let state = StatePicture(
        caption: .sample,
        rows: [StatePicture.Row(lane: ShownLane(name: "dialogue"), claim: .dialogue)],
        unknown: ["aid", "support"]
    )

    @Test func `a page fetches nothing and runs nothing`() throws {
        let elements = try Elements(state.html)
        let policy = elements.named("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
        #expect(
            policy?.attributes["content"]
                == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        )
        for name in ["script", "link", "img", "iframe", "image", "use"] {
            #expect(elements.named(name).isEmpty)
        }
        #expect(
            elements.all.allSatisfy { element in element.attributes.keys.allSatisfy { !$0.hasPrefix("on") } }
        )
        #expect(elements.said.allSatisfy { !$0.contains("@import") && !$0.contains("url(http") })
        #expect(elements.all.first?.attributes["lang"] == "en")
    }

    @Test func `what scrolls can be reached with the keyboard and has a name`() throws {
        let boxes = try Elements(state.html).all.filter { $0.attributes["class"] == "scrolling" }
        #expect(boxes.map { $0.attributes["aria-label"] } == ["The picture", "Table: How it stood"])
        #expect(boxes.allSatisfy { $0.attributes["tabindex"] == "0" && $0.attributes["role"] == "region" })
    }

    @Test func `the table says what the card says`() throws {
        let elements = try Elements(state.html)
        #expect(elements.named("th").map(\.text).suffix(3) == ["dialogue", "aid", "support"])
        let cells = elements.named("td")
        #expect(
            cells.map(\.text).prefix(5)
                == ["direct, possibly indirect", "2020-02-29", "B2", "#160 Doha agreement", "unknown"]
        )
        #expect(
            cells.map { $0.attributes["data-column"] }.prefix(4) == ["State", "Since", "Grade", "Because"]
        )
    }

    @Test(arguments: [(0, [0]), (1, [1]), (16, [16]), (17, [8, 9]), (60, [15, 15, 15, 15])])
    func `a high picture is drawn in parts as long as each other`(count: Int, lengths: [Int]) {
        #expect(Parts.of(count).map(\.count) == lengths)
        #expect(Parts.of(count).flatMap(\.self) == Array(0..<count))
    }

    @Test func `all rows of many are drawn, and each part says which it is`() throws {
        var many = state
        many.rows = (0..<40).map { StatePicture.Row(lane: ShownLane(name: "facet \($0)"), claim: .dialogue) }
        let elements = try Elements(many.html)
        #expect(elements.named("svg").count == 3)
        #expect(try Elements(many.svg).named("svg").count == 1)
        let said = elements.said
        for row in many.rows { #expect(said.contains(row.claim.sentence(of: row.lane))) }
        #expect(said.contains("Taliban — United States: how they stood, part 3 of 3"))
    }

    @Test func `a comparison says its verdicts in words and its sum first`() throws {
        let diff = DiffPicture(
            caption: .sample,
            before: "2020-01-01",
            after: "2020-06-01",
            rows: DiffPicture.Verdict.allCases.map {
                DiffPicture.Row(
                    lane: ShownLane(name: "dialogue"),
                    before: nil,
                    after: .dialogue,
                    verdict: $0,
                    cause: "#160 Doha agreement"
                )
            },
            summary: "3 facets changed."
        )
        let texts = try Elements(diff.svg).named("text").map(\.text)
        let sum = try #require(texts.firstIndex(of: "3 facets changed."))
        for word in ["better", "worse", "unclear"] { #expect(try #require(texts.firstIndex(of: word)) > sum) }
    }
}
