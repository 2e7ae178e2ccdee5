import Annals
import Pictures

/// A history for a terminal: lanes over time, and the lettered events below.
struct CourseText {
    /// Events that are lettered at most.
    static let mostEvents = 40
    /// Columns of time at least, however narrow the terminal is.
    private static let fewestColumns = 16
    /// Columns that the name of a lane takes at most.
    private static let widestName = 44

    private let picture: CoursePicture
    private let marks: LevelMark
    private let columns: Int

    /// - Parameter columns: those of the terminal.
    init(_ picture: CoursePicture, marks: LevelMark, columns: Int) {
        self.picture = picture
        self.marks = marks
        self.columns = columns
    }

    var lines: [String] {
        let caption = picture.caption
        var lines = [caption.title, "\(caption.at) · \(caption.known)"]
        if !picture.lanes.isEmpty { lines += [""] + drawn }
        lines += [""] + events
        if let omitted = picture.omitted { lines += ["", omitted] }
        if !picture.lanes.isEmpty { lines += ["", legend] }
        return lines
    }

    private var drawn: [String] {
        let names = picture.lanes.map { name(of: $0.lane) }
        let ends = picture.lanes.map(end)
        let nameWidth = names.map { Width.of($0) }.max() ?? 0
        let endWidth = min(ends.map { Width.of($0) }.max() ?? 0, 24)
        let room = max(Self.fewestColumns, columns - nameWidth - endWidth - 4)
        let strip = CourseStrip(picture.days, columns: room, marks: marks)
        let indent = String(repeating: " ", count: nameWidth + 2)
        let lanes = zip(picture.lanes, zip(names, ends)).map { lane, texts in
            pad(texts.0, to: nameWidth) + "  " + strip.lane(lane) + (texts.1.isEmpty ? "" : "  " + texts.1)
        }
        let rail = strip.rail(picture.events).enumerated().map { index, row in
            (index == 0 ? pad("events", to: nameWidth) + "  " : indent) + row
        }
        return [indent + strip.scale] + lanes + rail
    }

    private func name(of lane: ShownLane) -> String {
        let text = lane.detail.isEmpty ? lane.name : "\(lane.name) \(lane.detail)"
        return Printable.line(text, most: max(12, min(Self.widestName, columns * 2 / 5)))
    }

    /// What a lane says at the end of the days drawn.
    private func end(of lane: CoursePicture.Lane) -> String {
        guard let last = lane.intervals.last, last.days.upperBound == picture.days.upperBound,
            let value = last.claim.drawn
        else { return "" }
        return (last.claim.certainty == .possible ? (marks.ascii ? "~ " : "≈ ") : "")
            + Printable.line(value.word, most: 20)
    }

    private var events: [String] {
        guard !picture.events.isEmpty else { return ["Nothing was recorded about this by then."] }
        let leads = picture.events.map { [$0.letter, $0.date, $0.position, $0.grade] }
        let taken = leads[0].indices.map { column in leads.map { Width.of($0[column]) }.max() ?? 0 }
        let room = max(24, columns - taken.reduce(0) { $0 + $1 + 2 })
        let titles = picture.events.map { $0.title + remark($0.standing) }
        // The title has what the source leaves of two thirds, or more where that is short.
        let source = min(picture.events.map { Width.of($0.source ?? "") }.max() ?? 0, max(10, room / 3))
        var table = Table()
        for (lead, (title, event)) in zip(leads, zip(titles, picture.events)) {
            table.add(
                lead + [
                    Printable.line(title, most: room - (source > 0 ? source + 2 : 0)),
                    Printable.line(event.source ?? "", most: source),
                ]
            )
        }
        return table.lines
    }

    private func remark(_ standing: CoursePicture.Mark.Standing) -> String {
        switch standing {
        case .asRecorded: ""
        case .corrected: " (corrected)"
        case .superseded: " (later corrected)"
        case .retracted: " (retracted)"
        }
    }

    private var legend: String {
        Palette.levels.map { "\(marks.mark($0)) \(Palette.word($0))" }.joined(separator: " ")
            + " \(marks.unknown) \(marks.ascii ? "~" : "≈") not certain"
    }

    private func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - Width.of(text)))
    }
}
