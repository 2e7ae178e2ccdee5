import Annals
import EventLog
import Postgres

extension Question {
    /// Reads what was asked, and what the actors were called.
    static func read(
        _ receipt: Fields,
        _ log: Fields
    ) throws(Problem) -> (Question, names: [ActorID: String]) {
        let fields = try receipt.fields(
            "question",
            ["verb", "actors", "at", "known", "since", "limit"],
            optional: ["filter", "window", "before", "facet", "spread"]
        )
        let verb = try fields.text("verb", "a command that gives receipts") { Verb(rawValue: $0) }
        var actors: [AskedActor] = []
        var names: [ActorID: String] = [:]
        for (value, path) in try fields.list("actors") {
            let actor = try Fields(value, at: path, ["asked", "actor", "name"])
            let id = try actor.text("actor", "an actor") { ActorID($0) }
            actors.append(AskedActor(asked: try actor.text("asked", "a name") { $0 }, actor: id))
            names[id] = try actor.optional("name", "a name") { $0 }
        }
        guard verb.actors.contains(actors.count),
            verb == .network || Set(actors.map(\.actor)).count == actors.count
        else {
            throw Problem(
                "receipt",
                "question.actors are not what \(verb.rawValue) asks about",
                field: "question.actors",
                help: "audit the receipt as it was given; a copy of it may be intact"
            )
        }
        var question = Question(
            verb: verb,
            actors: actors,
            clocks: try clocks(verb, fields, endingAt: head(log)),
            since: try fields.optional("since", "a position") { Position($0) },
            limit: fields.isNull("limit") ? nil : try fields.number("limit")
        )
        if fields.has("filter") {
            let filter = try fields.fields("filter", ["since", "by", "kinds"])
            question.askedSince = try filter.optional("since", "a date, a time or a position") { $0 }
            question.author = try filter.optional("by", "a name") { $0 }
            question.kinds = try filter.texts("kinds", "a kind of entry") { Entry.Kind(rawValue: $0) }
        } else {
            question.isOfOwnStream = verb == .log
        }
        if verb == .history {
            question.window =
                fields.has("window")
                ? try Window(fields.fields("window", ["first", "last", "limit"]))
                : Window(last: question.clocks.isToday ? nil : question.clocks.at)
        }
        if verb.takesFacet {
            question.facet = try fields.optional("facet", "a facet") { Facet(rawValue: $0) }
        }
        if verb == .diff {
            question.before = try clocks(
                verb,
                fields.fields("before", ["at", "known"]),
                endingAt: question.clocks.head
            )
            guard question.range.isForwards else {
                throw Problem(
                    "receipt",
                    "question.before is not where a comparison can start",
                    field: "question.before"
                )
            }
            question.spread = try fields.has("spread") ? spread(fields) : [:]
        }
        return (question, names)
    }

    private static func spread(_ fields: Fields) throws(Problem) -> [StreamID: ClosedRange<Day>] {
        var spread: [StreamID: ClosedRange<Day>] = [:]
        for (value, path) in try fields.list("spread") {
            let entry = try Fields(value, at: path, ["stream", "first", "last"])
            let (first, last) = (
                try entry.text("first", "a day") { Day($0) }, try entry.text("last", "a day") { Day($0) }
            )
            guard first <= last else { throw Problem("receipt", "\(path) runs backwards", field: path) }
            spread[try entry.text("stream", "a stream") { StreamID($0) }] = first...last
        }
        return spread
    }

    private static func head(_ log: Fields) throws(Problem) -> LogHead {
        LogHead(
            position: Position(rawValue: Int64(try log.number("position"))),
            recordedAt: try log.optional("recorded_at", "a time") { Timestamp($0) },
            root: try log.text("root", "a hash") { [UInt8](hexadecimal: $0) },
            waiting: 0
        )
    }

    private static func clocks(_ verb: Verb, _ question: Fields, endingAt head: LogHead) throws(Problem)
        -> Clocks
    {
        let at = verb.takesDay ? try question.fields("at", ["asked", "day"]) : nil
        let known = try question.fields(
            "known",
            ["asked", "position", "recorded_at"],
            optional: ["settled"]
        )
        return Clocks(
            at: try at?.text("day", "a day") { Day($0) } ?? .distantFuture,
            askedAt: try at?.optional("asked", "a date") { $0 },
            known: Position(rawValue: Int64(try known.number("position"))),
            askedKnown: try known.optional("asked", "a date, a time or a position") { $0 },
            recordedAt: try known.optional("recorded_at", "a time") { Timestamp($0) },
            isSettled: known.has("settled") ? try known.flag("settled") : nil,
            doubt: nil,
            head: head
        )
    }
}

extension Window {
    fileprivate init(_ fields: Fields) throws(Problem) {
        first = try fields.optional("first", "a day") { Day($0) }
        last = try fields.optional("last", "a day") { Day($0) }
        limit = fields.isNull("limit") ? nil : try fields.number("limit")
        if let first, let last, first > last {
            throw Problem("receipt", "question.window runs backwards", field: "question.window")
        }
    }
}

extension Question.Verb {
    /// How many actors it asks about.
    fileprivate var actors: ClosedRange<Int> {
        switch self {
        case .show, .history, .why: 1...2
        case .log, .diff: 0...2
        case .network: 0...Int.max
        case .actorShow: 1...1
        case .actorList: 0...0
        }
    }
}

extension [UInt8] {
    /// The bytes that two hexadecimal digits each write; nil for anything else.
    fileprivate init?(hexadecimal text: String) {
        let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { index in
            UInt8((digits[index] ?? 0) << 4 | (digits[index + 1] ?? 0))
        }
    }
}
