import Annals
import Formats
import Projections

extension NetworkReport {
    private static let columns =
        ["relationship", "actor1", "actor2", "at", "known", "level_drawn", "certain", "lanes"]
        + StateRows.laneColumns + StateRows.valueColumns

    /// Writes a row for each relationship.
    func write(to output: OutputFile, as format: RowFormat) throws(Failure) {
        let clocks = headings.clocks
        try output.write(
            Self.columns,
            ties.lazy.map { tie in
                let worst = tie.standing.worst
                return [
                    .text(tie.stream.name), .text(tie.stream.actors[0].slug),
                    .text(tie.stream.actors[1].slug),
                    .text(clocks.at.description), .text(clocks.known.description),
                    .number(tie.standing.level),
                    .text(tie.standing.isCertain ? "yes" : "no"), .number(tie.standing.lanes),
                ] + StateRows.cells(worst.lane) + StateRows.cells(worst.drawn)
            },
            as: format
        )
    }
}
