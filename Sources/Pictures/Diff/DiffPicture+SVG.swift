extension DiffPicture {
    /// The comparison as an SVG file.
    package var svg: String { drawing(.alone).text }

    private static let width = 980.0

    func drawing(_ place: Frame.Place) -> Markup {
        let listing = listing
        let sums = TextStyle.strong.lines(summary, width: Frame.room(in: Self.width))
        let top = 10 + Double(sums.count) * TextStyle.strong.leading
        let claims = rows.flatMap { [$0.before, $0.after] }.compactMap(\.self)
        let frame = Frame(
            caption,
            width: Self.width,
            legend: .levels(unranked: claims.contains { $0.drawn.map { $0.level == nil } ?? false }),
            summary: summary,
            place: place
        )
        return frame.svg(height: top + (rows.isEmpty ? 24 : listing.height)) { svg in
            svg.lines(sums, x: 0, y: 13, .strong)
            svg.element("g", [Attribute("transform", "translate(0 \(top.coordinate))")]) { svg in
                if rows.isEmpty {
                    svg.line(Self.nothing, x: 0, y: 16, .body)
                } else {
                    svg.group("What changed", listing.write)
                }
            }
        }
    }

    static let nothing = "Nothing changed."

    private var listing: Listing {
        Listing(
            columns: [176, 200, 108, 200, Frame.room(in: Self.width) - 684],
            heads: ["FACET", before, "", after, "CAUSE"],
            rows: rows.map { row in
                var name = Listing.Cell(naming: row.lane)
                if let relationship = row.relationship {
                    name.paragraphs.insert(
                        Listing.Paragraph(text: relationship, style: .small, most: 2),
                        at: 0
                    )
                }
                return Listing.Row(
                    sentence: row.sentence,
                    cells: [
                        name, Listing.Cell(row.before, besides: row.before.map { [$0.period] } ?? []),
                        Listing.Cell(row.verdict),
                        Listing.Cell(row.after, besides: row.after.map { [$0.period] } ?? []),
                        Listing.Cell(row.cause, most: 5),
                    ]
                )
            }
        )
    }
}

extension Listing.Cell {
    fileprivate init(_ verdict: DiffPicture.Verdict) {
        self.init(
            [Listing.Paragraph(text: verdict.rawValue, style: .strong)],
            drawing: (
                LevelBox.width, { svg, box in VerdictShape(verdict: verdict).write(to: &svg, box) }
            )
        )
    }
}
