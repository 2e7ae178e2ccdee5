extension StatePicture {
    /// The card as a page of its own, with the same as a table.
    package var html: String {
        Page(caption).html(
            picture: drawing,
            tables: [
                DataTable(
                    "How it stood",
                    columns: ["Facet", "State", "Since", "Grade", "Because"],
                    rows: known
                        + unknown.map { [.text($0), .text("unknown"), .text(""), .text(""), .text("")] },
                    empty: Self.nothing
                )
            ]
        )
    }

    private var known: [[DataTable.Cell]] {
        rows.map { row in
            [
                .text(row.lane.label), .text(row.claim.words), .text(row.claim.dates),
                .brief(row.claim.grade), .text(row.claim.grounds),
            ]
        }
    }

    private var drawing: Markup {
        var drawing = Markup()
        let parts = Parts.of(rows.count)
        for (index, range) in parts.enumerated() {
            let part = StatePicture(
                caption: caption.part(index, of: parts.count),
                rows: Array(rows[range]),
                unknown: index == parts.count - 1 ? unknown : []
            )
            drawing.write(markup: part.drawing(.page))
        }
        return drawing
    }
}
