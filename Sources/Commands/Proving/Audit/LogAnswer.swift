import Annals
import EventLog
import Postgres
import Projections

/// A question answered from the log alone, by folding the entries it rests on, each checked against what seals it.
struct LogAnswer {
    /// The lines that `--json` prints.
    private(set) var lines: [JSONValue] = []
    /// What the actors asked for were called.
    private(set) var names: [ActorID: String] = [:]
    /// Of the actors asked for, those that the name given did not find when the answer was given.
    private(set) var unfound: [AskedActor] = []
    /// When the position asked for, and the one the log ended at, were recorded; nil where there is no entry.
    private(set) var recordedAt: [Position: Timestamp] = [:]
    /// The places of the entries it was answered from.
    private(set) var positions: Set<Position> = []
    /// Those of them that something is wrong with.
    private(set) var flawed: [SealedEntry] = []

    private let log: Log
    private let clocks: Clocks

    /// Answers a question.
    init(_ question: Question, from log: Log) throws {
        self.log = log
        clocks = question.clocks
        try read(.positions([clocks.known, clocks.head.position]), upTo: clocks.head.position) { _ in }
        try readNames(of: question.actors)
        switch question.verb {
        case .show: lines = [try state(of: question.actors.stream()).json]
        case .history: lines = try history(question).map(\.json)
        case .log: lines = try entries(question).map(\.json)
        case .actorShow: lines = try profiles(of: question.actors[0].actor).map(\.json)
        case .actorList: lines = try profiles(of: nil).map(\.json)
        }
    }

    private mutating func state(of stream: StreamID) throws -> RelationshipState {
        var record = StreamRecord(stream, rulebook: log.rulebook)
        try read(.stream(stream, after: Position(rawValue: 0))) { record.learn($0) }
        return record.state(asOf: clocks.asOf, recordedAt: recordedAt[clocks.known])
    }

    private mutating func history(_ question: Question) throws -> [LoggedEntry] {
        let stream = try question.actors.stream()
        var latest: [EventID: LoggedEntry] = [:]
        let scope: Log.Scope =
            stream.isRelationship
            ? .stream(stream, after: Position(rawValue: 0)) : .everything(of: stream.actors[0])
        try read(scope) { latest[$0.entry.event] = $0 }
        return History.events(of: stream, among: Array(latest.values), rulebook: log.rulebook)
            .filter(question.includes)
    }

    private mutating func entries(_ question: Question) throws -> [LoggedEntry] {
        let stream = question.actors.isEmpty ? nil : try question.actors.stream()
        let start = try question.start(in: log, of: stream)
        var entries: [LoggedEntry] = []
        try read(stream.map { .stream($0, after: start) } ?? .all(after: start)) { entries.append($0) }
        return entries
    }

    private mutating func profiles(of actor: ActorID?) throws -> [ActorProfile] {
        var record = NameRecord()
        try read(.names(of: actor)) { record.learn($0) }
        return record.profiles
    }

    /// What actors were called at the position asked for, and whether they were found when the answer was given.
    private mutating func readNames(of actors: [AskedActor]) throws {
        for asked in actors {
            var record = NameRecord()
            try read(.names(of: asked.actor), upTo: clocks.known) { record.learn($0) }
            names[asked.actor] = record.name(of: asked.actor)
            try read(.names(of: asked.actor), upTo: clocks.head.position) { record.learn($0) }
            if !record.finds(asked.actor, asked.asked) { unfound.append(asked) }
        }
    }

    private mutating func read(
        _ scope: Log.Scope,
        upTo last: Position? = nil,
        _ learn: (LoggedEntry) -> Void
    ) throws {
        try log.sealedEntries(scope, upTo: last ?? clocks.known) { sealed in
            if sealed.flaw != nil, !positions.contains(sealed.position) { flawed.append(sealed) }
            positions.insert(sealed.position)
            if [clocks.known, clocks.head.position].contains(sealed.position) {
                recordedAt[sealed.position] = sealed.recordedAt
            }
            if let logged = sealed.logged { learn(logged) }
        }
    }
}
