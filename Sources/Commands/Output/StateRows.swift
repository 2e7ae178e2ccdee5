import Annals
import Formats
import Projections

/// How a relationship stood as rows, one a lane: what spreadsheets and scripts read.
enum StateRows {
    static let columns =
        ["relationship", "at", "known"] + laneColumns + valueColumns
        + ["certainty", "until", "stale", "alternatives"]

    /// The columns that say which lane a row is.
    static let laneColumns = ["facet", "key", "from", "to", "claimant"]
    /// The columns that say what is in force, and why.
    static let valueColumns = ["value", "level", "modality", "since", "grade", "position", "event", "title"]

    static func row(_ lane: LaneState, at day: Day, known: Position) -> [Cell] {
        [.text(lane.lane.stream.name), .text(day.description), .text(known.description)]
            + cells(lane.lane) + cells(lane.value)
            + [
                .text(lane.certainty.rawValue), .text(lane.until?.edtf), .text(lane.isStale ? "yes" : "no"),
                .text(lane.alternatives.map(\.value).joined(separator: "; ")),
            ]
    }

    static func cells(_ lane: LaneID) -> [Cell] {
        [
            .text(lane.facet.rawValue), .text(lane.key), .text(lane.from?.slug), .text(lane.to?.slug),
            .text(lane.claimant),
        ]
    }

    static func cells(_ value: ClaimedValue?) -> [Cell] {
        [
            .text(value?.value), .number(value?.level), .text(value?.modality), .text(value?.since.edtf),
            .text(value?.grade), .number(value.map { Int($0.position.rawValue) }),
            .text(value?.event.description), .text(value?.title),
        ]
    }
}

extension OutputFile {
    /// Writes a table in one of the forms for rows.
    func write(_ columns: [String], _ rows: some Sequence<[Cell]>, as format: RowFormat) throws(Failure) {
        try write(format.header(columns))
        for row in rows { try write(format.line(row)) }
    }

    /// Writes lines for people.
    func write(text lines: [String], ascii: Bool) throws(Failure) {
        let fitting =
            isStandardOutput ? Console.standard.fitting(ascii: ascii) : Fitting(ascii: ascii, columns: nil)
        try write(lines: fitting.lines(lines))
    }

    /// Writes lines as they are, each with its line feed.
    func write(lines: [String]) throws(Failure) {
        for line in lines { try write(line + "\n") }
    }
}

extension AnswerFormat {
    /// The form for rows that it is; nil when it is another.
    var rows: RowFormat? { RowFormat(rawValue: rawValue) }
}
