import Annals
import EventLog
import Postgres

/// Reads entries for an answer from the log alone, each checked against what seals it, and keeps which they were.
final class SealedReading {
    private let log: Log
    private let dated: Set<Position>
    /// The places of the entries read.
    private(set) var positions: Set<Position> = []
    /// Those of them that something is wrong with.
    private(set) var flawed: [SealedEntry] = []
    /// When some positions were recorded; nil where there is no entry.
    private(set) var recordedAt: [Position: Timestamp] = [:]

    /// - Parameter dated: positions of which is kept when they were recorded.
    init(_ log: Log, dated: Set<Position>) {
        self.log = log
        self.dated = dated
    }

    /// Hands out those that can be read, in the order of the log.
    func read(_ scope: Log.Scope, upTo last: Position, _ learn: (LoggedEntry) -> Void) throws {
        try log.sealedEntries(scope, upTo: last) { sealed in
            if positions.insert(sealed.position).inserted, sealed.flaw != nil { flawed.append(sealed) }
            if dated.contains(sealed.position) { recordedAt[sealed.position] = sealed.recordedAt }
            if let logged = sealed.logged { learn(logged) }
        }
    }
}
