extension Listing.Cell {
    /// Names a lane.
    init(naming lane: ShownLane) {
        self.init([
            Listing.Paragraph(text: lane.name, style: .strong, most: 2),
            Listing.Paragraph(text: lane.detail, style: .small, colour: "muted", most: 3),
        ])
    }

    /// What a lane says, with its level drawn beside it; nil for unknown.
    init(_ claim: ShownClaim?, besides: [String] = []) {
        let said =
            claim.map { claim in
                [
                    Listing.Paragraph(text: claim.certainly ?? claim.possibly ?? "unknown", style: .strong),
                    Listing.Paragraph(text: claim.certainly == nil ? "" : claim.possibly ?? ""),
                ]
            } ?? [Listing.Paragraph(text: "unknown", colour: "muted")]
        self.init(
            said + besides.map { Listing.Paragraph(text: $0, style: .small, colour: "muted", most: 2) },
            drawing: (LevelBox.width, { svg, box in LevelBox(claim).write(to: &svg, box) })
        )
    }
}
