extension StatePicture {
    /// The card as an SVG file.
    package var svg: String { drawing(.alone).text }

    static let width = 860.0

    func drawing(_ place: Frame.Place) -> Markup {
        let listing = listing
        let unknown = unknownLines
        let frame = Frame(
            caption,
            width: Self.width,
            legend: .levels(unranked: rows.contains { $0.claim.drawn.map { $0.level == nil } ?? false }),
            summary: summary,
            place: place
        )
        let unknownHeight = unknown.isEmpty ? 0 : 22 + Double(unknown.count) * TextStyle.body.leading
        return frame.svg(height: (rows.isEmpty ? 30 : listing.height) + unknownHeight) { svg in
            if rows.isEmpty {
                svg.line(Self.nothing, x: 0, y: 20, .body)
            } else {
                svg.group("What is known", listing.write)
            }
            guard !unknown.isEmpty else { return }
            let y = rows.isEmpty ? 30 : listing.height
            let box = Rectangle(x: 0, y: y + 14, width: LevelBox.width, height: LevelBox.height)
            svg.described(unknownSentence) { svg in
                LevelBox(.unknown).write(to: &svg, box)
                svg.lines(unknown, x: LevelBox.width + 8, y: y + 29, .body, class: "muted")
            }
        }
    }

    static let nothing = "Nothing is known."

    /// The facets nobody claims anything about, in a sentence.
    private var unknownSentence: String { "Unknown: \(unknown.joined(separator: ", "))." }

    private var unknownLines: [String] {
        let room = Frame.room(in: Self.width) - LevelBox.width - 8
        return unknown.isEmpty ? [] : TextStyle.body.lines(unknownSentence, width: room)
    }

    private var summary: String {
        "\(rows.count == 1 ? "1 lane is" : "\(rows.count) lanes are") known, "
            + "\(unknown.count == 1 ? "1 facet is" : "\(unknown.count) facets are") unknown."
    }

    private var listing: Listing {
        Listing(
            columns: [160, 196, 130, 66, Frame.room(in: Self.width) - 552],
            heads: ["FACET", "STATE", "SINCE", "GRADE", "BECAUSE"],
            rows: rows.map { row in
                Listing.Row(
                    sentence: row.claim.sentence(of: row.lane),
                    cells: [
                        Listing.Cell(naming: row.lane), Listing.Cell(row.claim),
                        Listing.Cell(row.claim.dates), Listing.Cell(row.claim.grade),
                        Listing.Cell(row.claim.grounds),
                    ]
                )
            }
        )
    }
}
