import Annals
import ArgumentParser
import EventLog
import Formats
import Pictures
import Projections

/// `annals diff`.
struct DiffCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed between two dates, or between two states of our knowledge.",
        discussion: """
            --at D1..D2 compares how things stood on two dates, as we knew them at --known. --known K1..K2 compares \
            what we knew at two times or positions: of every date, or of the one given as --at. Each change is told \
            with what caused it and whether it is for the better. Of a relationship, of all relationships of one \
            actor, or of everybody with --all.
            """
    )

    @Argument(help: "One or two actors, by any name, alias or code.", completion: .actors)
    var actors: [String] = []

    @Flag(help: "Compare every relationship there is.")
    var all = false

    @Flag(help: "Exit with 1 when anything changed, as git diff does.")
    var exitCode = false

    @OptionGroup var facet: FacetOption
    @OptionGroup var clocks: ClockOptions
    @OptionGroup var form: FormatOptions<AnswerFormat>
    @OptionGroup var receipt: ReceiptOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard all ? actors.isEmpty : (1...2).contains(actors.count) else {
            throw ValidationError("Name one or two actors, or give --all.")
        }
        _ = try form.chosen(global, json: .json, otherwise: .text)
    }

    func execute() throws {
        let format = try form.chosen(global, json: .json, otherwise: .text)
        let facet = try facet.read()
        let receipt = try receipt.open()
        let output = try form.open()
        let session = try Session.open(global, for: "diff")
        let range = try clocks.readRange(session)
        var question = Question(
            verb: .diff,
            actors: actors.isEmpty ? [] : try session.asked(actors),
            clocks: range.after
        )
        question.before = range.before
        question.facet = facet
        let answers = Answers(session.log)
        question.spread = try question.spread(on: answers)
        let report = DiffReport(question, try question.changes(on: answers))
        try receipt?.write(question, answer: [report.json], from: session.log)
        try report.write(to: output, as: format, marks: global.marks, session.log)
        try output.finish()
        for line in question.spreadLines {
            Console.standard.note("note: \(line): it turns too often to be compared on every day")
        }
        if exitCode, !report.changes.isEmpty { throw Failure(.no, []) }
    }
}
