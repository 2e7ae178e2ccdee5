import Annals
import EventLog
import Projections

/// An answer that can be asked again: the question, what it rests on, and the answer itself.
struct Receipt {
    /// The version of the format written and read here.
    static let version = 1

    /// What was asked, and by which clocks.
    let question: Question
    /// What the actors asked for were called, as known then; none for an actor without a name.
    let names: [ActorID: String]
    /// Which log it is of: `annals/` and the identity the database was given when it was set up.
    let origin: String
    /// The rulebook the answer was made with.
    let rulebook: Int
    /// The streams the answer rests on, each at the version known then; none when it rests on the whole log.
    let streams: [StreamID: Version]
    /// The lines that `--json` prints.
    let answer: [JSONValue]
}

extension Receipt {
    /// The receipt of an answer just given.
    init(_ question: Question, answer: [JSONValue], from log: Log) throws {
        self.question = question
        self.answer = answer
        let known = question.clocks.known
        names = try ActorDirectory(log).names(of: question.actors.map(\.actor), known: known)
        origin = try log.origin()
        rulebook = log.rulebook.version
        streams = try question.streams(in: log)
    }

    /// SHA-256 over the lines that `--json` prints, each with the line break after it.
    var answerDigest: Hash { Hash(of: answer.flatMap { Array($0.line.utf8) + [UInt8(ascii: "\n")] }) }
}

extension Question {
    /// Whether, of one actor, it is also about every relationship the actor is in.
    var isOfRelationships: Bool {
        switch verb {
        case .history, .diff, .network: true
        case .log: !isOfOwnStream
        case .show, .why, .actorShow, .actorList: false
        }
    }

    /// The streams an answer rests on, each at the version known then.
    func streams(in log: Log) throws -> [StreamID: Version] {
        guard let subjects else { return [:] }
        if verb == .network, subjects.count > 1 {
            return try log.versions(among: subjects, known: clocks.known)
        }
        return try log.versions(
            of: subjects.count == 1 ? StreamID(subjects[0]) : actors.stream(),
            withRelationships: isOfRelationships,
            known: clocks.known
        )
    }
}
