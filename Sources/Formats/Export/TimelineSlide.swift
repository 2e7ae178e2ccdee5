import Annals

/// An event as TimelineJS shows it, in JSON and in a sheet alike; its texts are HTML.
struct TimelineSlide {
    let id: String
    let place: CalendarPlace
    /// The date in words; nil where the place says it all.
    let date: String?
    let group: String?
    let headline: String
    let text: String
    /// Where its source can be read.
    let url: String?
    let credit: String?

    private static let dateless = Losses.Kind("without any day", "TimelineJS cannot show them")
    private static let imprecise = Losses.Kind(
        "dated by a month, a year or longer",
        "TimelineJS puts them where that begins, with the date as written beside"
    )
    private static let open = Losses.Kind(
        "open at an end",
        "TimelineJS puts them at the end that is known, with the date as written beside"
    )

    /// The slide of an event; nil for one that has no day to be put at.
    init?(_ event: SharedEvent, _ record: SharedRecord, _ losses: inout Losses) {
        guard let place = CalendarPlace(event.event.occurred) else {
            losses.add(Self.dateless)
            return nil
        }
        let said = event.event
        if place.isOpen {
            losses.add(Self.open)
        } else if !place.isByDay {
            losses.add(Self.imprecise)
        }
        self.place = place
        id = event.id.description
        date =
            place.isByDay && !said.occurred.isUncertain && !said.occurred.isApproximate
            ? nil : DateWords.of(said.occurred)
        group = said.effects?.first?.facet.rawValue
        headline = XMLText.escaped(said.title)
        let who = (said.actors + said.recipients).map { record.name($0) }.joined(separator: ", ")
        let paragraphs =
            [said.note, who, event.standing].compactMap(\.self) + said.sources.map { "Source: \($0.words)" }
        text = paragraphs.map { "<p>\(XMLText.escaped($0))</p>" }.joined()
        let readable = said.sources.first { WebAddress.of($0.url) != nil }
        url = WebAddress.of(readable?.url)
        credit = readable.map { XMLText.escaped($0.publisher ?? $0.title) }
    }
}
