extension CoursePicture {
    /// The levels, and where events are drawn, the shapes of marks there are.
    func legend(hasEvents: Bool) -> [LegendEntry] {
        let claims = lanes.flatMap { $0.intervals.map(\.claim) }
        let levels: [LegendEntry] = .levels(
            unranked: claims.contains { $0.drawn.map { $0.level == nil } ?? false }
        )
        guard hasEvents else { return levels }
        let marks: [LegendEntry] = Self.shapes.compactMap { standing, label in
            guard events.contains(where: { $0.standing == standing }) else { return nil }
            return LegendEntry(label) { svg, box in
                MarkShape(standing: standing, label: "a").write(
                    to: &svg,
                    Rectangle(x: box.x + 2, y: box.y + 1, width: 18, height: 18)
                )
            }
        }
        let isImprecise = events.contains { $0.begin.lowerBound < $0.begin.upperBound }
        return levels + marks + (isImprecise ? [Self.imprecise] : [])
    }

    private static let shapes: [(Mark.Standing, String)] = [
        (.asRecorded, "event"), (.corrected, "corrected"), (.superseded, "before its correction"),
        (.retracted, "withdrawn"),
    ]

    private static var imprecise: LegendEntry {
        LegendEntry("some day within") { svg, box in
            let middle = (box.y + box.height / 2).coordinate
            svg.empty(
                "path",
                [
                    Attribute("class", "line dashed"), Attribute("stroke-width", 1.4),
                    Attribute("d", "M\(box.x.coordinate) \(middle)h\(box.width.coordinate)"),
                ]
            )
        }
    }
}
