import Annals
import Support
import Testing

@testable import Pictures

struct MarkupTests {
    /// Pieces of texts that broke a writer of markup somewhere.
    private static let pieces = [
        "<script>alert(1)</script>", "&", "&amp;", "\"", "'", "]]>", "<!--", "-->", "<", ">", "</svg>", "é",
        "إمارة أفغانستان", "阿富汗", "👩‍👩‍👧", "e\u{301}", " ", "\t", "\u{2019}", "javascript:", "Doha", "url(#x)",
        "%s",
    ]

    private static func nasty(_ random: inout SplitMix64) -> String {
        (0..<Int.random(in: 1...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined() + String(UInt16.random(in: .min ... .max, using: &random))
    }

    @Test(arguments: 0..<10)
    func `whatever texts say, pictures are well-formed and say it`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let texts = (0..<8).map { _ in Self.nasty(&random) }
        let caption = Caption(
            title: texts[0],
            subject: "s",
            at: texts[1],
            known: "k",
            origin: "o",
            notes: [texts[2]]
        )
        var claim = ShownClaim.dialogue
        claim.value?.word = texts[3]
        claim.because = texts[4]
        let lane = ShownLane(name: "lane", detail: texts[5])
        let days = try day("2020-01-01")...day("2021-12-31")
        let course = CoursePicture(
            caption: caption,
            days: days,
            lanes: [
                CoursePicture.Lane(
                    lane: lane,
                    intervals: [CoursePicture.Interval(days: days, claim: claim)]
                )
            ],
            events: [.sample(0, begin: days, title: texts[6], url: texts[7])]
        )
        let state = StatePicture(
            caption: caption,
            rows: [StatePicture.Row(lane: lane, claim: claim)],
            unknown: [texts[6]]
        )
        let diff = DiffPicture(
            caption: caption,
            before: "b",
            after: "a",
            rows: [
                DiffPicture.Row(
                    lane: lane,
                    before: nil,
                    after: claim,
                    verdict: .better,
                    cause: texts[4] + texts[6]
                )
            ],
            summary: texts[7]
        )
        let sheets = [PictureStyle.sheet, PageStyle.sheet]
        for file in [course.svg, course.html, state.svg, state.html, diff.svg, diff.html] {
            let elements = try Elements(file)
            let said = elements.said
            for text in texts[..<7] {
                #expect(said.contains { $0.contains(text) }, "seed \(seed): lost \(text)")
            }
            #expect(elements.named("script").isEmpty)
            #expect(elements.named("style").allSatisfy { sheets.contains($0.text) })
        }
    }

    @Test func `control characters and forced directions do not get through`() throws {
        for value in Array(0..<0x20) + Array(0x7F..<0xA0) + [0x200B, 0x200F, 0x2028, 0x202E, 0x2066, 0xFFFE] {
            let scalar = try #require(Unicode.Scalar(UInt32(value)))
            var markup = Markup()
            markup.write("a\(scalar)b")
            let isSpace = [0x09, 0x0A].contains(value)
            #expect(markup.text == (isSpace ? "a\(scalar)b" : "a\\u{\(String(value, radix: 16))}b"))
        }
    }

    @Test func `style sheets hold nothing that markup would escape`() {
        for sheet in [PictureStyle.sheet, PageStyle.sheet] { #expect(Markup.escaped(sheet) == sheet) }
    }

    @Test(arguments: [
        ("https://example.org/a?b=<c>", true), ("HTTP://example.org", true), ("javascript:alert(1)", false),
        ("data:text/html,x", false), (" https://example.org", false), ("https://exam\nple.org", false),
        ("https:example.org", false), ("https://", false), ("https:///x", false), ("//example.org", false),
        ("file:///etc/passwd", false), ("", false),
    ])
    func `only addresses of the web become links`(url: String, isLink: Bool) throws {
        var markup = Markup()
        markup.element("p") { $0.link("read here", to: url) }
        let links = try Elements(markup.text).named("a")
        #expect(links.map { $0.attributes["href"] } == (isLink ? [url] : []))
        #expect(links.allSatisfy { $0.attributes["rel"] == "noopener noreferrer nofollow" })
        #expect(try isLink || Elements(markup.text).said.contains("read here (\(url))"))
    }

    @Test(arguments: [
        (0, "0"), (12, "12"), (0.5, "0.5"), (-3.25, "-3.25"), (1.005, "1"), (2.999, "3"), (10.08, "10.08"),
        (-0.001, "0"),
    ])
    func `coordinates are written as short as can be`(number: Double, text: String) {
        #expect(number.coordinate == text)
    }
}
