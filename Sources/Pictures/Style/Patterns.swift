/// The patterns that fill what is unknown and what is not certain: they survive print and any colour vision.
enum Patterns {
    /// Writes them, to be referred to as ``Palette`` names them.
    static func write(to svg: inout Markup) {
        svg.element("defs") { svg in
            for level in Palette.levels.map(Optional.some) + [nil] {
                hatch(level, to: &svg)
            }
            svg.element("pattern", size(7) + [Attribute("id", "dots-unknown")]) { svg in
                svg.empty(
                    "rect",
                    [Attribute("class", "paper"), Attribute("width", 7), Attribute("height", 7)]
                )
                svg.empty(
                    "circle",
                    [
                        Attribute("class", "dots"), Attribute("cx", 3.5), Attribute("cy", 3.5),
                        Attribute("r", 1.1),
                    ]
                )
            }
        }
    }

    private static func hatch(_ level: Int?, to svg: inout Markup) {
        let id = Palette.hatch(level).dropFirst("url(#".count).dropLast()
        svg.element(
            "pattern",
            size(5) + [Attribute("id", String(id)), Attribute("patternTransform", "rotate(45)")]
        ) { svg in
            svg.empty(
                "path",
                [
                    Attribute("class", "stroke \(Palette.cssClass(level))"), Attribute("d", "M1 0V5"),
                    Attribute("stroke-width", 1.8),
                ]
            )
        }
    }

    private static func size(_ side: Double) -> [Attribute] {
        [
            Attribute("patternUnits", "userSpaceOnUse"), Attribute("width", side),
            Attribute("height", side),
        ]
    }
}
