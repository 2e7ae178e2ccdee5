import Annals
import ArgumentParser
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

    @Argument(help: "One or two actors, by any name, alias or code.")
    var actors: [String]

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var receipt: ReceiptOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...2).contains(actors.count) else { throw ValidationError("Name one or two actors.") }
    }

    func execute() throws {
        let receipt = try receipt.open()
        let session = try Session.open(global, for: "show")
        let question = try session.question(.show, about: actors, clocks)
        let stream = try question.actors.stream()
        let state = try Answers(session.log).state(of: stream, asOf: question.clocks.asOf)
        try receipt?.write(question, answer: [state.json], from: session.log)
        if global.json {
            try Console.standard.print(state.json.line)
        } else {
            let headings = try Headings(question, session.log)
            guard !state.lanes.isEmpty else {
                try Console.standard.print(
                    [headings.title(stream), headings.clockLine, "", nothingKnown(state)].joined(
                        separator: "\n"
                    )
                )
                throw Failure(.no, [])
            }
            let text = StateText(state: state, headings: headings, marks: global.marks, asked: actors)
            try Console.standard.print(text.lines.joined(separator: "\n"))
        }
        if state.lanes.isEmpty { throw Failure(.no, []) }
    }

    private func nothingKnown(_ state: RelationshipState) -> String {
        let count = state.version.rawValue
        if count == 0 { return "Nothing was recorded about this by then." }
        let entries = count == 1 ? "one entry touches" : "\(count) entries touch"
        return
            "Nothing is known for that date, though \(entries) it: annals history \(actors.joined(separator: " "))"
    }
}
