import Annals
import EventLog
import Formats
import Postgres

/// Events as rows.
enum EventRows {
    static let columns = [
        "occurred", "earliest", "latest", "position", "event", "type", "mode", "actors", "recipients",
        "title",
        "modality", "grade", "source", "publisher", "url", "published", "locator", "recorded_at",
    ]

    static func row(_ logged: LoggedEntry) -> [Cell] {
        guard let event = logged.entry.content?.event else { return [] }
        let bounds = event.occurred.bounds
        let source = event.sources.first
        return [
            .text(event.occurred.text), .text(bounds.beginEarliest.written),
            .text(bounds.beginLatest.written),
            .number(logged.position.map { Int($0.rawValue) }), .text(logged.entry.event.description),
            .text(event.type?.rawValue), .text(event.mode),
            .text(event.actors.map(\.slug).joined(separator: "; ")),
            .text(event.recipients.map(\.slug).joined(separator: "; ")), .text(event.title),
            .text(event.modality.rawValue), .text(event.grade.code), .text(source?.title),
            .text(source?.publisher), .text(source?.url), .text(source?.published), .text(source?.locator),
            .text(logged.recordedAt?.description),
        ]
    }
}

extension Day {
    /// The day; nil for an infinity.
    var written: String? { isFinite ? description : nil }
}
