import Annals
import EventLog
import Formats
import Postgres
import Projections

extension Export {
    /// Writes the events, in the order of the world, as they are read.
    ///
    /// - Returns: whether there were none.
    func write<Format: EventFormat>(_: Format.Type, to output: OutputFile) throws -> Bool {
        var file = Format(record)
        var isEmpty = true
        try output.write(file.head)
        try forEachEvent(withRetracted: Format.showsRetracted) { event in
            isEmpty = false
            try output.write(file.text(of: event))
        }
        try output.write(file.foot)
        tell(file.losses, of: "events")
        return isEmpty
    }

    /// Hands out the events asked for, in the order of the world.
    func forEachEvent(withRetracted: Bool = false, _ body: (SharedEvent) throws -> Void) throws {
        try History(log).forEachEvent(
            of: stream,
            known: clocks.known,
            begun: window.days,
            withRetracted: withRetracted
        ) { latest in if let event = SharedEvent(latest) { try body(event) } }
    }
}

extension SharedEvent {
    /// An event of the log; nil for an entry of something else.
    fileprivate init?(_ latest: LatestEvent) {
        guard let event = latest.logged.entry.content?.event, let position = latest.logged.position,
            let recorded = latest.logged.recordedAt
        else { return nil }
        self.init(
            event,
            id: latest.logged.entry.event,
            revision: latest.revision,
            position: position,
            recorded: RecordedTime(recorded),
            created: RecordedTime(latest.createdAt),
            isRetracted: latest.isRetracted
        )
    }
}

extension RecordedTime {
    /// A moment of the database.
    init(_ time: Timestamp) { self.init(microsecondsSince2000: time.rawValue) }
}
