import Annals
import EventLog
import Postgres

/// The lines of a log on their way into the database, some thousands at a time.
struct RestoredLines {
    let log: Log
    /// The position of the last entry; nil before the first.
    private(set) var end: Position?
    /// How many entries the log did not have.
    private(set) var restored: Int64 = 0
    /// The checkpoint in the last line, once that was there.
    private(set) var note: String?
    /// Lines put.
    private var done = 0

    init(log: Log) {
        self.log = log
    }

    /// Puts the next lines.
    mutating func put(_ lines: [String]) throws {
        guard note == nil else { throw Restore.Refusal.line(done + 1, Self.afterEnd) }
        let answer = try send(lines)
        done += lines.count
        end = answer.head ?? end
        restored += Int64(answer.restored)
        note = answer.note
    }

    private static let afterEnd = "it comes after the last line of a log"

    private func send(_ lines: [String]) throws -> (head: Position?, restored: Int32, note: String?) {
        do {
            let answer = try log.connection.first(
                "select head, restored, note from annals.restore(\(lines)::text[]::jsonb[], \(end?.rawValue))"
            ) { row throws(PostgresError) in
                (
                    head: try row["head", as: Position?.self], restored: try row["restored", as: Int32.self],
                    note: try row["note", as: String?.self]
                )
            }
            return answer ?? (nil, 0, nil)
        } catch {
            guard case .server(let message) = error else { throw error }
            if message.state == "AN007", let line = message.detail.flatMap({ Int($0) }) {
                throw Restore.Refusal.line(done + line, message.message)
            }
            // A value of the wrong form, or one that is there twice.
            guard ["22", "23"].contains(message.state.rawValue.prefix(2)) else { throw error }
            throw Restore.Refusal.unreadable(done + 1...done + lines.count, message.message)
        }
    }
}
