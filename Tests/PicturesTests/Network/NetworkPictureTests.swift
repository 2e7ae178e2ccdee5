import Annals
import Support
import Testing

@testable import Pictures

@Suite struct `A picture of a network` {
    private static let nasty = [
        "<script>alert(1)</script> & \"co\"", "الإمارة الإسلامية", "中華人民共和國", "Line\nbreak \u{202E}\u{0}",
        String(repeating: "Supercalifragilistic", count: 4), "", "İstanbul’s ]]> <!-- name",
    ]

    @Test func `tells every tie and every actor in a sentence`() throws {
        let elements = try Elements(NetworkPicture.sample().svg)
        let told = elements.all.filter { $0.attributes["role"] == "img" }.map { $0.attributes["aria-label"] }
        #expect(
            told == [
                "Pakistan and Taliban: support, training, active, since 2001; grade B2; "
                    + "#63 War on terror against the Taliban. 2 more lanes are known.",
                "Taliban and United States: hostility, war, since 2001; grade B2; "
                    + "#63 War on terror against the Taliban.",
                "Pakistan, state: 1 tie, 1 allied.", "Qatar: nothing is known between it and anybody.",
                "Taliban, armed group: 2 ties, 1 hostile, 1 allied.",
                "United States, state: 1 tie, 1 hostile.",
            ]
        )
    }

    @Test func `says both clocks, what it rests on and the notes, wherever it is shown`() throws {
        var picture = try NetworkPicture.sample()
        picture.caption.notes = ["Of each pair the worst facet is drawn."]
        for markup in [picture.svg, picture.html, picture.matrixSVG, picture.matrixHTML] {
            let texts = try Elements(markup).named("text").map(\.text)
            #expect(texts.contains("as it stood on 2020-06-01 · as we knew it now (#162, 2026-11-23)"))
            #expect(texts.contains { $0.hasSuffix("rulebook 1 · log annals/1b2c at #162") })
            #expect(texts.contains("Of each pair the worst facet is drawn."))
        }
    }

    @Test func `leaves everybody where they are, whatever the day`() throws {
        var picture = try NetworkPicture.random(25, seed: 4)
        let before = NetworkDrawing(picture).layout
        let marks = try places(of: picture)
        picture.ties.removeSubrange(..<(picture.ties.count / 2))
        #expect(NetworkDrawing(picture).layout == before)
        #expect(try places(of: picture) == marks)
    }

    /// Where the ground under each actor's mark is drawn.
    private func places(of picture: NetworkPicture) throws -> [[String?]] {
        try Elements(picture.svg).named("circle").filter { $0.attributes["r"] == "12.5" }.map {
            [$0.attributes["cx"], $0.attributes["cy"]]
        }
    }

    @Test(arguments: [0, 1, 2, 7, 30])
    func `is well-formed, with all names in it, however many and whatever they are`(_ count: Int) throws {
        let names = Self.nasty
        let picture = try NetworkPicture.random(count, seed: 6) { "\(names[$0 % names.count]) \($0)" }
        for markup in [picture.svg, picture.matrixSVG, picture.html, picture.matrixHTML] {
            _ = try Elements(markup)
        }
        let cells = try Elements(picture.html).named("th").map(\.text)
        for actor in picture.actors {
            let shown = actor.name.unicodeScalars.map { scalar in
                ["\u{0}", "\u{202E}"].contains(scalar)
                    ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
            }
            #expect(cells.contains(shown.joined()))
        }
    }

    @Test func `has no tie to somebody who is not in it`() throws {
        var picture = try NetworkPicture.sample()
        picture.actors.removeLast()
        #expect(try Elements(picture.svg).all.filter { $0.attributes["role"] == "img" }.count == 4)
        _ = try Elements(picture.matrixSVG)
    }

    @Test func `tells the levels apart without colour`() {
        var drawings: Set<String> = []
        let course = TieCourse(from: .zero, to: Point(x: 100, y: 0), around: [])
        for level in Palette.levels.map(Optional.some) + [nil] {
            for isCertain in [true, false] {
                var svg = Markup()
                TieStroke(level: level, isCertain: isCertain).write(course, to: &svg)
                drawings.insert(svg.text.split(separator: Palette.cssClass(level)).joined())
            }
        }
        #expect(drawings.count == 12)
        #expect(
            Set(ActorKind.allCases.map { ActorShape(kind: $0.rawValue) }).count == ActorKind.allCases.count
        )
    }

    @Test func `lists every tie and actor in its tables`() throws {
        let elements = try Elements(NetworkPicture.sample().html)
        let cells = elements.named("td").map(\.text)
        #expect(
            cells.prefix(7) == [
                "Taliban", "support, training", "active", "2001", "B2",
                "#63 War on terror against the Taliban", "3",
            ]
        )
        #expect(cells.suffix(8) == ["state", "1", "", "0", "armed group", "2", "state", "1"])
    }
}

@Suite struct `The line of a tie` {
    private let start = Point.zero
    private let end = Point(x: 900, y: 40)

    @Test func `is straight where nobody is in its way`() {
        let course = TieCourse(from: start, to: end, around: [Point(x: 450, y: 60), Point(x: -10, y: 0)])
        #expect(course.bend == (start + end) * 0.5)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `keeps clear of others wherever some bow does`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let others = (0..<12).map { _ in
            Point(
                x: Double.random(in: 30...870, using: &random),
                y: Double.random(in: -90...90, using: &random)
            )
        }
        let course = TieCourse(from: start, to: end, around: others)
        // Looked at every tenth of a unit, against the whole of the curve.
        let nearest =
            others.map { other in
                (0...9_000).map { (course.point(Double($0) / 9_000) - other).length }.min() ?? 0
            }.min() ?? 0
        #expect(nearest > 16 || course.bend == (start + end) * 0.5)
        #expect((course.point(0) - start).length < 1e-9 && (course.point(1) - end).length < 1e-9)
    }
}
