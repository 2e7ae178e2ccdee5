import Annals

extension NetworkPicture {
    /// The most actors a matrix is drawn of: with more, its squares get too small for five heights.
    package static let mostInMatrix = 150

    /// The matrix as an SVG file: who stood how with whom, friends next to each other.
    package var matrixSVG: String { matrix(.alone).text }

    /// The matrix as a page of its own, with the same as tables.
    package var matrixHTML: String {
        Page(caption, notes: notes(on: MatrixOrder(self), .page)).html(picture: matrix(.page), tables: tables)
    }

    private func matrix(_ place: Frame.Place) -> Markup {
        let order = MatrixOrder(self)
        let drawing = MatrixDrawing(self, actors: order.tied)
        let frame = Frame(
            caption,
            notes: notes(on: order, place),
            width: max(drawing.layout.width, 660) + Frame.margins,
            legend: .levels(unranked: hasUnranked),
            summary: summary,
            place: place
        )
        guard !order.tied.isEmpty else {
            return frame.svg(height: 30) { $0.line(Self.nothing, x: 0, y: 20, .body) }
        }
        return frame.svg(height: drawing.layout.height) { drawing.write(to: &$0) }
    }

    private func notes(on order: MatrixOrder, _ place: Frame.Place) -> [String] {
        let friends = order.tied.isEmpty ? [] : ["Friends stand next to each other, as far as they can."]
        guard !order.untied.isEmpty else { return friends }
        let leftOut =
            switch place {
            case .alone:
                "Nothing is known between any of these and another: "
                    + order.untied.map { names[$0] ?? $0.slug }.joined(separator: ", ") + "."
            case .page:
                order.untied.count == 1
                    ? "1 actor is left out, of whom nothing is known with anybody; the table of actors has it."
                    : "\(order.untied.count) actors are left out, of whom nothing is known with anybody; "
                        + "the table of actors has them."
            }
        return friends + [leftOut]
    }
}
