import Annals

/// TimelineJS 3 JSON (timeline.knightlab.com): a slide for each event, with its date in words where that is no day.
package struct TimelineJS: EventFormat {
    package static var showsRetracted: Bool { false }

    package private(set) var losses = Losses()
    private let record: SharedRecord
    private var isFirst = true

    /// A timeline under the record's title.
    package init(_ record: SharedRecord) {
        self.record = record
    }

    /// The title's slide.
    package var head: String {
        var writer = JSONWriter(appendingTo: [])
        writer.object { writer in
            writer.member("text") { writer in
                writer.object { writer in
                    writer.member("headline", XMLText.escaped(record.title))
                    writer.member(
                        "text",
                        "<p>\(record.notes.map(XMLText.escaped).joined(separator: " "))</p>"
                    )
                }
            }
            writer.member("autolink") { $0.boolean(false) }
        }
        return "{\"title\":\(String(decoding: writer.bytes, as: UTF8.self)),\n\"events\":[\n"
    }

    /// The slide of an event; nothing for one without any day.
    package mutating func text(of event: SharedEvent) -> String {
        losses.meet()
        guard let slide = TimelineSlide(event, record, &losses) else { return "" }
        var writer = JSONWriter(appendingTo: [])
        writer.object { Self.write(slide, to: &$0) }
        defer { isFirst = false }
        return (isFirst ? "" : ",\n") + String(decoding: writer.bytes, as: UTF8.self)
    }

    package var foot: String { "\n]}\n" }

    private static func write(_ slide: TimelineSlide, to writer: inout JSONWriter) {
        writer.member("unique_id", slide.id)
        write("start_date", slide.place.start, to: &writer)
        if let end = slide.place.end { write("end_date", end, to: &writer) }
        writer.member("display_date", slide.date)
        writer.member("group", slide.group)
        writer.member("text") { writer in
            writer.object { writer in
                writer.member("headline", slide.headline)
                writer.member("text", slide.text)
            }
        }
        // What looks like an address in a title is a text there, and no link.
        writer.member("autolink") { $0.boolean(false) }
        guard let url = slide.url else { return }
        writer.member("media") { writer in
            writer.object { writer in
                writer.member("url", url)
                writer.member("link", url)
                writer.member("credit", slide.credit)
            }
        }
    }

    private static func write(_ key: String, _ date: PartialDate, to writer: inout JSONWriter) {
        writer.member(key) { writer in
            writer.object { writer in
                writer.member("year") { $0.number(date.year) }
                if let month = date.month { writer.member("month") { $0.number(month) } }
                if let day = date.day { writer.member("day") { $0.number(day) } }
            }
        }
    }
}
