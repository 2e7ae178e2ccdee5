import Annals
import EventLog

@testable import Projections

/// The history of a stream folded from the log's entries, as the audit does: what pages of it are held against.
struct FoldedHistory {
    private let stream: StreamID
    private var entries: [LoggedEntry] = []

    init(_ stream: StreamID, _ log: Log) throws {
        self.stream = stream
        let scope: Log.Scope =
            stream.isRelationship
            ? .stream(stream, after: Position(rawValue: 0))
            : .everything(of: stream.actors[0], after: Position(rawValue: 0))
        var entries: [LoggedEntry] = []
        try log.sealedEntries(scope, upTo: Position(rawValue: .max)) { sealed in
            if let logged = sealed.logged { entries.append(logged) }
        }
        self.entries = entries
    }

    /// The events that may have begun on one of some days, as known at a position.
    func events(known: Position, begun days: ClosedRange<Day> = .distantPast ... .distantFuture)
        -> [LoggedEntry]
    {
        var latest: [EventID: LoggedEntry] = [:]
        for logged in entries where logged.position.map({ $0 <= known }) ?? false {
            latest[logged.entry.event] = logged
        }
        return History.events(of: stream, among: Array(latest.values), rulebook: .one).filter { logged in
            HistoryPlace(logged).map { $0.begin.overlaps(days) } ?? false
        }
    }
}
