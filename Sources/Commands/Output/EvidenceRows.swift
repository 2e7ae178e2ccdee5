import Annals
import EventLog
import Formats
import Projections

/// What facets rest on as rows, one for each source of each event.
enum EvidenceRows {
    static let columns =
        ["relationship"] + StateRows.laneColumns
        + [
            "part", "rule", "value", "level", "begin", "end", "position", "event", "occurred", "title",
            "grade",
            "source", "publisher", "url", "published", "locator",
        ]

    static func rows(_ evidence: Evidence) -> [[Cell]] {
        var exhibits: [(part: String, rule: String?, exhibit: Exhibit)] = []
        if let winner = evidence.winner { exhibits.append(("decides", nil, winner)) }
        exhibits += evidence.alternatives.map { ("alternative", nil, $0) }
        exhibits += evidence.setAside.map { ("set aside", $1.spoken, $0) }
        return exhibits.flatMap { part, rule, exhibit -> [[Cell]] in
            guard let event = exhibit.logged.entry.content?.event else { return [] }
            let effect = exhibit.known.effect
            let lead: [Cell] =
                [.text(evidence.lane.stream.name)] + StateRows.cells(evidence.lane)
                + [
                    .text(part), .text(rule), .text(effect.value.name), .number(effect.value.level),
                    .text(effect.begin), .text(effect.end), .number(Int(exhibit.known.position.rawValue)),
                    .text(exhibit.known.event.description), .text(event.occurred.text), .text(event.title),
                    .text(event.grade.code),
                ]
            let sources: [Source?] = event.sources.isEmpty ? [nil] : event.sources
            return sources.map { source in
                lead + [
                    .text(source?.title), .text(source?.publisher), .text(source?.url),
                    .text(source?.published),
                    .text(source?.locator),
                ]
            }
        }
    }
}
