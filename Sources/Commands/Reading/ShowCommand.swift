import Annals
import ArgumentParser
import Formats
import Pictures
import Projections

/// `annals show`.
struct ShowCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "How a relationship, or one actor, stood on a date.",
        discussion: """
            Both clocks are printed: as it stood on --at, as we knew it at --known. Exits with 1 when nothing is \
            known.
            """
    )

    @Argument(help: "One or two actors, by any name, alias or code.", completion: .actors)
    var actors: [String]

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var form: FormatOptions<AnswerFormat>
    @OptionGroup var receipt: ReceiptOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...2).contains(actors.count) else { throw ValidationError("Name one or two actors.") }
        _ = try form.chosen(global, json: .json, otherwise: .text)
    }

    func execute() throws {
        let format = try form.chosen(global, json: .json, otherwise: .text)
        let receipt = try receipt.open()
        let output = try form.open()
        let session = try Session.open(global, for: "show")
        let question = try session.question(.show, about: actors, clocks)
        let stream = try question.actors.stream()
        let state = try Answers(session.log).state(of: stream, asOf: question.clocks.asOf)
        let json = state.json(question.clocks)
        try receipt?.write(question, answer: [json], from: session.log)
        switch format {
        case .json: try output.write(lines: [json.line])
        case .csv, .tsv, .md:
            let rows = state.lanes.lazy.map { StateRows.row($0, at: state.asOf.at, known: state.asOf.known) }
            if let format = format.rows { try output.write(StateRows.columns, rows, as: format) }
        case .text:
            let headings = try Headings(question, session.log)
            try output.write(text: lines(of: state, headings, question.clocks.options), ascii: global.ascii)
        case .svg: try output.write(StatePicture(state, Headings(question, session.log)).svg)
        case .html: try output.write(StatePicture(state, Headings(question, session.log)).html)
        }
        try output.finish()
        if state.lanes.isEmpty { throw Failure(.no, []) }
    }

    private func lines(of state: RelationshipState, _ headings: Headings, _ options: String) -> [String] {
        guard !state.lanes.isEmpty else {
            return [headings.title(state.stream), headings.clockLine, "", nothingKnown(state)]
        }
        return StateText(
            state: state,
            headings: headings,
            marks: global.marks,
            asked: actors,
            options: options
        ).lines
    }

    private func nothingKnown(_ state: RelationshipState) -> String {
        let count = state.version.rawValue
        if count == 0 { return "Nothing was recorded about this by then." }
        let entries = count == 1 ? "one entry touches" : "\(count) entries touch"
        return
            "Nothing is known for that date, though \(entries) it: annals history \(actors.joined(separator: " "))"
    }
}
