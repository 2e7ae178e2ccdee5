import Annals

/// The spreadsheet that TimelineJS reads, as comma-separated values.
package struct TimelineSheet: EventFormat {
    package static var showsRetracted: Bool { false }

    package private(set) var losses = Losses()
    private let record: SharedRecord

    private static let columns = [
        "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
        "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type",
        "Group", "Background",
    ]

    /// A sheet that begins with the record's title.
    package init(_ record: SharedRecord) {
        self.record = record
    }

    /// The names of the columns, and the title's row.
    package var head: String {
        let text = "<p>\(record.notes.map(XMLText.escaped).joined(separator: " "))</p>"
        return RowFormat.csv.header(Self.columns)
            + row(headline: XMLText.escaped(record.title), text: text, type: "title")
    }

    /// The row of an event; nothing for one without any day.
    package mutating func text(of event: SharedEvent) -> String {
        losses.meet()
        guard let slide = TimelineSlide(event, record, &losses) else { return "" }
        return row(
            slide.place,
            date: slide.date,
            headline: slide.headline,
            text: slide.text,
            media: slide.url,
            credit: slide.credit,
            group: slide.group
        )
    }

    package var foot: String { "" }

    private func row(
        _ place: CalendarPlace? = nil,
        date: String? = nil,
        headline: String,
        text: String,
        media: String? = nil,
        credit: String? = nil,
        type: String? = nil,
        group: String? = nil
    ) -> String {
        let dates = [place?.start, place?.end].flatMap { date -> [Cell] in
            [.number(date?.year), .number(date?.month), .number(date?.day), .text(nil)]
        }
        let texts = [date, headline, text, media, credit, nil, nil, nil, type, group, nil]
        return RowFormat.csv.line(dates + texts.map { .text($0) })
    }
}
