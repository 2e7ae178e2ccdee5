import Annals

extension CoursePicture {
    /// The picture as a page of its own, with its lanes and events as tables.
    package var html: String {
        Page(caption, notes: omitted.map { [$0] } ?? []).html(
            picture: drawing,
            tables: [lanesTable, eventsTable]
        )
    }

    private var drawing: Markup {
        var drawing = Markup()
        let parts = Parts.of(lanes.count)
        for (index, part) in parts.enumerated() {
            let part = HistoryDrawing(self, lanes: part, caption: caption.part(index, of: parts.count))
            drawing.write(markup: part.markup(.page))
        }
        return drawing
    }

    private var lanesTable: DataTable {
        DataTable(
            "What each lane said when",
            columns: ["Lane", "From", "To", "Said", "Since, as claimed", "Grade", "Because"],
            rows: lanes.flatMap { lane in
                lane.intervals.map { interval in
                    let claim = interval.claim
                    return [
                        .text(lane.lane.label), .brief(interval.days.lowerBound.description),
                        .brief(interval.days.upperBound.description), .text(claim.words), .text(claim.dates),
                        .brief(claim.grade), .text(claim.grounds),
                    ]
                }
            },
            empty: "Nothing is known of any facet in these days."
        )
    }

    private var eventsTable: DataTable {
        DataTable(
            "Events",
            columns: ["Letter", "Date", "Event", "Grade", "Source", "Entry"],
            rows: events.map { event in
                [
                    .brief(event.letter), .brief(event.date), .lines(event.title, event.sets),
                    .brief(event.grade), event.sourceCell,
                    .lines(event.position, event.standing.words.map { [$0] } ?? []),
                ]
            },
            empty: "No events."
        )
    }
}

extension CoursePicture.Mark {
    fileprivate var sourceCell: DataTable.Cell {
        guard let url else { return .text(source ?? "") }
        return .link(source ?? url, to: url)
    }
}
