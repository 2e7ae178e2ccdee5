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
    /// The entries it was answered from.
    let reading: SealedReading
    /// Of relationships compared on days spread evenly, from which day to which they have to be.
    private(set) var windows: [StreamID: ClosedRange<Day>] = [:]

    private let log: Log
    private let clocks: Clocks

    /// Answers a question.
    init(_ question: Question, from log: Log) throws {
        self.log = log
        clocks = question.clocks
        let dated = [clocks.known, clocks.head.position, question.range.before.known]
        reading = SealedReading(log, dated: Set(dated))
        try reading.read(.positions(dated), upTo: clocks.head.position) { _ in }
        try readNames(of: question.actors)
        switch question.verb {
        case .show: lines = [try state(of: question.actors.stream()).json(clocks)]
        case .history: lines = try history(question).map(\.json)
        case .log: lines = try entries(question).map(\.json)
        case .diff: lines = [try comparison(question)]
        case .why:
            let stream = try question.actors.stream()
            lines = [try EvidenceJSON.json(question.evidence(on: record(question)), of: stream, clocks)]
        case .network:
            let ties = try question.ties(on: record(question))
            lines = [NetworkJSON.json(ties, of: question.subjects, question.facet, clocks)]
        case .actorShow: lines = try profiles(of: question.actors[0].actor).map(\.json)
        case .actorList: lines = try profiles(of: nil).map(\.json)
        }
    }

    /// What the log says of all that a question is about.
    private func record(_ question: Question) throws -> LogRecord {
        let start = Position(rawValue: 0)
        let subjects = question.subjects ?? []
        let scope: Log.Scope =
            switch (question.verb, subjects.count) {
            case (_, 0): .all(after: start)
            case (.diff, 1), (.network, 1): .everything(of: subjects[0], after: start)
            case (.network, _): .among(subjects)
            default: .stream(try question.actors.stream(), after: start)
            }
        let reading = reading
        return try LogRecord(of: scope, upTo: clocks.known, rulebook: log.rulebook) { scope, last, learn in
            try reading.read(scope, upTo: last, learn)
        }
    }

    private mutating func comparison(_ question: Question) throws -> JSONValue {
        let record = try record(question)
        let (diff, range) = (Diff(on: record), question.range)
        for stream in (question.spread ?? [:]).keys {
            windows[stream] = try diff.window(
                of: stream,
                [range.before.known, clocks.known],
                upTo: clocks.at
            )
        }
        return DiffReport(question, try question.changes(on: record)).json
    }

    private func state(of stream: StreamID) throws -> RelationshipState {
        var record = StreamRecord(stream, rulebook: log.rulebook)
        try reading.read(.stream(stream, after: Position(rawValue: 0)), upTo: clocks.known) {
            record.learn($0)
        }
        return record.state(asOf: clocks.asOf, recordedAt: reading.recordedAt[clocks.known])
    }

    private func history(_ question: Question) throws -> [LoggedEntry] {
        let stream = try question.actors.stream()
        var latest: [EventID: LoggedEntry] = [:]
        let scope: Log.Scope =
            stream.isRelationship
            ? .stream(stream, after: Position(rawValue: 0))
            : .everything(of: stream.actors[0], after: Position(rawValue: 0))
        try reading.read(scope, upTo: clocks.known) { latest[$0.entry.event] = $0 }
        return question.selected(
            History.events(of: stream, among: Array(latest.values), rulebook: log.rulebook)
        )
    }

    private func entries(_ question: Question) throws -> [LoggedEntry] {
        let filter = try question.filter()
        let start = try question.start(in: log)
        let scope: Log.Scope =
            switch filter.subject {
            case .anything: .all(after: start)
            case .stream(let stream): .stream(stream, after: start)
            case .everything(let actor): .everything(of: actor, after: start)
            }
        var entries: [LoggedEntry] = []
        try reading.read(scope, upTo: clocks.known) { if filter.includes($0) { entries.append($0) } }
        return entries
    }

    private func profiles(of actor: ActorID?) throws -> [ActorProfile] {
        var record = NameRecord()
        try reading.read(.names(of: actor), upTo: clocks.known) { record.learn($0) }
        return record.profiles
    }

    /// What actors were called at the position asked for, and whether they were found when the answer was given.
    private mutating func readNames(of actors: [AskedActor]) throws {
        for asked in actors {
            var record = NameRecord()
            try reading.read(.names(of: asked.actor), upTo: clocks.known) { record.learn($0) }
            names[asked.actor] = record.name(of: asked.actor)
            try reading.read(.names(of: asked.actor), upTo: clocks.head.position) { record.learn($0) }
            if !record.finds(asked.actor, asked.asked) { unfound.append(asked) }
        }
    }
}
