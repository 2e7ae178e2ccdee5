import Annals
import EventLog

/// What a reading command was asked: everything that decides its answer.
struct Question {
    /// The commands that answer from the record.
    enum Verb: String, CaseIterable {
        case show, history, log
        case actorShow = "actor show"
        case actorList = "actor list"

        /// Whether it asks how things stood on a day, beside what was known by then.
        var takesDay: Bool { self == .show || self == .history }
    }

    let verb: Verb
    let actors: [AskedActor]
    let clocks: Clocks
    /// Of a log, the position after which it begins.
    var since: Position?
    /// Of a log, how many entries it gives, the last ones.
    var limit: Int?

    /// Whether a history has an event: one that may have begun by then; left at today, it has all, also what is
    /// yet to come.
    func includes(_ logged: LoggedEntry) -> Bool {
        clocks.isToday
            || (logged.entry.content?.event?.occurred.bounds.beginEarliest ?? .distantPast) <= clocks.at
    }

    /// The position after which a log begins, of all entries or of those touching a stream.
    func start(in log: Log, of stream: StreamID?) throws -> Position {
        let since = since ?? Position(rawValue: 0)
        guard let limit else { return since }
        let last = try log.position(
            beforeLast: limit,
            touching: stream.map { [$0] },
            upTo: clocks.known
        )
        return max(since, last)
    }
}

extension Session {
    /// Reads a question against the log: whom the names mean now, and what both clocks say.
    func question(_ verb: Question.Verb, about names: [String], _ clocks: ClockOptions) throws -> Question {
        Question(
            verb: verb,
            actors: names.isEmpty ? [] : try asked(names),
            clocks: try clocks.read(log)
        )
    }
}
