package import Annals
package import EventLog
import Postgres

/// Relationships year by year or month by month, flat: what happened in each, and how things stood at its end.
package struct DyadPeriods {
    /// How long a period is.
    package enum Unit: String, Sendable {
        case year, month
    }

    /// What stands in a column.
    package enum Value: Hashable, Sendable {
        case text(String?)
        case number(Int?)
        /// A number in tenths.
        case decimal(Int)
    }

    /// What a row does not say itself.
    package struct Remark: Hashable, Sendable {
        /// Whether both actors have codes of the Correlates of War.
        package let hasCodes: Bool
        /// Whether some facet is left empty because it is not certain.
        package let isUncertain: Bool
    }

    private let log: Log

    package init(_ log: Log) {
        self.log = log
    }

    private static let counts = [
        "events", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict",
    ]

    /// The facets, and both directions of those that have one.
    private static let facets: [String] = Facet.allCases.filter { $0 != .polityStatus }.flatMap { facet in
        Rulebook.one.rule(facet).direction == .directed
            ? ["\(facet.rawValue)_12", "\(facet.rawValue)_21"] : [facet.rawValue]
    }

    /// The names of the columns; what other data is merged by comes first.
    package static func columns(by unit: Unit) -> [String] {
        ["ccode1", "ccode2", "year"] + (unit == .month ? ["month"] : []) + ["actor1", "actor2"] + counts
            + ["score"] + facets.flatMap { [$0, "\($0)_level"] }
    }

    /// Hands out the rows of every relationship, of one, or of all an actor is in, one by one, as known at a position;
    /// and what to know of them.
    package func forEach(
        of stream: StreamID?,
        by unit: Unit,
        within days: ClosedRange<Day>,
        known: Position,
        _ body: ([Value], Remark) throws -> Void
    ) throws {
        let streams = try stream.map { try relationships(of: $0) }
        let first = days.lowerBound.isFinite ? days.lowerBound : nil
        let last = days.upperBound.isFinite ? days.upperBound : nil
        try log.connection.forEach(
            """
            select p.*, (p.score * 10)::int as tenths, extract(year from p.period)::int as year,
                   extract(month from p.period)::int as month
              from annals.dyad_periods(\(unit.rawValue), \(streams), \(first), \(last), \(known)) as p
             order by p.relationship collate "C", p.period
            """
        ) { row in
            func number(_ column: String) throws(PostgresError) -> Int? {
                try row[column, as: Int32?.self].map { Int($0) }
            }
            let codes = [try number("ccode1"), try number("ccode2")]
            var values: [Value] = codes.map { .number($0) } + [.number(try number("year"))]
            if unit == .month { values.append(.number(try number("month"))) }
            values += [.text(try row["actor1", as: String.self]), .text(try row["actor2", as: String.self])]
            for count in Self.counts { values.append(.number(try number(count))) }
            values.append(.decimal(try number("tenths") ?? 0))
            for facet in Self.facets {
                values.append(.text(try row[facet, as: String?.self]))
                values.append(.number(try row["\(facet)_level", as: Int16?.self].map { Int($0) }))
            }
            try body(
                values,
                Remark(hasCodes: !codes.contains(nil), isUncertain: try number("uncertain") ?? 0 > 0)
            )
        }
    }

    /// The names of the relationships a stream means.
    private func relationships(of stream: StreamID) throws -> [String] {
        try log.connection.query("select s as id from annals.streams_of(\(stream.name)) as s") {
            row throws(PostgresError) in try row["id", as: String.self]
        }.filter { StreamID($0)?.isRelationship == true }
    }
}
