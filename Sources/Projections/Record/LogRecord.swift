package import Annals
package import EventLog
import Postgres

/// What some streams of the log say, folded from its entries alone: the ground on which answers are given again.
///
/// It holds what the entries do, and reads again those that an answer names.
package struct LogRecord {
    /// Reads entries up to a position, in the order of the log.
    package typealias Reading = (
        _ scope: Log.Scope,
        _ last: Position,
        _ learn: (LoggedEntry) -> Void
    ) throws -> Void

    package let rulebook: Rulebook
    let known: Position
    let read: Reading
    private(set) var streams: [StreamID: StreamRecord] = [:]
    /// Where the entries of an event stand, first to last.
    private(set) var places: [EventID: [Position]] = [:]
    /// Which events the entries are of.
    private(set) var events: [Position: EventID] = [:]

    /// Folds all entries of a scope up to a position; what is asked as known then or before it answers.
    package init(of scope: Log.Scope, upTo known: Position, rulebook: Rulebook, _ read: @escaping Reading)
        throws
    {
        self.rulebook = rulebook
        self.known = known
        self.read = read
        var (streams, places, events) = (streams, places, events)
        try read(scope, known) { logged in
            guard let position = logged.position else { return }
            places[logged.entry.event, default: []].append(position)
            events[position] = logged.entry.event
            let effects = Derivation.of(logged.entry.content, replacing: nil, rulebook: rulebook).effects
            for stream in logged.streams where scope.includes(stream) {
                streams[stream, default: StreamRecord(stream, rulebook: rulebook)].learn(logged, effects)
            }
        }
        (self.streams, self.places, self.events) = (streams, places, events)
    }
}
