import Annals
import EventLog
import Formats
import Pictures
import Postgres
import Projections

/// What changed between two readings of the clocks, in every form it can be given in.
struct DiffReport {
    /// Whom it was asked about; none for everybody.
    let asked: [AskedActor]
    let range: ClockRange
    let changes: [CausedChange]

    init(_ question: Question, _ changes: [CausedChange]) {
        asked = question.actors
        range = question.range
        self.changes = changes
    }

    func write(to output: OutputFile, as format: AnswerFormat, marks: LevelMark, _ log: Log) throws {
        switch format {
        case .json: try output.write(lines: [json.line])
        case .csv, .tsv, .md:
            if let format = format.rows {
                try output.write(Self.columns, changes.lazy.map(Self.row), as: format)
            }
        case .text: try output.write(text: lines(marks, headings(log)), ascii: marks.ascii)
        case .svg: try output.write(picture(headings(log)).svg)
        case .html: try output.write(picture(headings(log)).html)
        }
    }

    private func headings(_ log: Log) throws -> Headings {
        try Headings(
            range.after,
            naming: asked.map(\.actor) + changes.flatMap(\.change.lane.stream.actors),
            log
        )
    }

    private func title(_ headings: Headings) throws -> String {
        if asked.isEmpty { return "All relationships" }
        return headings.title(try asked.stream())
    }

    /// The clock that stands still and the two ends of the one that runs.
    private func clocks(_ headings: Headings) -> (at: String, known: String) {
        let (before, after) = (range.before, range.after)
        if range.isOfWorld {
            let today = after.isToday ? " (today)" : ""
            return ("as it stood on \(before.at) → \(after.at)\(today)", headings.knownLine)
        }
        let known =
            "as we knew it at \(before.known) → \(after.known)\(after.isNow ? " (now)" : "")\(range.unsettled)"
        return (range.isOfOneDay ? headings.atLine : "as it stood on any day", known)
    }

    private func lines(_ marks: LevelMark, _ headings: Headings) throws -> [String] {
        let clocks = clocks(headings)
        let text = DiffText(marks: marks, headings: asked.count == 2 ? nil : headings)
        let known = "\(clocks.at) · \(clocks.known) · rulebook \(headings.rulebook)"
        let changes = changes.isEmpty ? [] : text.lines(changes) + [""]
        return [try title(headings), known, ""] + changes + [summary]
    }

    /// What it comes to, in a sentence or two.
    var summary: String {
        let lanes = Set(changes.map(\.change.lane)).count
        let verdicts = [Verdict.better, .worse].map { verdict in
            (verdict, changes.filter { $0.change.verdict == verdict }.count)
        }.filter { $0.1 > 0 }.map { "\($0.1) for the \($0.0.rawValue)" }
        let counted =
            "\(lanes) \(lanes == 1 ? "facet" : "facets") changed"
            + (verdicts.isEmpty ? "" : ": " + verdicts.joined(separator: ", ")) + "."
        if range.isOfWorld { return changes.isEmpty ? "Nothing changed." : counted }
        return changes.isEmpty
            ? "Neither the world nor our knowledge of it changed."
            : "The world did not change; our knowledge did. \(counted)"
    }

    private func picture(_ headings: Headings) throws -> DiffPicture {
        let clocks = clocks(headings)
        let (before, after) = (range.before, range.after)
        return DiffPicture(
            caption: headings.caption(
                try title(headings),
                "what changed",
                at: clocks.at,
                known: clocks.known
            ),
            before: range.isOfWorld ? "on \(before.at)" : "as we knew it at \(before.known)",
            after: range.isOfWorld ? "on \(after.at)" : "as we knew it at \(after.known)",
            rows: changes.map { pictureRow($0, headings) },
            summary: summary
        )
    }

    private func pictureRow(_ caused: CausedChange, _ headings: Headings) -> DiffPicture.Row {
        let change = caused.change
        let detail = [change.lane.qualifiers, caused.span ?? ""].filter { !$0.isEmpty }
        return DiffPicture.Row(
            relationship: asked.count == 2 ? nil : headings.title(change.lane.stream),
            lane: ShownLane(name: change.lane.facet.rawValue, detail: detail.joined(separator: ", ")),
            before: change.before.map { ShownClaim($0) },
            after: change.after.map { ShownClaim($0) },
            verdict: DiffPicture.Verdict(change.verdict),
            cause: caused.causeLine
        )
    }

    var json: JSONValue {
        func clocks(_ clocks: Clocks) -> JSONValue {
            [
                "at": range.isOfOneDay ? .string(clocks.at.description) : .null,
                "known": clocks.knownJSON(recordedAt: clocks.recordedAt),
            ]
        }
        return [
            "actors": .array(asked.map { .string($0.actor.slug) }),
            "before": clocks(range.before),
            "after": clocks(range.after),
            "rulebook": .number(Rulebook.one.version),
            "changes": .array(changes.map(\.json)),
        ]
    }

    private static let columns =
        ["relationship"] + StateRows.laneColumns + ["first_day", "last_day"]
        + StateRows.valueColumns.map { "before_\($0)" } + ["before_certainty"]
        + StateRows.valueColumns.map { "after_\($0)" } + ["after_certainty", "verdict", "cause"]

    private static func row(_ caused: CausedChange) -> [Cell] {
        let change = caused.change
        return [.text(change.lane.stream.name)] + StateRows.cells(change.lane)
            + [.text(caused.days?.lowerBound.written), .text(caused.days?.upperBound.written)]
            + StateRows.cells(change.before?.value) + [.text(change.before?.certainty.rawValue)]
            + StateRows.cells(change.after?.value) + [.text(change.after?.certainty.rawValue)]
            + [.text(change.verdict.rawValue), .text(caused.causeLine)]
    }
}

extension DiffPicture.Verdict {
    init(_ verdict: Verdict) {
        switch verdict {
        case .better: self = .better
        case .worse: self = .worse
        case .unclear: self = .unclear
        }
    }
}
