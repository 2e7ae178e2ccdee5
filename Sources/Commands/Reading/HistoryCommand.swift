import Annals
import ArgumentParser
import EventLog
import Formats
import Pictures
import Projections

/// `annals history`.
struct HistoryCommand: AnnalsSubcommand {
    /// The forms its answer can be given in.
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable {
        case text, json, lanes, csv, tsv, md, svg, html
    }

    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "What happened, in the order of the world, and how each facet ran.",
        discussion: """
            Of a relationship, or of everything one actor is in; as we knew it at --known, up to --to or --at. On a \
            terminal, and as --format text, svg or html, each facet is a lane over time with the events lettered \
            below it; of one actor each relationship is, on the facet on which the two stood worst. Elsewhere the \
            events are rows. --json has an event a line, --format lanes a lane a line with its intervals.
            """
    )

    @Argument(help: "One or two actors, by any name, alias or code.", completion: .actors)
    var actors: [String]

    @OptionGroup var window: WindowOptions
    @OptionGroup var facet: FacetOption
    @OptionGroup var clocks: ClockOptions
    @OptionGroup var form: FormatOptions<Format>
    @OptionGroup var receipt: ReceiptOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...2).contains(actors.count) else { throw ValidationError("Name one or two actors.") }
        try window.check(clocks)
        let format = try form.chosen(global, json: .json, otherwise: .text)
        guard receipt.receipt == nil || ![.lanes, .svg, .html].contains(format) else {
            throw ValidationError(
                "A receipt is of the events: --receipt does not go with --format \(format.rawValue)."
            )
        }
    }

    func execute() throws {
        let isDrawn = form.format == .text || form.output == nil && Console.standard.isTerminal
        let format = try form.chosen(global, json: .json, otherwise: .text)
        let facet = try facet.read()
        let receipt = try receipt.open()
        let output = try form.open()
        let session = try Session.open(global, for: "history")
        var question = try session.question(.history, about: actors, clocks)
        question.window = try window.read(clocks: question.clocks)
        let events = EventPages(question, in: session.log)
        if let receipt {
            try events.forEach { try receipt.add($0.map(\.json)) }
            try receipt.write(question, from: session.log)
        }
        let drawing = CourseDrawing(question, facet: facet, withSuperseded: window.superseded, session.log)
        var isEmpty = false
        switch format {
        case .json:
            isEmpty = try events.forEach { page in
                let erasures = try session.log.erasures(in: page.map(\.entry))
                try output.write(lines: page.map { $0.json(erasures).line })
            }
        case .lanes: isEmpty = try drawing.writeLanes(to: output)
        case .csv, .tsv, .md:
            if let rows = RowFormat(rawValue: format.rawValue) {
                try output.write(rows.header(EventRows.columns))
                isEmpty = try events.forEach { page in
                    for logged in page { try output.write(rows.line(EventRows.row(logged))) }
                }
            }
        case .text where isDrawn:
            let picture = try drawing.picture(mostEvents: CourseText.mostEvents)
            try output.write(
                text: CourseText(picture, marks: global.marks, columns: Console.standard.columns).lines,
                ascii: global.ascii
            )
            isEmpty = picture.events.isEmpty
        case .text: isEmpty = try writeRows(events, question, to: output, session.log)
        case .svg, .html:
            let picture = try drawing.picture(mostEvents: CourseDrawing.mostEvents)
            try output.write(format == .svg ? picture.svg : picture.html)
            isEmpty = picture.events.isEmpty
        }
        try output.finish()
        if isEmpty { throw Failure(.no, []) }
    }

    private func writeRows(
        _ events: EventPages,
        _ question: Question,
        to output: OutputFile,
        _ log: Log
    ) throws -> Bool {
        let headings = try Headings(question, log)
        let stream = try question.actors.stream()
        let text = EventsText(stream: stream, marks: global.marks, rulebook: log.rulebook)
        let head = [
            headings.title(stream),
            "in the order of the world · \(question.window.spoken)\(headings.knownLine)", "",
        ]
        try output.write(text: head, ascii: global.ascii)
        var isFirst = true
        let isEmpty = try events.forEach { page in
            let lines = text.lines(page, try log.erasures(in: page.map(\.entry)), withHead: isFirst)
            try output.write(text: lines, ascii: global.ascii)
            isFirst = false
        }
        if isEmpty { try output.write(lines: ["Nothing was recorded about this by then."]) }
        return isEmpty
    }
}
