extension CoursePicture {
    /// The events by their letters, for a picture with nothing around it.
    var key: Listing {
        Listing(
            columns: [52, 124, 536, 76, Frame.room(in: HistoryLayout.width) - 788],
            heads: ["", "DATE", "EVENT", "GRADE", "ENTRY"],
            rows: events.map { event in
                Listing.Row(
                    sentence: event.sentence,
                    cells: [
                        Self.mark(event), Listing.Cell(event.date, most: 2),
                        Listing.Cell([
                            Listing.Paragraph(text: event.title, most: 2),
                            Listing.Paragraph(
                                text: event.sets.joined(separator: ", "),
                                style: .small,
                                colour: "muted",
                                most: 2
                            ),
                        ]),
                        Listing.Cell(event.grade),
                        Listing.Cell([
                            Listing.Paragraph(text: event.position),
                            Listing.Paragraph(
                                text: event.standing.words ?? "",
                                style: .small,
                                colour: "muted"
                            ),
                        ]),
                    ]
                )
            },
            padding: 4
        )
    }

    private static func mark(_ event: Mark) -> Listing.Cell {
        Listing.Cell(
            [],
            drawing: (
                36,
                { svg, box in
                    let width = max(EventRail.markHeight, EventRail.style.width(event.letter) + 9)
                    let mark = Rectangle(x: box.x, y: box.y + 1, width: width, height: EventRail.markHeight)
                    MarkShape(standing: event.standing, label: event.letter).write(to: &svg, mark)
                }
            )
        )
    }
}
