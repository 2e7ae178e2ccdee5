import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

/// Held against how each relationship stood at the end of each month, asked one by one.
@Suite struct `annals.dyad_periods` {
    @Test(arguments: [71, 72] as [UInt64])
    func `has at the end of a month what was known of it at a position`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 6, entriesEach: 8)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let head = record.chronicle.head
        let days = try Day.written("2019-11-05")...Day.written("2020-08-20")
        for known in [head, Position(rawValue: head.rawValue / 2)] {
            let rows = try Self.rows(log, nil, days, known)
            #expect(rows.count > 10, "seed \(seed)")
            #expect(
                Set(rows.map(\.month)).isSubset(
                    of: Set((11...12).map { 2019 * 12 + $0 } + (1...8).map { 2020 * 12 + $0 })
                )
            )
            for row in rows {
                let stream = try #require(StreamID(row.actors.0, row.actors.1))
                let state = try Answers(log).state(of: stream, asOf: AsOf(at: row.last, known: known))
                let hostility = state.lanes.filter { $0.lane.facet == .hostility && $0.lane.claimant.isEmpty }
                let expected =
                    hostility.contains { $0.certainty == .possible } ? nil : hostility.first?.value?.value
                #expect(row.hostility == expected, "seed \(seed), \(stream) \(row.last) at \(known)")
                let isUncertain = state.lanes.contains {
                    $0.certainty == .possible && $0.lane.claimant.isEmpty
                }
                #expect(row.isUncertain == isUncertain, "seed \(seed), \(stream) \(row.last) at \(known)")
            }
            // Of one relationship, and of one actor, they are a part of all.
            let one = try #require(rows.first)
            let stream = try #require(StreamID(one.actors.0, one.actors.1))
            #expect(try Self.rows(log, stream, days, known) == rows.filter { $0.actors == one.actors })
            let ofActor = rows.filter { [$0.actors.0, $0.actors.1].contains(one.actors.0) }
            #expect(try Self.rows(log, StreamID(one.actors.0), days, known) == ofActor)
        }
    }

    private struct Month: Equatable {
        let actors: (ActorID, ActorID)
        let month: Int
        let last: Day
        let hostility: String?
        let isUncertain: Bool

        static func == (one: Self, other: Self) -> Bool {
            one.actors == other.actors && one.month == other.month && one.hostility == other.hostility
                && one.isUncertain == other.isUncertain
        }
    }

    private static func rows(
        _ log: Log,
        _ stream: StreamID?,
        _ days: ClosedRange<Day>,
        _ known: Position
    ) throws -> [Month] {
        let columns = DyadPeriods.columns(by: .month)
        let (place, facet) = (columns.firstIndex(of: "actor1") ?? 0, columns.firstIndex(of: "hostility") ?? 0)
        var rows: [Month] = []
        try DyadPeriods(log).forEach(of: stream, by: .month, within: days, known: known) { values, remark in
            guard case .number(let year?) = values[2], case .number(let month?) = values[3],
                case .text(let one?) = values[place], case .text(let other?) = values[place + 1],
                case .text(let hostility) = values[facet], let from = ActorID(one), let to = ActorID(other),
                let next = month == 12
                    ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
            else { return }
            #expect(values.count == columns.count)
            rows.append(
                Month(
                    actors: (from, to),
                    month: year * 12 + month,
                    last: next.advanced(by: -1),
                    hostility: hostility,
                    isUncertain: remark.isUncertain
                )
            )
        }
        return rows
    }
}
