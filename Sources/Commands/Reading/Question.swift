import Annals
import EventLog

/// What a reading command was asked: everything that decides its answer.
struct Question {
    /// The commands that answer from the record.
    enum Verb: String, CaseIterable {
        case show, history, log, diff, why, network
        case actorShow = "actor show"
        case actorList = "actor list"

        /// All of them, as a sentence names them.
        static let named = "show, history, diff, why, network, log and actor"

        /// Whether it asks how things stood on a day, beside what was known by then.
        var takesDay: Bool {
            switch self {
            case .show, .history, .diff, .why, .network: true
            case .log, .actorShow, .actorList: false
            }
        }
        /// Whether it can be asked about one facet alone.
        var takesFacet: Bool { self == .diff || self == .why || self == .network }
    }

    let verb: Verb
    let actors: [AskedActor]
    let clocks: Clocks
    /// Of a log, the position after which it begins.
    var since: Position?
    /// What was written as `--since`.
    var askedSince: String?
    /// Of a log, how many entries it gives, the last ones.
    var limit: Int?
    /// Of a log, who appended the entries it gives; nil for anybody.
    var author: String?
    /// Of a log, what the entries it gives do; empty for anything.
    var kinds: [Entry.Kind] = []
    /// Of one actor's log, whether it has what concerns the actor alone, as those had whose receipts name no filter.
    var isOfOwnStream = false

    /// Of a history, which days and how many events.
    var window = Window.everything

    /// The facet it is about; nil for all.
    var facet: Facet?
    /// Of a comparison, the clocks it starts from.
    var before: Clocks?
    /// Of a comparison of what was known of every day, the relationships too busy for that, and from which day to
    /// which those are evenly spread that were looked at instead; nil while that is not decided.
    var spread: [StreamID: ClosedRange<Day>]?

    /// The relationships that were looked at on evenly spread days, and from which day to which, a line each.
    var spreadLines: [String] {
        (spread ?? [:]).sorted { $0.key < $1.key }.map { stream, days in
            "\(stream) on days spread evenly from \(days.spoken)"
        }
    }

    /// Those of a whole history that were asked for.
    func selected(_ history: [LoggedEntry]) -> [LoggedEntry] {
        let days = window.days
        let within = history.filter { logged in
            guard let bounds = logged.entry.content?.event?.occurred.bounds else { return false }
            return bounds.beginEarliest <= days.upperBound && bounds.beginLatest >= days.lowerBound
        }
        return Array(within.suffix(window.limit ?? .max))
    }

    /// Which entries a log gives, of those after its start.
    func filter() throws(Failure) -> EntryFilter {
        isOfOwnStream && actors.count == 1
            ? EntryFilter(.stream(try actors.stream()), by: author, kinds: Set(kinds))
            : try EntryFilter(about: actors, by: author, kinds: kinds)
    }

    /// The position after which a log begins.
    func start(in log: Log) throws -> Position {
        let since = since ?? Position(rawValue: 0)
        guard let limit else { return since }
        return max(since, try log.position(beforeLast: limit, of: filter(), upTo: clocks.known))
    }
}

extension Session {
    /// Reads a question against the log: whom the names mean now, and what both clocks say.
    func question(_ verb: Question.Verb, about names: [String], _ clocks: ClockOptions) throws -> Question {
        Question(
            verb: verb,
            actors: names.isEmpty ? [] : try asked(names),
            clocks: try clocks.read(self)
        )
    }
}
