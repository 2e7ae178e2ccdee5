import Annals

/// Markwhen (markwhen.com): a timeline as plain text, for notes.
package struct Markwhen: EventFormat {
    package static var showsRetracted: Bool { false }

    package private(set) var losses = Losses()
    private let record: SharedRecord

    private static let dateless = Losses.Kind("without any day", "Markwhen cannot show them")
    private static let qualified = Losses.Kind(
        "dated in a way that Markwhen has no sign for",
        "it is written beside in words"
    )

    /// A timeline of the record's title.
    package init(_ record: SharedRecord) { self.record = record }

    /// The header, which is YAML: a text in JSON is one there too.
    package var head: String {
        var writer = JSONWriter(appendingTo: [])
        writer.string(record.title.revealedOnOneLine)
        let title = String(decoding: writer.bytes, as: UTF8.self)
        let notes = record.notes.map { "// \($0.revealedOnOneLine)\n" }.joined()
        return "---\ntitle: \(title)\n---\n\n\(notes)\n"
    }

    /// The lines of an event; nothing for one without any day.
    package mutating func text(of event: SharedEvent) -> String {
        losses.meet()
        let said = event.event
        guard let place = CalendarPlace(said.occurred) else {
            losses.add(Self.dateless)
            return ""
        }
        let range = place.start.prefix + (place.end.map { $0 == place.start ? "" : "/\($0.prefix)" } ?? "")
        // What holds on is drawn up to the day it is looked at.
        let holdsOn = said.occurred.isInterval && said.occurred.bounds.endEarliest == .distantFuture
        let written = holdsOn ? "\(place.start.prefix)/now" : range
        let plain =
            said.occurred.text.hasSuffix("/..")
            ? String(said.occurred.text.dropLast(2)) + "now" : said.occurred.text
        let isSaid = written == plain
        if !isSaid { losses.add(Self.qualified) }
        let tags = [
            said.type?.rawValue.lowercased(), said.effects?.first?.facet.rawValue.replacing("-", with: "_"),
        ]
        .compactMap { $0.map { " #\($0)" } }.joined()
        let date = isSaid ? "" : " (\(DateWords.of(said.occurred)))"
        var lines = ["\(written): \(Self.plain(said.title))\(date)\(tags)"]
        if let note = said.note { lines.append("  Note: \(Self.plain(note))") }
        let who = (said.actors + said.recipients).map { record.name($0) }.joined(separator: ", ")
        lines.append("  Who: \(Self.plain(who)) · \(Self.plain(event.standing))")
        for source in said.sources {
            let url = WebAddress.of(source.url).map { " \($0)" } ?? ""
            lines.append("  Source: \(Self.plain(source.words))\(url)")
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    package var foot: String { "" }

    /// A text on one line in which Markwhen finds no tag and no link: a narrow space stands where one would begin.
    private static func plain(_ text: String) -> String {
        text.revealedOnOneLine.replacing("#", with: "#\(thin)").replacing("](", with: "]\(thin)(")
            .replacing("<", with: "<\(thin)")
    }

    /// NARROW NO-BREAK SPACE.
    private static let thin = "\u{202F}"
}
