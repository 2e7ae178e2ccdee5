import Annals

/// A matrix, as it is drawn: each actor a row and a column, and where they meet how the two stood.
struct MatrixDrawing {
    let layout: MatrixLayout

    private let actors: [ActorID]
    private let names: [ActorID: String]
    private let ties: [ActorID: [ActorID: NetworkPicture.Tie]]

    /// A matrix of some of a picture's actors, in this order.
    init(_ picture: NetworkPicture, actors: [ActorID]) {
        let names = picture.names
        self.actors = actors
        self.names = names
        ties = picture.ties.reduce(into: [:]) { ties, tie in
            ties[tie.one, default: [:]][tie.other] = tie
            ties[tie.other, default: [:]][tie.one] = tie
        }
        layout = MatrixLayout(names: actors.map { names[$0] ?? $0.slug })
    }

    /// Writes it from (0, 0) on.
    func write(to svg: inout Markup) {
        svg.element("g", [Attribute("aria-hidden", "true")]) { svg in
            for (column, actor) in actors.enumerated() { writeHead(of: column, name(actor), to: &svg) }
            svg.newline()
            svg.empty("rect", layout.field.attributes + [Attribute("fill", Palette.unknown)])
            writeGrid(to: &svg)
        }
        svg.newline()
        for (row, actor) in actors.enumerated() {
            svg.group(name(actor)) { svg in write(row, actor, to: &svg) }
        }
        svg.empty("rect", layout.field.attributes + [Attribute("class", "rule")])
    }

    private func writeHead(of column: Int, _ name: String, to svg: inout Markup) {
        let box = layout.box(0, column)
        let (x, y) = (box.x + box.width / 2 + layout.style.size / 3, box.y - 5)
        let turn = "rotate(\(MatrixLayout.angle.coordinate) \(x.coordinate) \(y.coordinate))"
        svg.element("g", [Attribute("transform", turn)]) { svg in
            svg.line(layout.fitting(name), x: x, y: y, layout.style)
        }
    }

    private func writeGrid(to svg: inout Markup) {
        let field = layout.field
        let lines = (0...actors.count).map { index in
            let box = layout.box(index, index)
            return "M\(box.x.coordinate) \(field.y.coordinate)v\(field.height.coordinate)"
                + "M\(field.x.coordinate) \(box.y.coordinate)h\(field.width.coordinate)"
        }
        svg.empty(
            "path",
            [
                Attribute("class", "rule"), Attribute("d", lines.joined()),
                Attribute("stroke-width", 0.7),
            ]
        )
    }

    private func write(_ row: Int, _ actor: ActorID, to svg: inout Markup) {
        let box = layout.box(row, row)
        svg.line(
            layout.fitting(name(actor)),
            x: layout.names - 8,
            y: box.y + box.height / 2 + layout.style.size * 0.36,
            layout.style,
            anchor: .end
        )
        svg.empty("rect", box.attributes + [Attribute("class", "paper")])
        for (column, other) in actors.enumerated() {
            guard let tie = ties[actor]?[other], tie.claim.drawn != nil else { continue }
            svg.newline()
            svg.described(tie.sentence(between: name(actor), and: name(other))) { svg in
                LevelBox(tie.claim).write(to: &svg, layout.box(row, column).inset(by: layout.cell / 12))
            }
        }
    }

    private func name(_ actor: ActorID) -> String {
        names[actor] ?? actor.slug
    }
}
