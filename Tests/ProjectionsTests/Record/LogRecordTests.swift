import Annals
import EventLog
import Support
import Testing

@testable import Projections

/// What changed, what it rests on and who stood how with whom, answered from the log's entries alone.
@Suite struct `Answers from the entries of the log alone` {
    @Test(arguments: [41, 42] as [UInt64])
    func `are those the projections gave then, and give still, whatever was recorded since`(
        _ seed: UInt64
    ) throws {
        // So many entries of each that lanes have more effects than are told of.
        let record = try RandomRecord(seed: seed, relationships: 2, entriesEach: 60)
        let log = try TestDatabase().openLog()
        let entries = record.chronicle.entries
        var given: [(known: Position, answers: [Answered])] = []
        for part in stride(from: 0, to: entries.count, by: 40) {
            let end = min(part + 40, entries.count)
            try log.write(entries[part..<end])
            let known = Position(rawValue: Int64(end))
            given.append((known, try Answered.all(on: Answers(log), record.streams, known)))
        }
        #expect(given.contains { $0.answers.contains { $0.evidence.contains(where: \.isCut) } })
        for (known, answers) in given {
            let folded = try LogRecord(of: .all(after: Position(rawValue: 0)), upTo: known, log)
            let later = try Answered.all(on: Answers(log), record.streams, known)
            let again = try Answered.all(on: folded, record.streams, known)
            for (index, then) in answers.enumerated() {
                #expect(later[index] == then, "seed \(seed), \(known), from the projections later")
                #expect(again[index] == then, "seed \(seed), \(known), from the log alone")
            }
        }
    }

    @Test func `are the same from the entries of a stream, of an actor and of some actors`() throws {
        let record = try RandomRecord(seed: 43, relationships: 4, entriesEach: 10)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let known = record.chronicle.head
        let start = Position(rawValue: 0)
        let all = try LogRecord(of: .all(after: start), upTo: known, log)
        let asOf = AsOf(at: try .written("2020-01-04"), known: known)
        for stream in record.streams {
            let alone = try LogRecord(of: .stream(stream, after: start), upTo: known, log)
            let evidence = try alone.evidence(of: stream, asOf: asOf).map(Rested.init)
            #expect(try evidence == all.evidence(of: stream, asOf: asOf).map(Rested.init))
            let actor = [stream.actors[0]]
            let whole = try LogRecord(of: .everything(of: actor[0], after: start), upTo: known, log)
            let ties = try Tied.all(whole, asOf, actor)
            #expect(try ties == Tied.all(all, asOf, actor))
            #expect(try ties == Tied.all(Answers(log), asOf, actor))
        }
        let some = Array(record.streams.filter(\.isRelationship).prefix(2).flatMap(\.actors))
        let ties = try Tied.all(LogRecord(of: .among(some), upTo: known, log), asOf, some)
        #expect(!ties.isEmpty)
        #expect(try ties == Tied.all(Answers(log), asOf, some))
    }
}

/// What was answered to one question.
private struct Answered: Hashable {
    var evidence: [Rested] = []
    var changes: [Caused] = []
    var ties: [Tied] = []
    var touched: [StreamID] = []

    /// Everything that is asked of a ground.
    static func all(on ground: some Ground, _ streams: [StreamID], _ known: Position) throws -> [Answered] {
        let days = try ["2019-07-04", "2020-01-04", "2021-01-01"].map { try Day.written($0) }
        let before = Position(rawValue: max(0, known.rawValue - 25))
        let diff = Diff(on: ground)
        var answers: [Answered] = []
        func knowledge(_ diff: Diff, of stream: StreamID, on day: Day?) throws {
            let changes = try diff.knowledge(of: stream, from: before, to: known, on: day, upTo: days[2])
            answers.append(Answered(changes: changes.map(Caused.init)))
        }
        for stream in streams {
            for day in days {
                let evidence = try ground.evidence(of: stream, asOf: AsOf(at: day, known: known))
                answers.append(Answered(evidence: evidence.map(Rested.init)))
            }
            let changes = try diff.world(of: stream, from: days[0], to: days[1], known: known)
            answers.append(Answered(changes: changes.map(Caused.init)))
            try knowledge(diff, of: stream, on: days[1])
            try knowledge(diff, of: stream, on: nil)
            try knowledge(Diff(on: ground, spread: [stream: days[0]...days[2]]), of: stream, on: nil)
        }
        for actors in [nil, [streams[0].actors[0]], streams[0].actors] {
            var answer = Answered()
            try diff.world(of: actors, from: days[0], to: days[1], known: known) { changes in
                answer.changes += changes.map(Caused.init)
            }
            answer.touched = try ground.touched(from: before, to: known, of: actors)
            answer.ties = try Tied.all(ground, AsOf(at: days[1], known: known), actors)
            answers.append(answer)
        }
        return answers
    }
}

/// What is told of a lane's evidence.
private struct Rested: Hashable {
    struct Exhibited: Hashable {
        let known: KnownEffect
        let entry: Position?
        let earlier: [Position?]
        let rule: SetAside?

        init(_ exhibit: Exhibit, _ rule: SetAside? = nil) {
            known = exhibit.known
            entry = exhibit.logged.position
            earlier = exhibit.earlier.map(\.position)
            self.rule = rule
        }
    }

    let state: LaneState?
    let deciding: [Exhibited]
    let setAside: [Exhibited]
    let isCut: Bool

    init(_ evidence: Evidence) {
        state = evidence.state
        deciding = ([evidence.winner].compactMap { $0 } + evidence.alternatives).map { Exhibited($0) }
        setAside = evidence.setAside.map { Exhibited($0.exhibit, $0.rule) }
        isCut = evidence.isCut
    }
}

/// What is told of a change: not the day on which it was found, which depends on the days looked at.
private struct Caused: Hashable {
    let lane: LaneID
    let before: LaneState?
    let after: LaneState?
    let days: ClosedRange<Day>?
    let cause: String

    init(_ caused: CausedChange) {
        lane = caused.change.lane
        before = caused.change.before
        after = caused.change.after
        days = caused.days
        cause =
            switch caused.cause {
            case .entry(let logged, let replaced): "entry \([logged.position, replaced])"
            case .replaced(let position, let logged): "replaced \([position, logged.position])"
            case .ended(let value): "ended \(value)"
            case .lapsed(let value, let days): "lapsed \(value) \(days)"
            case .dated(let value): "dated \([value])"
            }
    }
}

/// What is told of two actors.
private struct Tied: Hashable {
    let stream: StreamID
    let worst: LaneState
    let mayBeWorse: Bool
    let lanes: Int

    static func all(_ ground: some Ground, _ asOf: AsOf, _ actors: [ActorID]?) throws -> [Tied] {
        try ground.ties(asOf: asOf, of: actors, facet: nil).map { tie in
            Tied(
                stream: tie.stream,
                worst: tie.standing.worst,
                mayBeWorse: tie.standing.mayBeWorse,
                lanes: tie.standing.lanes
            )
        }
    }
}

extension LogRecord {
    fileprivate init(of scope: Log.Scope, upTo known: Position, _ log: Log) throws {
        try self.init(of: scope, upTo: known, rulebook: .one) { scope, last, learn in
            try log.sealedEntries(scope, upTo: last) { sealed in
                if let logged = sealed.logged { learn(logged) }
            }
        }
    }
}
