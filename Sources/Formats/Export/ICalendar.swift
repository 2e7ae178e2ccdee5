import Annals

/// iCalendar (RFC 5545): an all-day entry for each event that is dated by the day.
package struct ICalendar: EventFormat {
    package static var showsRetracted: Bool { true }

    package private(set) var losses = Losses()
    private let record: SharedRecord

    private static let imprecise = Losses.Kind(
        "dated by a month, a year or longer",
        "iCalendar knows only days, and leaves them out"
    )
    private static let open = Losses.Kind(
        "open at the end",
        "iCalendar has the day on which they began"
    )

    /// A calendar of the record's name.
    package init(_ record: SharedRecord) {
        self.record = record
    }

    /// The start of the calendar.
    package var head: String {
        let name = Self.escaped(record.title)
        return Self.lines([
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//annals//annals//EN", "NAME:\(name)",
            "X-WR-CALNAME:\(name)", "DESCRIPTION:\(Self.escaped(record.notes.joined(separator: " ")))",
        ])
    }

    /// The entry of an event; nothing for one that is not dated by the day.
    package mutating func text(of event: SharedEvent) -> String {
        losses.meet()
        let said = event.event
        let bounds = said.occurred.bounds
        guard bounds.beginEarliest.isFinite, bounds.beginEarliest == bounds.beginLatest else {
            losses.add(Self.imprecise)
            return ""
        }
        let hasEnd = bounds.endEarliest.isFinite && bounds.endEarliest == bounds.endLatest
        if !hasEnd { losses.add(Self.open) }
        let first = bounds.beginEarliest
        // The day after the last, which RFC 5545 wants; past the last year there is none.
        let end = hasEnd ? bounds.endEarliest : first.advanced(by: 1)
        var lines = [
            "BEGIN:VEVENT", "UID:\(event.id)", "DTSTAMP:\(event.recorded.basic)",
            "CREATED:\(event.created.basic)", "LAST-MODIFIED:\(event.recorded.basic)",
            "SEQUENCE:\(event.revision - 1)",
            "STATUS:\(event.isRetracted ? "CANCELLED" : "CONFIRMED")",
            "DTSTART;VALUE=DATE:\(first.basic)",
        ]
        if end.components?.year ?? 0 <= 9999 { lines.append("DTEND;VALUE=DATE:\(end.basic)") }
        lines += [
            "SUMMARY:\(Self.escaped(said.title))", "DESCRIPTION:\(Self.escaped(description(event)))",
        ]
        // An actor is no word of a calendar, but calendars can be searched by it.
        let words = (said.actors + said.recipients).map { Self.escaped(record.name($0)) }
        if !words.isEmpty { lines.append("CATEGORIES:\(words.joined(separator: ","))") }
        if let url = said.sources.lazy.compactMap({ WebAddress.of($0.url) }).first {
            lines.append("URL:\(url)")
        }
        return Self.lines(lines + ["TRANSP:TRANSPARENT", "END:VEVENT"])
    }

    /// The end of the calendar.
    package var foot: String { Self.lines(["END:VCALENDAR"]) }

    private func description(_ event: SharedEvent) -> String {
        let said = event.event
        let date = said.occurred.text
        let qualified = said.occurred.isUncertain || said.occurred.isApproximate
        return
            ([said.note, qualified ? "Dated \(date)" : nil, event.standing].compactMap(\.self)
            + said.sources.map { "Source: \($0.words)" }).joined(separator: "\n")
    }

    /// A text as a property holds it.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.withLineFeeds.revealingHidden(keeping: ["\n", "\r", "\t"]).unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n", "\r": escaped += "\\n"
            case "\t": escaped += "\t"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Lines of 75 bytes at most; a longer one goes on after a space, and no character is torn.
    private static func lines(_ lines: [String]) -> String {
        lines.map { line in
            var folded = ""
            var room = 75
            for scalar in line.unicodeScalars {
                let size = UTF8.width(scalar)
                if size > room {
                    folded += "\r\n "
                    room = 74
                }
                folded.unicodeScalars.append(scalar)
                room -= size
            }
            return folded + "\r\n"
        }.joined()
    }
}
