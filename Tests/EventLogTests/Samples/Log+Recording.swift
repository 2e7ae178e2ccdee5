import Annals
import EventLog

extension Log {
    /// Appends entries and sequences them, as every writer does.
    @discardableResult
    func record(_ entries: [PendingEntry], expecting: [StreamID: Version] = [:]) throws -> [Accepted] {
        let accepted = try append(entries, expecting: expecting)
        try sequence(until: accepted)
        return accepted
    }

    /// The titles of events in the order of the log; nil for entries that are none.
    func titles() throws -> [String?] {
        try entries(after: Position(rawValue: 0), upTo: try head().position, limit: 100_000)
            .map { $0.entry.content?.event?.title }
    }
}
