extension DiffPicture {
    /// The comparison as a page of its own, with the same as a table.
    package var html: String {
        let areSeveral = rows.contains { $0.relationship != nil }
        return Page(caption, lead: summary).html(
            picture: drawing,
            tables: [
                DataTable(
                    "What changed",
                    columns: (areSeveral ? ["Relationship"] : []) + [
                        "Facet", before, after, "Verdict", "Cause",
                    ],
                    rows: rows.map { row in
                        (areSeveral ? [.text(row.relationship ?? "")] : [])
                            + [
                                .text(row.lane.label), Self.cell(row.before), Self.cell(row.after),
                                .brief(row.verdict.rawValue), .text(row.cause),
                            ]
                    },
                    empty: Self.nothing
                )
            ]
        )
    }

    private var drawing: Markup {
        var drawing = Markup()
        let parts = Parts.of(rows.count)
        for (index, range) in parts.enumerated() {
            var part = self
            part.caption = caption.part(index, of: parts.count)
            part.rows = Array(rows[range])
            drawing.write(markup: part.drawing(.page))
        }
        return drawing
    }

    private static func cell(_ claim: ShownClaim?) -> DataTable.Cell {
        claim.map { .lines($0.words, [$0.period, "grade \($0.grade)"]) } ?? .text("unknown")
    }
}
