import Annals
import EventLog
import Postgres

extension Receipt {
    /// Reads a receipt as a file holds it, and checks that nobody edited it by mistake.
    init(reading bytes: [UInt8]) throws(Problem) {
        let value = try JSONReader.read(bytes)
        try Self.checkVersion(value)
        let fields = try Fields(value, Self.keys)
        rulebook = try fields.number("rulebook")
        guard rulebook == Rulebook.one.version else {
            throw Problem(
                "receipt",
                "it rests on rulebook \(rulebook), which this annals does not have",
                help: "audit it with the annals that gave it"
            )
        }
        let log = try fields.fields("log", ["origin", "position", "recorded_at", "root"])
        origin = try log.text("origin", "a log") { $0 }
        (question, names) = try Question.read(fields, log)
        streams = try Self.streams(fields)
        answer = try fields.list("answer").map(\.value)
        let said = try fields.text("answer_sha256", "a hash") { $0 }
        guard said == answerDigest.hexadecimal else {
            throw Self.edited("the answer in it does not give the digest it names")
        }
        guard try fields.text("receipt_sha256", "a hash", { $0 }) == digest.hexadecimal else {
            throw Self.edited("what it says does not give the digest it names")
        }
    }

    private static func checkVersion(_ value: JSONValue) throws(Problem) {
        guard case .object(let members) = value,
            case .number(let version)? = members.first(where: { $0.key == "annals_receipt" })?.value
        else {
            throw Problem(
                "receipt",
                "it is not a receipt",
                help: "a receipt is what --receipt FILE writes, beside show, history, log and actor"
            )
        }
        guard version == Self.version else {
            throw Problem(
                "receipt",
                "it is of format \(version), and this annals reads format \(Self.version)",
                help: "audit it with the annals that gave it, or a newer one"
            )
        }
    }

    private static func edited(_ what: String) -> Problem {
        Problem(
            "receipt",
            "it was edited: \(what)",
            help: "audit the receipt as it was given; a copy of it may be intact"
        )
    }

    private static func streams(_ fields: Fields) throws(Problem) -> [StreamID: Version] {
        var streams: [StreamID: Version] = [:]
        for (value, path) in try fields.list("streams") {
            let entry = try Fields(value, at: path, ["stream", "version"])
            let stream = try entry.text("stream", "a stream") { StreamID($0) }
            streams[stream] = Version(rawValue: Int64(try entry.number("version")))
        }
        return streams
    }
}

extension Question {
    fileprivate static func read(
        _ receipt: Fields,
        _ log: Fields
    ) throws(Problem) -> (Question, names: [ActorID: String]) {
        let fields = try receipt.fields("question", ["verb", "actors", "at", "known", "since", "limit"])
        let verb = try fields.text("verb", "a command that gives receipts") { Verb(rawValue: $0) }
        var actors: [AskedActor] = []
        var names: [ActorID: String] = [:]
        for (value, path) in try fields.list("actors") {
            let actor = try Fields(value, at: path, ["asked", "actor", "name"])
            let id = try actor.text("actor", "an actor") { ActorID($0) }
            actors.append(AskedActor(asked: try actor.text("asked", "a name") { $0 }, actor: id))
            names[id] = try actor.optional("name", "a name") { $0 }
        }
        guard verb.actors.contains(actors.count), Set(actors.map(\.actor)).count == actors.count else {
            throw Problem(
                "receipt",
                "question.actors are not what \(verb.rawValue) asks about",
                field: "question.actors",
                help: "audit the receipt as it was given; a copy of it may be intact"
            )
        }
        return (
            Question(
                verb: verb,
                actors: actors,
                clocks: try clocks(verb, fields, log),
                since: try fields.optional("since", "a position") { Position($0) },
                limit: fields.isNull("limit") ? nil : try fields.number("limit")
            ),
            names
        )
    }

    private static func clocks(_ verb: Verb, _ question: Fields, _ log: Fields) throws(Problem) -> Clocks {
        let at = verb.takesDay ? try question.fields("at", ["asked", "day"]) : nil
        let known = try question.fields("known", ["asked", "position", "recorded_at"])
        let head = LogHead(
            position: Position(rawValue: Int64(try log.number("position"))),
            recordedAt: try log.optional("recorded_at", "a time") { Timestamp($0) },
            root: try log.text("root", "a hash") { [UInt8](hexadecimal: $0) },
            waiting: 0
        )
        return Clocks(
            at: try at?.text("day", "a day") { Day($0) } ?? .distantFuture,
            askedAt: try at?.optional("asked", "a date") { $0 },
            known: Position(rawValue: Int64(try known.number("position"))),
            askedKnown: try known.optional("asked", "a date, a time or a position") { $0 },
            recordedAt: try known.optional("recorded_at", "a time") { Timestamp($0) },
            head: head
        )
    }
}

extension Question.Verb {
    /// How many actors it asks about.
    fileprivate var actors: ClosedRange<Int> {
        switch self {
        case .show, .history: 1...2
        case .log: 0...2
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
