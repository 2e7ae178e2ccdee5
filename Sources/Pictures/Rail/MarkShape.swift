/// The mark of an event: its letter in a shape that says how its entry stands.
///
/// Filled as it was recorded, hollow where corrected, a dashed square for what stood there before, crossed out
/// where withdrawn.
struct MarkShape {
    let standing: CoursePicture.Mark.Standing
    let label: String

    func write(to svg: inout Markup, _ box: Rectangle) {
        let edge = box.inset(by: 0.8)
        let round = Attribute("rx", standing == .superseded ? 0 : edge.height / 2)
        let paint =
            switch standing {
            case .asRecorded: [Attribute("class", "ink")]
            case .corrected, .retracted:
                [Attribute("class", "paper edge"), Attribute("stroke-width", 1.6)]
            case .superseded: [Attribute("class", "paper edge dashed"), Attribute("stroke-width", 1.2)]
            }
        svg.empty("rect", edge.attributes + [round] + paint)
        if standing == .retracted { writeSlash(to: &svg, edge) }
        svg.line(
            label,
            x: box.x + box.width / 2,
            y: box.y + box.height / 2 + 4,
            EventRail.style,
            // With a halo the letter can be read on the slash.
            class: standing == .asRecorded ? "paper" : "ink halo",
            anchor: .middle
        )
    }

    private func writeSlash(to svg: inout Markup, _ edge: Rectangle) {
        let outer = edge.inset(by: -1)
        let path =
            "M\(outer.x.coordinate) \((outer.y + outer.height).coordinate)"
            + "L\((outer.x + outer.width).coordinate) \(outer.y.coordinate)"
        svg.empty(
            "path",
            [Attribute("class", "line"), Attribute("stroke-width", 2), Attribute("d", path)]
        )
    }
}
