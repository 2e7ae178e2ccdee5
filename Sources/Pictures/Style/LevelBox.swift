import Annals

/// What is drawn for a value, wherever one is: a box in a tint of its colour, filled from the ground as high as its
/// level.
///
/// Height and colour say the same, so that who sees no colour loses nothing. What is not certain is hatched and
/// dashed, a value without better or worse only framed, and what is unknown dotted.
package struct LevelBox {
    package enum Content: Hashable, Sendable {
        case unknown
        /// A level, or nil for a value that has none.
        case value(level: Int?, isCertain: Bool)
    }

    /// How large it is beside a word.
    package static let width = 22.0
    package static let height = 20.0

    package let content: Content

    package init(_ content: Content) {
        self.content = content
    }

    /// Of what a claim draws.
    package init(_ claim: ShownClaim?) {
        guard let claim, let drawn = claim.drawn else {
            self.init(.unknown)
            return
        }
        self.init(.value(level: drawn.level, isCertain: claim.certainty != .possible))
    }

    /// Writes it at a place.
    package func write(to svg: inout Markup, _ box: Rectangle) {
        switch content {
        case .unknown:
            svg.empty("rect", box.attributes + [Attribute("fill", Palette.unknown)])
            svg.empty("rect", box.attributes + [Attribute("class", "faint"), Attribute("stroke-width", 0.8)])
        case .value(let level, let isCertain):
            svg.empty("rect", box.attributes + [Attribute("class", "paper")])
            svg.element("g", [Attribute("class", Palette.cssClass(level))]) { svg in
                write(level, isCertain: isCertain, to: &svg, box)
            }
        }
    }

    private func write(_ level: Int?, isCertain: Bool, to svg: inout Markup, _ box: Rectangle) {
        let bar = level.map { box.filled(to: Double(Palette.height($0)) / 5) }
        if isCertain {
            svg.empty("rect", box.attributes + [Attribute("class", "tint")])
            if let bar { svg.empty("rect", bar.attributes + [Attribute("class", "solid")]) }
        } else {
            let hatched = bar ?? box
            svg.empty("rect", hatched.attributes + [Attribute("fill", Palette.hatch(level))])
            svg.empty("rect", hatched.inset(by: 0.7).attributes + [Attribute("class", "outline dashed")])
        }
        if bar == nil || !isCertain {
            let dashes = isCertain ? "" : " dashed"
            svg.empty("rect", box.inset(by: 0.7).attributes + [Attribute("class", "outline\(dashes)")])
        }
    }
}
