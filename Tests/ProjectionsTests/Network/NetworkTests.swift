import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

/// The network is worked out for all streams at once, and the states it is held against one by one.
@Suite struct `The network on a day, as known at a position` {
    @Test(arguments: [20_010_911, 20_210_815, 0xA11A15, 7] as [UInt64])
    func `has the rows of the state of every stream, and no others`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 40, entriesEach: 7)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log, inBatchesOf: 97)
        let differing = try log.connection.query(
            """
            with asked as (
                select day, known from unnest(\(record.days)) as day, unnest(\(record.positions(6, seed))) as known
            ), network as (
                select a.day, a.known, n.* from asked a, lateral annals.network_at(a.day, a.known) n
            ), states as (
                select a.day, a.known, s.id, x.facet, x.key, x.from_actor, x.to_actor, x.claimant, x.value, x.level,
                       x.certainty, x.modality, x.since_edtf, x.since_earliest, x.since_latest, x.until_edtf,
                       x.until_earliest, x.until_latest, x.grade, x.position, x.event_id, x.alternatives
                  from asked a, annals.stream s, lateral annals.state_at(s.id, a.day, a.known) x
            )
            select 'only the network: ' || d::text as line, (select count(*) from network) as rows
              from (table network except all table states) d
            union all
            select 'only the states: ' || d::text, 0 from (table states except all table network) d
            union all
            select '', count(*) from network
            """
        ) { row throws(PostgresError) in
            (line: try row["line", as: String.self], rows: try row["rows", as: Int64.self])
        }
        let lines = differing.map(\.line).filter { !$0.isEmpty }
        #expect(lines.isEmpty, "seed \(seed), \(lines.count) differ, the first: \(lines.prefix(3))")
        #expect(differing.contains { $0.rows > 1000 })
    }

    @Test(arguments: [21, 22] as [UInt64])
    func `is handed out in the order of names, each as its state tells it but for the title`(_ seed: UInt64)
        throws
    {
        let record = try RandomRecord(seed: seed, relationships: 30, entriesEach: 7)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let answers = Answers(log)
        for (day, known) in zip(RandomRecord.days, record.positions(RandomRecord.days.count, seed)) {
            let asOf = AsOf(at: day, known: Position(rawValue: known))
            var network: [(stream: StreamID, lanes: [LaneState])] = []
            try answers.network(asOf: asOf) { network.append(($0, $1)) }
            let states = try Set(record.chronicle.entries.flatMap { $0.streams(.one) }).sorted().map {
                stream in
                (stream: stream, lanes: try answers.state(of: stream, asOf: asOf).lanes)
            }
            let expected = states.filter { !$0.lanes.isEmpty }
            let isTheSame = network.map(\.stream) == expected.map(\.stream)
            #expect(isTheSame, "seed \(seed), \(asOf)")
            for (one, other) in zip(network, expected) where isTheSame {
                let (told, state) = (one.lanes.map(Told.init), other.lanes.map { Told($0).untitled })
                #expect(told == state, "seed \(seed), \(one.stream) \(asOf)")
                let stale = [one, other].map { $0.lanes.map(\.isStale) }
                #expect(stale[0] == stale[1], "seed \(seed), \(one.stream) \(asOf)")
            }
        }
    }

    @Test func `of an actor is what it is in, and of several what is among them`() throws {
        var chronicle = Chronicle()
        for (one, other) in [("a", "b"), ("a", "c"), ("b", "c"), ("b", "d")] {
            let effects: [EffectDraft] = [
                .effect(.hostility, "force"), .effect(.recognition, "de-jure", from: one, to: other),
            ]
            try chronicle.record(.event(on: "2020-01-01", [one], [other], effects: effects))
        }
        try chronicle.record(
            .event(on: "2020-01-01", ["b"], effects: [.effect(.polityStatus, "insurgent", from: "b")])
        )
        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        func streams(of actors: [String]?, _ facet: Facet? = nil) throws -> [String] {
            var found: [String] = []
            let asOf = AsOf(at: try .written("2020-01-02"), known: chronicle.head)
            try Answers(log).network(asOf: asOf, of: actors?.compactMap { ActorID($0) }, facet: facet) {
                found.append("\($0) \($1.count)")
            }
            return found
        }
        #expect(try streams(of: nil) == ["a/b 2", "a/c 2", "b 1", "b/c 2", "b/d 2"])
        #expect(try streams(of: ["b"]) == ["a/b 2", "b 1", "b/c 2", "b/d 2"])
        #expect(try streams(of: ["a", "b", "c"]) == ["a/b 2", "a/c 2", "b 1", "b/c 2"])
        #expect(try streams(of: ["c"], .hostility) == ["a/c 1", "b/c 1"])
        #expect(try streams(of: nil, .polityStatus) == ["b 1"])
        #expect(try streams(of: ["e"]) == [])
        #expect(try streams(of: []) == [])
    }

    @Test func `is one pass that the planner sees through, with no sort but that by lane`() throws {
        let log = try TestDatabase().openLog()
        let plan = try log.connection.query(
            "explain (costs off) select count(*) from annals.network_at('2020-01-01')"
        ) { row throws(PostgresError) in try row[0, as: String.self] }
        #expect(!plan.contains { $0.contains("network_at") }, "\(plan.joined(separator: "\n"))")
        #expect(plan.count { $0.contains("Sort Key: e") } == 1, "\(plan.joined(separator: "\n"))")
    }
}

extension RandomRecord {
    /// The days worth asking for, as the database takes them.
    fileprivate var days: [PostgresDate] { Self.days.map { PostgresDate(rawValue: $0.rawValue) } }

    /// So many positions: none, all, and some between.
    fileprivate func positions(_ count: Int, _ seed: UInt64) -> [Int64] {
        var random = SplitMix64(seed: seed)
        let between = (2..<count).map { _ in Int64.random(in: 1..<chronicle.head.rawValue, using: &random) }
        return [chronicle.head.rawValue] + between + [0]
    }
}

extension Told {
    /// The same without the title of its value.
    fileprivate var untitled: Told {
        Told(
            lane: lane,
            value: value?.untitled,
            certainty: certainty,
            until: until,
            alternatives: alternatives
        )
    }
}

extension Told.Claim {
    fileprivate var untitled: Told.Claim {
        Told.Claim(
            value: value,
            level: level,
            modality: modality,
            since: since,
            grade: grade,
            position: position,
            event: event,
            title: ""
        )
    }
}
