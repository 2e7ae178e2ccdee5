import Annals

/// The mark of an actor: a shape for each sort, so that none depends on colour.
enum ActorShape: CaseIterable {
    case circle, house, triangle, square, diamond, pill, ring, dot

    /// The shape of a sort of actor; a dot for one whose sort nobody said.
    init(kind: String?) {
        switch kind.flatMap({ ActorKind(rawValue: $0) }) {
        case .state: self = .circle
        case .government: self = .house
        case .armedGroup: self = .triangle
        case .organisation: self = .square
        case .faction: self = .diamond
        case .population: self = .pill
        case .collective: self = .ring
        case nil: self = .dot
        }
    }

    /// What it stands for, in a legend.
    var meaning: String {
        switch self {
        case .circle: "state"
        case .house: "government"
        case .triangle: "armed group"
        case .square: "organisation"
        case .diamond: "faction"
        case .pill: "population"
        case .ring: "collective"
        case .dot: "actor"
        }
    }

    /// Writes it about a point, about 18 wide; only its outline where it should recede.
    func write(to svg: inout Markup, at point: Point, isFaint: Bool) {
        let paint =
            isFaint
            ? [Attribute("class", "faint paper"), Attribute("stroke-width", 1.4)]
            : [Attribute("class", "ink edge"), Attribute("stroke-width", 1.4)]
        let (x, y) = (point.x, point.y)
        switch self {
        case .circle: circle(9, to: &svg, point, paint)
        case .dot: circle(5, to: &svg, point, paint)
        case .ring:
            circle(
                9,
                to: &svg,
                point,
                [Attribute("class", isFaint ? "faint" : "line"), Attribute("stroke-width", 1.6)]
            )
            circle(4.5, to: &svg, point, paint)
        case .house:
            path("M\(x.coordinate) \((y - 10).coordinate)l9 8v10h-18v-10z", to: &svg, paint)
        case .triangle:
            path("M\(x.coordinate) \((y - 10).coordinate)l10 18h-20z", to: &svg, paint)
        case .square:
            path("M\((x - 8).coordinate) \((y - 8).coordinate)h16v16h-16z", to: &svg, paint)
        case .diamond:
            path("M\(x.coordinate) \((y - 11).coordinate)l10 11l-10 11l-10 -11z", to: &svg, paint)
        case .pill:
            let box = Rectangle(x: x - 12, y: y - 5.5, width: 24, height: 11)
            svg.empty("rect", box.attributes + [Attribute("rx", 5.5)] + paint)
        }
    }

    private func circle(_ radius: Double, to svg: inout Markup, _ point: Point, _ paint: [Attribute]) {
        svg.empty(
            "circle",
            [Attribute("cx", point.x), Attribute("cy", point.y), Attribute("r", radius)] + paint
        )
    }

    private func path(_ path: String, to svg: inout Markup, _ paint: [Attribute]) {
        svg.empty("path", [Attribute("d", path)] + paint)
    }
}
