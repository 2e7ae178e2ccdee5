import Annals

extension NetworkPicture {
    /// The most actors a network is drawn of: with more, nobody finds anything in it.
    package static let mostDrawn = 150

    /// The network as an SVG file.
    package var svg: String { drawing(.alone).text }

    func drawing(_ place: Frame.Place) -> Markup {
        let drawing = NetworkDrawing(self)
        let width = max(drawing.layout.width, 660)
        let frame = Frame(
            caption,
            width: width + Frame.margins,
            legend: legend,
            summary: summary,
            place: place
        )
        return frame.svg(height: drawing.layout.height) { svg in
            svg.element(
                "g",
                [Attribute("transform", "translate(\(((width - drawing.layout.width) / 2).coordinate) 0)")]
            ) {
                drawing.write(to: &$0)
            }
        }
    }

    private var legend: [LegendEntry] {
        let levels = Palette.levels.map { level in
            LegendEntry(Palette.word(level), TieStroke(level: level, isCertain: true))
        }
        let tied = Set(ties.flatMap { [$0.one, $0.other] })
        let unranked = LegendEntry("no better or worse", TieStroke(level: nil, isCertain: true))
        let shapes = ActorShape.allCases.filter { shape in
            actors.contains { ActorShape(kind: $0.kind) == shape }
        }
        return levels + (hasUnranked ? [unranked] : [])
            + [LegendEntry("possibly", TieStroke(level: 0, isCertain: false))]
            + shapes.map { LegendEntry($0.meaning, $0, isFaint: false) }
            + (tied.count < actors.count ? [LegendEntry("nothing known", .circle, isFaint: true)] : [])
    }

    /// Whether a value without better or worse is drawn.
    var hasUnranked: Bool {
        ties.contains { $0.claim.drawn.map { $0.level == nil } ?? false }
    }

    static let nothing = "Nothing is known of any two of them."

    /// What the actors are called.
    var names: [ActorID: String] {
        Dictionary(actors.map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// What is drawn, in a sentence or two.
    var summary: String {
        let known = ties.count == 1 ? "1 pair of them" : "\(ties.count) pairs of them"
        return "\(actors.count == 1 ? "1 actor" : "\(actors.count) actors"); "
            + "something is known of \(known)."
    }
}

extension LegendEntry {
    fileprivate init(_ label: String, _ stroke: TieStroke) {
        self.init(label) { svg, box in
            let middle = box.y + box.height / 2
            stroke.write(
                TieCourse(
                    from: Point(x: box.x - 2, y: middle),
                    to: Point(x: box.x + box.width + 2, y: middle),
                    around: []
                ),
                to: &svg
            )
        }
    }

    fileprivate init(_ label: String, _ shape: ActorShape, isFaint: Bool) {
        self.init(label) { svg, box in
            let middle = Point(x: box.x + box.width / 2, y: box.y + box.height / 2)
            shape.write(to: &svg, at: middle, isFaint: isFaint)
        }
    }
}
