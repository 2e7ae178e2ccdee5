import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

/// Held against how each relationship stood at the end of each year, asked one by one.
@Suite struct `annals.dyad_year` {
    private static let years = 2017...2024

    @Test(arguments: [61, 62] as [UInt64])
    func `has at the end of a year what the state has, unless it has alternatives`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 12, entriesEach: 10)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        let rows = try log.dyadYears(Self.years)
        #expect(rows.count > 60, "seed \(seed)")
        for row in rows {
            let stream = try StreamID.named(row.relationship)
            let asOf = AsOf(at: try .written("\(row.year)-12-31"), known: record.chronicle.head)
            let lanes = try Answers(log).state(of: stream, asOf: asOf).lanes.filter {
                $0.lane.claimant.isEmpty
            }
            let slots = Dictionary(grouping: lanes) { $0.slot }
            for (slot, value) in row.values {
                let lanes = slots[slot] ?? []
                let worst = lanes.compactMap(\.value?.level).min()
                let expected =
                    lanes.contains { $0.certainty == .possible }
                    ? [] : lanes.compactMap(\.value).filter { $0.level == worst }.map(\.value)
                #expect(
                    value.map { expected.contains($0) } ?? expected.isEmpty,
                    "seed \(seed), \(stream) \(row.year) \(slot): \(value ?? "null"), not one of \(expected)"
                )
            }
            #expect(slots.keys.allSatisfy { row.values.keys.contains($0) }, "seed \(seed)")
        }
        // One relationship alone is a part of all.
        let one = try #require(rows.first?.relationship)
        #expect(try log.dyadYears(Self.years, of: one) == rows.filter { $0.relationship == one })
    }

    @Test(arguments: [63, 64] as [UInt64])
    func `counts the coded events that began in a year and no other, in every relationship`(_ seed: UInt64)
        throws
    {
        let record = try RandomRecord(seed: seed, relationships: 12, entriesEach: 10)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log)
        var expected: [String: [Int]] = [:]
        for id in Set(record.chronicle.entries.map(\.entry.event)) {
            guard let event = record.chronicle.content(of: id)?.event, let type = event.type,
                let first = event.occurred.bounds.beginEarliest.components?.year,
                first == event.occurred.bounds.beginLatest.components?.year
            else { continue }
            for stream in Set(event.pairs.compactMap { StreamID($0.from, $0.to) }) {
                var counts = expected["\(stream) \(first)"] ?? [0, 0, 0, 0, 0, 0]
                counts[0] += 1
                counts[1] += type.scoreInTenths(mode: event.mode)
                counts[1 + type.quadClass.rawValue] += 1
                expected["\(stream) \(first)"] = counts
            }
        }
        let rows = try log.dyadYears(2019...2021).filter { $0.counts[0] > 0 }
        let counted = Dictionary(
            uniqueKeysWithValues: rows.map { ("\($0.relationship) \($0.year)", $0.counts) }
        )
        #expect(counted.count > 10)
        #expect(counted == expected, "seed \(seed)")
    }

    @Test func `begins with the first year that a date names, and has the codes of states`() throws {
        var chronicle = Chronicle()
        try chronicle.say(.actor("france", codes: ["iso3:FRA", "cow:220"]))
        try chronicle.say(.actor("movement"))
        try chronicle.record(
            .event(
                on: "2019-03",
                ["france"],
                ["movement"],
                effects: [.effect(.hostility, "war", begin: "2015/2016", end: nil)]
            )
        )
        try chronicle.record(.event(on: "../2012", ["france"], ["germany"]))
        try chronicle.record(.event(on: "../..", ["france"], ["italy"]))
        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        let found = try log.connection.query(
            """
            select concat_ws(' ', relationship, coalesce(ccode1, 0), coalesce(ccode2, 0), min(year),
                             max(year) = extract(year from now() at time zone 'UTC')) as line
              from annals.dyad_year group by relationship, ccode1, ccode2 order by 1
            """
        ) { row throws(PostgresError) in try row["line", as: String.self] }
        #expect(found == ["france/germany 220 0 2012 t", "france/movement 220 0 2015 t"])
    }
}

private struct DyadYear: Equatable {
    let relationship: String
    let year: Int
    /// Events, score in tenths, and the four quad classes.
    let counts: [Int]
    /// The value of every facet and direction; nil for null.
    let values: [String: String?]
}

extension Log {
    fileprivate func dyadYears(_ years: ClosedRange<Int>, of relationship: String? = nil) throws -> [DyadYear]
    {
        let slots = Facet.allCases.filter { $0 != .polityStatus }.flatMap { facet in
            Rulebook.one.rule(facet).direction == .directed
                ? ["\(facet.rawValue)_12", "\(facet.rawValue)_21"] : [facet.rawValue]
        }
        return try connection.query(
            """
            select * from annals.dyad_years(\(relationship), \(Int32(years.lowerBound)), \(Int32(years.upperBound)))
            """
        ) { row throws(PostgresError) in
            var values: [String: String?] = [:]
            for slot in slots { values[slot] = .some(try row[slot, as: String?.self]) }
            return DyadYear(
                relationship: try row["relationship"],
                year: Int(try row["year", as: Int32.self]),
                counts: [
                    Int(try row["events", as: Int32.self]),
                    Int((try row["score", as: Double.self] * 10).rounded()),
                    Int(try row["verbal_cooperation", as: Int32.self]),
                    Int(try row["material_cooperation", as: Int32.self]),
                    Int(try row["verbal_conflict", as: Int32.self]),
                    Int(try row["material_conflict", as: Int32.self]),
                ],
                values: values
            )
        }
    }
}

extension LaneState {
    /// The column of `annals.dyad_year` it is told in.
    fileprivate var slot: String {
        guard let from = lane.from else { return lane.facet.rawValue }
        return lane.facet.rawValue + (from == lane.stream.actors[0] ? "_12" : "_21")
    }
}
