import Annals
import EventLog
import Formats
import Postgres
import Projections

extension Export {
    /// Writes a row for every relationship and year, or month, as statistics merge them by country codes.
    ///
    /// - Returns: whether there were none.
    func write(_ unit: DyadPeriods.Unit, to output: OutputFile) throws -> Bool {
        let columns = DyadPeriods.columns(by: unit)
        try output.write(RowFormat.csv.header(columns))
        var isEmpty = true
        var lost = Losses()
        try DyadPeriods(log).forEach(
            of: stream,
            by: unit,
            within: window.days,
            known: clocks.known
        ) { cells, remark in
            isEmpty = false
            lost.meet()
            if !remark.hasCodes { lost.add(Self.uncoded) }
            if remark.isUncertain { lost.add(Self.uncertain) }
            try output.write(RowFormat.csv.line(cells.map { $0.cell }))
        }
        tell(lost, of: "rows")
        return isEmpty
    }

    private static let uncertain = Losses.Kind(
        "not certain in every facet",
        "such a facet is empty, as one of which nothing is known"
    )
    private static let uncoded = Losses.Kind(
        "of somebody without a code of the Correlates of War",
        "ccode1 or ccode2 is empty there, and actor1 and actor2 have the names"
    )
}

extension DyadPeriods.Value {
    fileprivate var cell: Cell {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        // A decimal number of ours is no formula, whatever its sign.
        case .decimal(let tenths): .decimal(tenths)
        }
    }
}
