import Annals
import EventLog
import Formats
import Postgres
import Projections

extension SharedEvent {
    /// An event of the log; nil for an entry of something else.
    init?(_ latest: LatestEvent) {
        self.init(
            latest.logged.entry,
            at: latest.logged,
            revision: latest.revision,
            createdAt: latest.createdAt,
            isRetracted: latest.isRetracted
        )
    }

    /// The event of some entries, its first to its last; nil when it is none.
    init?(_ history: [LoggedEntry]) {
        guard let last = history.last, let saying = history.last(where: { $0.entry.content?.event != nil }),
            let created = history.first?.recordedAt
        else { return nil }
        self.init(
            saying.entry,
            at: last,
            revision: last.entry.revision,
            createdAt: created,
            isRetracted: last.entry.content == nil
        )
    }

    /// What an entry says, with the place of another, the last of the event.
    private init?(
        _ entry: Entry,
        at last: LoggedEntry,
        revision: Int,
        createdAt: Timestamp,
        isRetracted: Bool
    ) {
        guard let event = entry.content?.event, let position = last.position, let recorded = last.recordedAt
        else { return nil }
        self.init(
            event,
            id: entry.event,
            involved: (event.actors + event.recipients).map(\.uuid),
            revision: revision,
            position: position,
            recorded: RecordedTime(recorded),
            created: RecordedTime(createdAt),
            isRetracted: isRetracted
        )
    }
}

extension RecordedTime {
    /// A moment of the database.
    init(_ time: Timestamp) { self.init(microsecondsSince2000: time.rawValue) }
}
