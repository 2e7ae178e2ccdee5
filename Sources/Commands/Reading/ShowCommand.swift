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
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...2).contains(actors.count) else { throw ValidationError("Name one or two actors.") }
    }

    func execute() throws {
        let session = try Session.open(global, for: "show")
        let stream = try session.stream(actors)
        let clocks = try clocks.read(session.log)
        let state = try Answers(session.log).state(of: stream, asOf: clocks.asOf)
        if global.json {
            try Console.standard.print(state.json.line)
        } else {
            let headings = Headings(
                names: try ActorDirectory(session.log).names(of: stream.actors, known: clocks.known),
                clocks: clocks,
                recordedAt: state.recordedAt,
                rulebook: state.rulebook
            )
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
