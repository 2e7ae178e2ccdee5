import Annals

/// How a tie is drawn: its level as colour, as width and as a mark halfway, so that who sees no colour loses nothing.
///
/// Crosses for hostile, a ring for cooperative, a double line for allied, a square for a value without better or
/// worse; dashes for what is not certain.
struct TieStroke {
    let level: Int?
    let isCertain: Bool

    init(level: Int?, isCertain: Bool) {
        self.level = level.map { min(max($0, Palette.levels.lowerBound), Palette.levels.upperBound) }
        self.isCertain = isCertain
    }

    /// Of what a claim draws; nil when that is nothing.
    init?(_ claim: ShownClaim) {
        guard let drawn = claim.drawn else { return nil }
        self.init(level: drawn.level, isCertain: claim.certainty != .possible)
    }

    /// Writes it, with its marks at a share of the way.
    func write(_ course: TieCourse, marksAt share: Double = 0.5, to svg: inout Markup) {
        svg.element("g", [Attribute("class", Palette.cssClass(level))]) { svg in
            for line in level == 2 ? [course.beside(2.2), course.beside(-2.2)] : [course] {
                svg.empty(
                    "path",
                    [
                        Attribute("class", isCertain ? "stroke" : "stroke dashed"),
                        Attribute("d", line.path), Attribute("stroke-width", width),
                    ]
                )
            }
            for place in marks(along: course, at: share) {
                mark(at: place, course.direction(share), to: &svg)
            }
        }
    }

    private var width: Double {
        switch level {
        case -2: 3.2
        case -1: 2.2
        case 0: 1.4
        case 1: 2.2
        default: 1.7
        }
    }

    private func marks(along course: TieCourse, at share: Double) -> [Point] {
        let place = course.point(share)
        let along = course.direction(share)
        return switch level {
        case -2: [place + along * 5.5, place - along * 5.5]
        case 0, 2: []
        default: [place]
        }
    }

    private func mark(at place: Point, _ along: Point, to svg: inout Markup) {
        switch level {
        case 1:
            svg.empty(
                "circle",
                [
                    Attribute("class", "paper stroke"), Attribute("cx", place.x), Attribute("cy", place.y),
                    Attribute("r", 4), Attribute("stroke-width", 1.8),
                ]
            )
        case nil:
            let box = Rectangle(x: place.x - 3.5, y: place.y - 3.5, width: 7, height: 7)
            svg.empty(
                "rect",
                box.attributes + [Attribute("class", "paper stroke"), Attribute("stroke-width", 1.8)]
            )
        default:
            // A cross upright on the line: its arms between along and across.
            let arm = Point(x: along.x - along.y, y: along.x + along.y) * 4
            let other = Point(x: -arm.y, y: arm.x)
            let arms = [(place - arm, place + arm), (place - other, place + other)]
            let path = arms.map { from, to in
                "M\(from.x.coordinate) \(from.y.coordinate)L\(to.x.coordinate) \(to.y.coordinate)"
            }
            svg.empty(
                "path",
                [
                    Attribute("class", "stroke"), Attribute("d", path.joined()), Attribute("stroke-width", 2),
                ]
            )
        }
    }
}
